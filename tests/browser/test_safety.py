"""An SVG runs no script and fetches nothing, however hostile the names in it, opened by itself or in a page."""

import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest

from orgviz.output.drawing import TextMode
from orgviz.pipeline import render
from orgviz.render_options import Format, RenderOptions
from tests.browser.conftest import open_page

pytestmark = pytest.mark.needs_browser

# {here} is an address at which somebody listens.
HOSTILE = (
    "<script>fetch('{here}/script')</script>",
    "<img src='{here}/img' onerror='fetch(`{here}/onerror`)'>",
    '"><image xlink:href="{here}/image"/>',
    "]]><script href='{here}/cdata'/>",
    "' onload='fetch(`{here}/onload`)",
    "&lt;script&gt;fetch('{here}/escaped')&lt;/script&gt;",
    "&#x3c;script>fetch('{here}/reference')&#x3c;/script>",
    "--><style>@import url({here}/import);</style>",
    "url({here}/url)",
    "}}</style><link rel=stylesheet href={here}/link>",
    "{here}/address",
    "\\N<TABLE><TR><TD BACKGROUND='{here}/html'>",
    '<?xml-stylesheet href="{here}/sheet"?>',
    "<!DOCTYPE a [<!ENTITY e SYSTEM '{here}/entity'>]>&e;",
)


@dataclass
class Listener:
    """What listens on this machine, and the paths that it was asked for."""

    address: str
    asked: list[str] = field(default_factory=list)


@pytest.fixture
def listener() -> Iterator[Listener]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        found = Listener(f"http://127.0.0.1:{server.getsockname()[1]}")

        def listen() -> None:
            while True:
                try:
                    client, _ = server.accept()
                except OSError:
                    return
                with client:
                    client.settimeout(5)
                    found.asked.append(client.recv(4096).decode("latin-1").split(" ")[1])
                    client.sendall(b"HTTP/1.0 404 None\r\nContent-Length: 0\r\n\r\n")

        threading.Thread(target=listen, daemon=True).start()
        yield found
        server.shutdown(socket.SHUT_RDWR)


def hostile_file(address: str) -> str:
    """Return an organisation in which every text is hostile, as JSON-like YAML that is none of our business."""
    texts = [text.format(here=address) for text in HOSTILE]
    quoted = ["'" + text.replace("'", "''") + "'" for text in texts]
    units = [
        f"  - {{name: {text}, id: {other}, type: own, head: {{title: {other}, holder: {text}}}, duty: {other},"
        f" url: '{address}/url?{place}'}}\n"
        for place, (text, other) in enumerate(zip(quoted, [*quoted[1:], quoted[0]], strict=True))
    ]
    links = [f"  - {{from: {one}, to: {other}, label: {one}}}\n" for one, other in pairwise(quoted)]
    types = f"types:\n  own: {{label: {quoted[0]}, match: [{quoted[1]}]}}\n"
    return f"title: {quoted[0]}\n{types}units:\n{''.join(units)}links:\n{''.join(links)}"


@pytest.fixture
def drawings(listener: Listener, tmp_path: Path) -> list[Path]:
    """Return hostile charts as files, one in each way of writing text."""
    data = hostile_file(listener.address).encode()
    paths = []
    for mode in TextMode:
        options = RenderOptions(text=mode, legend=True)
        path = tmp_path / f"{mode}.svg"
        path.write_bytes(render(data, "hostile.yaml", [Format.SVG], options).outputs[0])
        paths.append(path)
    return paths


def test_a_page_with_hostile_charts_asks_for_nothing(browser, listener, drawings, tmp_path):
    shown = [
        f'<img src="{path.name}"><iframe src="{path.name}"></iframe><object data="{path.name}"></object>'
        f'<div style="background: url({path.name})">{path.read_text(encoding="utf-8").partition("?>")[2]}</div>'
        for path in drawings
    ]
    # The last asks, so that we know that we would have heard the others.
    trap = "<svg xmlns='http://www.w3.org/2000/svg'><script>fetch('{here}/trap')</script></svg>"
    tmp_path.joinpath("trap.svg").write_text(trap.format(here=listener.address))
    page = tmp_path / "page.html"
    page.write_text(
        "<!doctype html><meta charset=utf-8>" + "".join(shown) + '<iframe src="trap.svg"></iframe>', "utf-8"
    )
    document = open_page(browser, page, "--virtual-time-budget=3000")
    assert document.count('class="node ') >= 3 * len(HOSTILE)
    assert listener.asked == ["/trap"]


def test_a_hostile_chart_opened_by_itself_asks_for_nothing(browser, listener, drawings):
    for path in drawings:
        document = open_page(browser, path, "--virtual-time-budget=2000")
        assert document.count('class="node ') == len(HOSTILE)
        assert not any(f"<{tag}" in document for tag in ("script", "img", "image", "foreignObject", "link", "use"))
    assert listener.asked == []
