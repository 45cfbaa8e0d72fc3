"""Settings of a small Sphinx site with charts."""

project = "The bakery's handbook"
extensions = ["orgviz.plugins.sphinx"]
numfig = True
html_theme = "alabaster"
