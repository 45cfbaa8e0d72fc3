"""A chart for a page: options as on the command line, files that may be read, and troubles in words."""

import pytest

from orgviz.plugins.embedding import Wanted, embed
from orgviz.plugins.inline_svg import checked_width, id_prefix, inline_svg
from orgviz.plugins.options import READERS, read_options
from orgviz.render_options import Format
from tests.cli.conftest import ORGVIZ, run


def chart(folder, text=None, file="org.yaml", within=None, **options):
    named = {name.replace("_", "-"): value for name, value in options.items()}
    data = None if text is None else text.encode()
    return embed(Wanted(data=data, path=folder / file, options=named, root=within), [Format.SVG])


def test_a_chart_is_the_one_of_the_command_line(tmp_path):
    text = "units:\n  - {name: A, units: [B, {name: C, status: planned}]}\n  - D\n"
    tmp_path.joinpath("org.yaml").write_text(text, "utf-8")
    done = run("render", "org.yaml", "-o", "-", "--theme", "print", "--fit", "A4", "--root", "A", "--no-legend",
               "--depth", "1", "--only-units", folder=tmp_path, command=ORGVIZ)  # fmt: skip
    options = {"theme": "print", "fit": "A4", "root": "A", "legend": "false", "depth": "1", "only_units": ""}
    assert chart(tmp_path, **options).outputs[0] == done.out
    assert chart(tmp_path, text, **options).outputs[0] == done.out


def test_photos_are_shown_or_not_read_as_the_page_says(tmp_path):
    text = "units:\n  - {name: A, head: {holder: Ann, photo: gone.png}}\n"
    assert chart(tmp_path, text).failed
    assert not chart(tmp_path, text, photos="none").troubles
    letters = chart(tmp_path, "units: [{name: A, head: Ann}]\n", photos="initials").outputs[0]
    assert letters != chart(tmp_path, "units: [{name: A, head: Ann}]\n").outputs[0]


def test_every_option_of_a_page_is_one_of_the_command_line(tmp_path):
    told = run("render", "--help", folder=tmp_path, COLUMNS="300").out.decode()
    assert [name for name in READERS if f"--{name}" not in told] == []


def test_what_may_stand_several_times_stands_between_semicolons():
    assert read_options({"type": "sales; support", "filter": "status=planned"}).views.types == ("sales", "support")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"theem": "x"}, "a chart has no option 'theem' (did you mean 'theme'?)"),
        ({"layout": "tre"}, "layout: 'tre' is unknown (did you mean 'tree'?)"),
        ({"depth": "0"}, "depth: '0' is no number of levels"),
        ({"depth": "9" * 5000}, "is no number of levels"),
        ({"legend": "perhaps"}, "legend: 'perhaps' is neither yes nor no"),
        ({"theme": ""}, "theme: a value is missing"),
        ({"theme": "prnt"}, "there is no theme 'prnt'"),
        ({"view": "all"}, "view: 'all' is more than one chart"),
        ({"view": "x"}, "view"),
        ({"as-of": "x"}, "as-of: 'x' is not a date"),
        ({"fit": "x"}, "fit"),
        ({"root": "x"}, "root"),
        ({"map": "x"}, "map: 'x' names no column"),
    ],
)
def test_a_wrong_option_is_told_without_dashes(options, words, tmp_path):
    drawn = chart(tmp_path, "units: [A]\n", **options)
    assert drawn.failed
    (trouble,) = drawn.troubles
    assert words in str(trouble)
    assert not str(trouble).startswith("--")


def test_every_mistake_is_told_with_its_line(tmp_path):
    drawn = chart(tmp_path, "units:\n  - nmae: A\n  - {name: B, tpye: x}\n")
    assert [(one.line, one.code) for one in drawn.troubles] == [(2, "unknown-key"), (3, "unknown-key")]


def test_files_are_told_also_where_the_chart_cannot_be_drawn(tmp_path):
    tmp_path.joinpath("org.yaml").write_text("include: [part.yaml]\nunits: [A]\n", "utf-8")
    tmp_path.joinpath("part.yaml").write_text("units: [{nmae: B}]\n", "utf-8")
    tmp_path.joinpath("house.yaml").write_text("extends: print\n", "utf-8")
    names = [path.name for path in chart(tmp_path, theme="house.yaml").files]
    assert names == ["org.yaml", "part.yaml"]
    tmp_path.joinpath("part.yaml").write_text("units: [B]\n", "utf-8")
    assert [path.name for path in chart(tmp_path, theme="house.yaml").files] == ["org.yaml", "part.yaml", "house.yaml"]
    assert [path.name for path in chart(tmp_path, file="none.yaml").files] == ["none.yaml"]


def test_nothing_outside_of_the_pages_is_read(tmp_path):
    pages = tmp_path / "pages"
    pages.mkdir()
    tmp_path.joinpath(".git").mkdir()
    tmp_path.joinpath("secret.yaml").write_text("units: [Secret]\n", "utf-8")
    pages.joinpath("link.yaml").symlink_to(tmp_path / "secret.yaml")
    outside = "lies outside the folder of the pages"
    for file in ("../secret.yaml", "link.yaml"):
        assert outside in str(chart(pages, file=file, within=pages).troubles[0])
        included = f"include: [{file}]\nunits: [A]\n"
        assert outside in str(chart(pages, included, file="page.md", within=pages, **{"from": "yaml"}).troubles[0])
        assert outside in str(chart(pages, "units: [A]\n", file="page.md", within=pages, theme=f"./{file}").troubles[0])
    assert not chart(pages, "include: [../secret.yaml]\nunits: [A]\n").failed


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "]]>", "\\N", "a" * 500, "👩‍🚀", "<a href='x'>"])
def test_any_name_is_text_in_the_page(name, tmp_path):
    drawn = chart(tmp_path, f"units: [{name!r}, B]\n".replace("\\\\", "\\"))
    assert not drawn.failed
    html = inline_svg(drawn.outputs[0].decode())
    assert "<script" not in html
    assert "<a " not in html


def test_a_mistake_of_ours_is_no_traceback(tmp_path, monkeypatch):
    monkeypatch.delenv("ORGVIZ_DEBUG", raising=False)
    monkeypatch.setattr("orgviz.plugins.embedding.draw", lambda *_args, **_further: 1 / 0)
    (trouble,) = chart(tmp_path, "units: [A]\n").troubles
    assert "internal error: ZeroDivisionError" in str(trouble)


def test_charts_have_ids_of_their_own():
    prefixes = {id_prefix(page, number) for page in ("a", "a/b", "a-b", "页") for number in range(3)}
    assert len(prefixes) == 12
    assert all(prefix[0].isalpha() for prefix in prefixes)


def test_an_alternative_text_takes_the_place_of_the_title(tmp_path):
    svg = chart(tmp_path, "title: T\nunits: [A]\n").outputs[0].decode()
    html = inline_svg(svg, alt='"A" & <B>', width="80%")
    assert html.startswith("<svg ")
    assert 'aria-label="&quot;A&quot; &amp; &lt;B&gt;"' in html
    assert "aria-labelledby" not in html
    assert "width:80%" in html


@pytest.mark.parametrize("text", ["x", "1px;color:red", "-1px", "80%%", "1" * 9])
def test_only_lengths_are_widths(text):
    with pytest.raises(Exception, match="is no width"):
        checked_width(text)
