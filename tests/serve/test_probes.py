"""What other sites, other names and other paths try on the preview: each probe by name, none of them answered."""

import pytest

from tests.serve.test_server import SVG, TOKEN, ask, say, server

__all__ = ["server"]

# Another name that leads to this machine: the browser takes the preview for a page of that site.
REBINDING = {
    "another name": "evil.example", "another name with our port": "evil.example:{port}", "name that begins like ours":
    "127.0.0.1.evil.example:{port}", "name that ends like ours": "evil-127.0.0.1:{port}", "localhost of another":
    "localhost.evil.example:{port}", "root dot": "localhost.:{port}", "every address": "0.0.0.0:{port}", "short address":
    "127.1:{port}", "address as a number": "2130706433:{port}", "address in hexadecimal": "0x7f000001:{port}",
    "address in octal": "0177.0.0.1:{port}", "another address of this machine": "127.0.0.2:{port}", "mapped address":
    "[::ffff:127.0.0.1]:{port}", "no port": "127.0.0.1", "another port": "127.0.0.1:1", "port with a zero before":
    "127.0.0.1:0{port}", "user before the name": "127.0.0.1:{port}@evil.example", "empty": "", "two names":
    "127.0.0.1:{port}, evil.example", "wildcard name": "127.0.0.1.nip.io:{port}", "blank within": "127.0.0.1 :{port}",
}  # fmt: skip
# A page of another site, in the same browser, with the cookie or without.
CROSS_SITE = {
    "origin of another site": {"Origin": "http://evil.example"}, "origin of a secure site": {"Origin": "https://127.0.0.1:{port}"},
    "origin of a sandbox": {"Origin": "null"}, "origin of a file": {"Origin": "file://"}, "origin of another port":
    {"Origin": "http://127.0.0.1:1"}, "origin of an extension": {"Origin": "chrome-extension://abc"}, "origin that begins like ours":
    {"Origin": "http://127.0.0.1:{port}.evil.example"}, "image on another site": {"Sec-Fetch-Site": "cross-site",
    "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"}, "script on another site": {"Sec-Fetch-Site": "cross-site",
    "Sec-Fetch-Dest": "script"}, "frame on another site": {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "iframe"},
    "page on another port": {"Sec-Fetch-Site": "same-site"}, "site that nobody knows": {"Sec-Fetch-Site": "sideways"},
    "no cookie": {"Cookie": None}, "cookie of another": {"Cookie": "orgviz-{port}=" + "0" * 32}, "cookie cut short":
    {"Cookie": f"orgviz-{{port}}={TOKEN[:-1]}"}, "cookie of another port": {"Cookie": f"orgviz-1={TOKEN}"},
}  # fmt: skip
# What is not there, however it is asked for.
TRAVERSAL = (
    "/../org.yaml", "/..%2forg.yaml", "/%2e%2e/org.yaml", "/%252e%252e/org.yaml", "/..\\org.yaml", "//etc/passwd",
    "/./page.py", "/page.js/../server.py", "/chart.svg/../../etc/passwd", "/chart.svg%00.html", "/%c0%ae%c0%ae/etc/passwd",
    "file:///etc/passwd", "/org.yaml", "/.git/config", "/chart.svg;x", "/?/../org.yaml/..", "/events/../org.yaml",
)  # fmt: skip


def is_silent(answer) -> bool:
    """Tell whether an answer gives nothing away."""
    told = answer.body + str(answer.headers).encode()
    return (
        answer.status in (400, 403, 404, 421)
        and not any(secret in told for secret in (SVG, TOKEN.encode(), b"Access-Control", b"root:"))
        and answer.headers["Set-Cookie"] is None
    )


@pytest.mark.parametrize("name", REBINDING)
def test_a_rebound_name_is_told_nothing(server, name):
    host = REBINDING[name].replace("{port}", str(server.port))
    assert all(is_silent(ask(server, path, Host=host)) for path in ("/", "/chart.svg", "/events"))


@pytest.mark.parametrize("name", CROSS_SITE)
def test_another_site_is_told_nothing(server, name):
    headers = {
        key.replace("-", "_"): value and value.replace("{port}", str(server.port))
        for key, value in CROSS_SITE[name].items()
    }
    assert all(is_silent(ask(server, path, **headers)) for path in ("/", "/chart.svg", "/events"))


@pytest.mark.parametrize("path", [path for path in TRAVERSAL if not path.startswith("/?")])
def test_a_path_leads_to_no_file(server, path):
    assert is_silent(ask(server, path))


@pytest.mark.parametrize("path", TRAVERSAL)
def test_a_path_leads_to_no_file_for_who_has_no_cookie_either(server, path):
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode()
    answer = say(server, request)
    assert answer.split(b" ")[1] in (b"400", b"403", b"404")
    assert SVG not in answer
    assert TOKEN.encode() not in answer


def test_there_are_at_least_forty_probes():
    assert len(REBINDING) + len(CROSS_SITE) + len(TRAVERSAL) >= 40
