"""`make profile` names functions stage by stage."""

from tools.hotspots import main


def test_every_stage_has_its_own_functions(tmp_path, capsys):
    file = tmp_path / "org.yaml"
    file.write_text("units: [{name: A, units: [B, C]}]\n")
    main(str(file), ["svg", "txt"])
    parts = dict(part.split("\n", 1) for part in capsys.readouterr().out.split("== ")[1:])
    assert list(parts) == [
        "reading", "building", "checking", "charting", "laying out", "writing DOT", "drawing", "redrawing",
        "writing SVG", "writing TXT",
    ]  # fmt: skip
    assert "svg_writer.py" in parts["writing SVG"]
    assert "svg_writer.py" not in parts["reading"]
