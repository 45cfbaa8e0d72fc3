#!/bin/sh
# Print the path of a Python that orgviz runs on: $PYTHON if it is set, else the first of the usual names that
# is new enough. Exit 3 with a plain message where there is none.
set -eu

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11 python3.14 python}; do
    if new_enough "$candidate"; then
        exec "$candidate" -c 'import sys; print(sys.executable)'
    fi
done

if [ -n "${PYTHON:-}" ]; then
    echo "✗ '$PYTHON' is not a Python 3.11 or newer" >&2
else
    echo "✗ no Python 3.11 or newer found" >&2
fi
case "$(uname -s)" in
    Darwin) echo "  brew install python3" >&2 ;;
    *) echo "  on Debian 12 or Ubuntu 24.04 and newer: apt-get install python3 python3-venv" >&2 ;;
esac
echo "  one in an unusual place: make PYTHON=/path/to/python3 …" >&2
exit 3
