"""Write an organisation down again: as canonical YAML, and as the node/edge model in JSON."""

from orgviz.export.json_writer import to_json
from orgviz.export.yaml_writer import to_yaml

__all__ = ["to_json", "to_yaml"]
