"""A real server on a real port, asked by friends and others."""

import contextlib
import http.client
import json
import socket
import threading
from dataclasses import replace

import pytest

from orgviz.diagnostics import ToolError
from orgviz.serve import server as serving
from orgviz.serve.access import Access
from orgviz.serve.server import CONNECTIONS, LONGEST_HEAD, STREAMS, open_server
from orgviz.serve.state import Board, Picture, State

TOKEN = "0123456789abcdef" * 2
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
STATE = State(file="org.yaml", is_drawing=False, pictures=(Picture("", SVG), Picture("b", b"<svg/>")))


@contextlib.contextmanager
def served(host="127.0.0.1"):
    with open_server(host, 0, Board(STATE), lambda port: Access(port, TOKEN)) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def server():
    with served() as found:
        yield found


def ask(server, path, method="GET", **headers):
    """Return the answer to a request of our own page, with changes; its body is read."""
    given = {"Cookie": f"orgviz-{server.port}={TOKEN}"}
    given |= {name.replace("_", "-"): value for name, value in headers.items()}
    connection = http.client.HTTPConnection(server.host, server.port, timeout=30)
    connection.request(method, path, headers={name: value for name, value in given.items() if value is not None})
    answer = connection.getresponse()
    answer.body = answer.read()
    connection.close()
    return answer


def say(server, data, *, end=False):
    """Return what the server says to bytes."""
    with socket.create_connection((server.host, server.port), timeout=30) as connection:
        connection.sendall(data)
        if end:
            connection.shutdown(socket.SHUT_WR)
        answer = b""
        with contextlib.suppress(ConnectionResetError):
            while more := connection.recv(65536):
                answer += more
        return answer


@pytest.mark.parametrize(
    ("path", "kind", "part"),
    [
        ("/", "text/html; charset=utf-8", b"<!doctype html>"),
        ("/page.css", "text/css; charset=utf-8", b"#stage"),
        ("/page.js", "text/javascript; charset=utf-8", b"EventSource"),
        ("/chart.svg", "image/svg+xml; charset=utf-8", SVG),
        ("/chart.svg?chart=1&digest=x", "image/svg+xml; charset=utf-8", b"<svg/>"),
    ],
)
def test_what_there_is(server, path, kind, part):
    answer = ask(server, path)
    assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
    assert part in answer.body
    head = ask(server, path, "HEAD")
    assert (head.status, head.body, head.headers["Content-Length"]) == (200, b"", str(len(answer.body)))


@pytest.mark.parametrize(
    "path",
    ["/none", "/..", "/../etc/passwd", "/page.js/../../secret.py", "/%2e%2e/%2e%2e/etc/passwd",
     "/page.py", "/server.py", "/page.html", "/chart.svg/", "/CHART.SVG", "/chart.svg%00", "/events/", "/org.yaml",
     "/.git/config", "http://127.0.0.1/", "http://evil.example/chart.svg", "*", "/favicon.ico", "/\\..\\x"],
)  # fmt: skip
def test_nothing_else_is_there_whatever_is_asked_for(server, path):
    assert ask(server, path).status in (404, 421)


@pytest.mark.parametrize("number", ["2", "-1", "x", "1.0", "%D9%A0", "9" * 5000])
def test_a_picture_that_is_not_there_is_told(server, number):
    assert ask(server, f"/chart.svg?chart={number}").status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "get", "X"])
def test_nothing_can_be_changed(server, method):
    answer = ask(server, "/", method)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")
    assert not any(name.lower().startswith("access-control") for name in answer.headers)


@pytest.mark.parametrize("path", ["/", "/page.css", "/page.js", "/chart.svg", "/events", "/none"])
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example"}, 421),
        ({"Host": None, "Cookie": ""}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Sec_Fetch_Site": "same-site"}, 403),
        ({"Cookie": None}, 403),
        ({"Cookie": "orgviz-1=x"}, 403),
    ],
)
def test_others_get_nothing_under_any_path(server, path, headers, status):
    answer = ask(server, path, **headers)
    assert answer.status == status
    assert SVG not in answer.body
    assert TOKEN.encode() not in answer.body
    assert answer.headers["Set-Cookie"] is None


@pytest.mark.parametrize("path", ["/", "/page.css", "/page.js", "/chart.svg", "/none"])
def test_every_answer_is_told_to_be_kept_from_others(server, path):
    headers = ask(server, path).headers
    expected = {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-store",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "X-Frame-Options": "DENY",
        "Server": "orgviz",
    }
    assert {name: headers[name] for name in expected} == expected
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert ("frame-ancestors 'none'" in policy) == (path != "/none")
    assert not any(name.lower().startswith("access-control") for name in headers)


def test_the_page_may_load_only_what_is_ours_and_the_picture_nothing(server):
    page, picture = (ask(server, path).headers["Content-Security-Policy"] for path in ("/", "/chart.svg"))
    assert "unsafe" not in page
    assert "script-src 'self'" in page
    assert "sandbox" in picture
    assert "script-src" not in picture


def test_the_address_that_is_printed_gives_the_cookie(server):
    answer = ask(server, f"/?token={TOKEN}", Cookie=None)
    assert answer.status == 200
    assert answer.headers["Set-Cookie"] == f"orgviz-{server.port}={TOKEN}; Path=/; HttpOnly; SameSite=Strict"
    assert server.address(token=TOKEN) == f"http://127.0.0.1:{server.port}/?token={TOKEN}"


