#!/bin/sh
# Put the packages of npm that tools/bench/package-lock.json pins, which orgviz is measured against, into build/bench/npm.
#
# Without npm, or where it fails, this says so, and the bench does without those peers. What npm says goes to
# build/setup.log. No package runs a program of its own while it is installed: Mermaid draws with the Chromium of
# this machine, and brings none along.
set -eu

target=build/bench/npm
log=build/setup.log
mkdir -p "$target"

if ! command -v npm >/dev/null; then
    echo "! without npm Mermaid, D2, elkjs, d3-flextree and Graphviz as WebAssembly are not measured" >&2
    exit 0
fi
cp tools/bench/package.json tools/bench/package-lock.json "$target"
echo "→ npm's packages: installing (tools/bench/package-lock.json)"
if ! PUPPETEER_SKIP_DOWNLOAD=1 npm ci --prefix "$target" --ignore-scripts --no-audit --no-fund >>"$log" 2>&1; then
    echo "! npm failed, and what it installs is not measured; the end of $log:" >&2
    tail -n 5 "$log" >&2
    exit 0
fi
touch "$target/.installed"
