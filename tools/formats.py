"""Print the formats that this machine can draw, or say why there is none and exit with 3."""

import sys

from orgviz.doctor import drawable_formats, examine, format_findings

findings = examine()
formats = drawable_formats(findings)
if not formats:
    sys.exit(format_findings(findings))
print(*formats)
