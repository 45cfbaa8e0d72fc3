"""Run as `python -m orgviz`."""

from orgviz.cli import main

main()
