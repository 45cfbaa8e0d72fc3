"""Photos and logos: read from files of the project, made small, and carried inside the chart."""
