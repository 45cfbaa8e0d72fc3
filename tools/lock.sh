#!/bin/sh
# Pin every Python package, with hashes, for all platforms and every Python from 3.11: requirements/*.lock.
# Only making the locks needs uv; installing from them needs pip alone.
set -eu

compile() {
    output=requirements/$1.lock
    shift
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
        --custom-compile-command "make lock" --output-file "$output" "$@"
    echo "→ $output"
}

compile dev pyproject.toml --extra dev --group build
compile runtime pyproject.toml --extra pptx --extra woff2 --extra xlsx --group build
compile release --group release
compile fuzz --group fuzz
echo 'pygraphviz>=2.0.4,<3' | compile graphviz -