@pytest.mark.parametrize(
    "data",
    [
        b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET / FTP/1.0\r\n\r\n", b"GET  /  HTTP/1.1  x\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\r\n\r\n", b"GET / HTTP/1.1\r\n: x\r\n\r\n", b"GET / HTTP/1.1\r\nHost\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 150 + b"\r\n", b"GET /\r\n\r\n", b"\xff\xfe /\xff HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil\r\n\r\n", b"GET /\0 HTTP/1.1\r\n\r\n",
    ],
)  # fmt: skip
def test_what_is_no_request_gets_no_page_and_breaks_nothing(server, data, capfd):
    answer = say(server, data)
    assert b"doctype" not in answer
    assert b"HTTP/1.1 200" not in answer
    assert ask(server, "/").status == 200
    assert capfd.readouterr() == ("", "")


def test_what_is_asked_for_never_comes_back_in_the_answer(server):
    mark = "<script>alert(1)</script>"
    for answer in (ask(server, f"/{mark}".replace(" ", "")), ask(server, "/", mark.replace("/", ""))):
        assert b"script" not in answer.body
        assert b"<" not in answer.body


@pytest.mark.parametrize("header", [b"X: " + b"x" * LONGEST_HEAD, b"X: y\r\n" * LONGEST_HEAD])
def test_a_head_without_end_is_not_listened_to(server, header):
    assert say(server, b"GET / HTTP/1.1\r\n" + header + b"\r\n" * 2 * 0) == b""
    assert ask(server, "/").status == 200


def test_a_head_that_ends_early_is_no_request(server):
    assert say(server, b"GET / HTTP/1.1\r\nHost: x", end=True) == b""


def test_whoever_is_slow_is_hung_up_on(server, monkeypatch):
    monkeypatch.setattr(serving, "SECONDS", 0.2)
    assert say(server, b"GET / HTTP/1.1\r\n") == b""


def test_whoever_sends_a_byte_now_and_then_is_hung_up_on_too(server, monkeypatch):
    monkeypatch.setattr(serving, "SECONDS", 0.3)
    answer = None
    with (
        socket.create_connection((server.host, server.port), timeout=0.02) as connection,
        contextlib.suppress(ConnectionError),
    ):
        while answer is None:
            connection.sendall(b"x")
            with contextlib.suppress(TimeoutError):
                answer = connection.recv(1)
    assert not answer


def test_there_is_a_limit_to_connections_and_they_come_free_again(server):
    with contextlib.ExitStack() as idle:
        for _ in range(CONNECTIONS):
            idle.enter_context(socket.create_connection((server.host, server.port), timeout=30))
        assert say(server, b"") == b""
    for _ in range(1000):
        with contextlib.suppress(ConnectionError, http.client.HTTPException):
            if ask(server, "/").status == 200:
                return
    raise AssertionError("nobody gets in any more")


class Events:
    """A stream of events that is read one by one."""

    def __init__(self, server):
        self.connection = http.client.HTTPConnection(server.host, server.port, timeout=60)
        self.connection.request("GET", "/events", headers={"Cookie": f"orgviz-{server.port}={TOKEN}"})
        self.answer = self.connection.getresponse()

    def next(self):
        """Return the next event, or the comment that stands for none."""
        lines = []
        while (line := self.answer.fp.readline()) not in (b"\n", b""):
            lines.append(line.decode())
        return json.loads(lines[1][6:]) if lines[0].startswith("event: ") else lines[0]

    def close(self):
        """Go away."""
        self.answer.close()
        self.connection.close()


def test_events_tell_the_state_at_once_and_each_that_is_newer(server):
    events = Events(server)
    assert events.answer.headers["Content-Type"] == "text/event-stream; charset=utf-8"
    assert events.next()["title"] == ""
    for title in ("甲", "乙"):
        server.board.show(replace(STATE, title=title))
        assert events.next()["title"] == title
    events.close()


def test_a_stream_without_news_says_that_it_is_still_there(server, monkeypatch):
    monkeypatch.setattr(serving, "STILL_HERE_EVERY", 0.05)
    events = Events(server)
    assert events.next()["number"] == 0
    assert events.next() == ": still here\n"
    events.close()


def test_streams_leave_room_for_pictures_and_end_when_their_reader_goes(server, monkeypatch):
    monkeypatch.setattr(serving, "STILL_HERE_EVERY", 0.05)
    streams = [Events(server) for _ in range(STREAMS)]
    assert [stream.answer.status for stream in streams] == [200] * STREAMS
    assert ask(server, "/events").status == 503
    assert ask(server, "/chart.svg").status == 200
    for stream in streams:
        stream.close()
    while (again := Events(server)).answer.status != 200:
        again.close()
    again.close()


def test_a_question_about_events_is_answered_without_them(server):
    assert ask(server, "/events", "HEAD").body == b""


def test_only_this_machine_can_ask(server):
    assert server.socket.getsockname()[0] == "127.0.0.1"


def test_the_other_address_of_this_machine_is_as_good():
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("no IPv6 on this machine")
    with served("::1") as server:
        assert server.address(token=TOKEN) == f"http://[::1]:{server.port}/?token={TOKEN}"
        assert ask(server, "/").status == 200


def test_a_port_that_is_taken_is_told_and_none_takes_another(server, monkeypatch):
    with pytest.raises(ToolError, match=f"port {server.port} is in use") as caught:
        open_server("127.0.0.1", server.port, Board(STATE), lambda port: Access(port, TOKEN))
    assert "--port" in caught.value.hint
    monkeypatch.setattr(serving, "USUAL_PORT", server.port)
    with open_server("127.0.0.1", None, Board(STATE), lambda port: Access(port, TOKEN)) as other:
        assert other.port not in (0, server.port)
