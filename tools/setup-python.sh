#!/bin/sh
# Put the packages that a lock file pins, and orgviz itself from this checkout, into the environment .venv.
#
#     tools/setup-python.sh runtime|dev      what runs orgviz; what tests it, too
#     tools/setup-python.sh graphviz         Graphviz's library as a Python package, where there is no dot
#     tools/setup-python.sh fuzz|release     what these targets of make need beside that
#
# Installing needs pip only; every file is checked against its hash. What pip says goes to build/setup.log.
set -eu

what=$1
log=build/setup.log
mkdir -p build

fail() {
    echo "✗ $1; the end of $log:" >&2
    tail -n 15 "$log" >&2
    exit 3
}

pip() {
    .venv/bin/python -m pip --disable-pip-version-check --no-input "$@" >>"$log" 2>&1
}

works() {
    .venv/bin/python -m pip --version >/dev/null 2>&1
}

# Debian keeps pip for new environments in a package of its own (python3-venv); a pip beside it can do as well.
create_environment() {
    python=$(tools/find-python.sh)
    echo "→ .venv: creating ($("$python" --version), $python)"
    rm -rf .venv
    if "$python" -m venv .venv >>"$log" 2>&1 && works; then return; fi
    if "$python" -m virtualenv .venv >>"$log" 2>&1 && works; then return; fi
    "$python" -m venv --clear --without-pip .venv >>"$log" 2>&1 || fail "'$python' cannot create an environment"
    "$python" -m pip --python .venv/bin/python install pip >>"$log" 2>&1 && works && return
    rm -rf .venv
    fail "'$python' has no pip for new environments (on Debian: apt-get install python3-venv)"
}

works || create_environment
case "$what" in
    runtime | dev)
        echo "→ Python packages: installing (requirements/$what.lock)"
        pip install --require-hashes -r "requirements/$what.lock" || fail "pip could not install requirements/$what.lock"
        pip install --no-deps --no-build-isolation -e . || fail "pip could not install orgviz from this checkout"
        # Else every run compiles the sources anew wherever Python may not keep what it compiled.
        .venv/bin/python -m compileall -q orgviz >>"$log" 2>&1 || true
        ;;
    graphviz)
        echo "→ Graphviz: installing its library (requirements/graphviz.lock)"
        pip install --require-hashes -r requirements/graphviz.lock && .venv/bin/python -c 'import pygraphviz' >>"$log" 2>&1 ||
            echo "! Graphviz's library cannot be used here (see $log): nothing can be drawn until dot is installed" >&2
        ;;
    fuzz | release)
        echo "→ Python packages: installing (requirements/$what.lock)"
        pip install --require-hashes -r "requirements/$what.lock" || fail "pip could not install requirements/$what.lock"
        ;;
    *)
        echo "usage: $0 runtime|dev|graphviz|fuzz|release" >&2
        exit 2
        ;;
esac
touch ".venv/.$what"
