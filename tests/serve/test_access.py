"""Who is answered: a browser of this machine that has the secret, from a page of the preview; nobody else."""

from http import HTTPStatus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.serve.access import Access

TOKEN = "0123456789abcdef" * 2


def refused(access=None, path="/chart.svg", query="", **headers):
    given = {"host": ["127.0.0.1:8765"], "cookie": [f"orgviz-8765={TOKEN}"]}
    given |= {name.replace("_", "-"): values for name, values in headers.items()}
    found = (access or Access(8765, TOKEN)).refusal(given, path, query)
    return found and found.status


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "LOCALHOST:8765", "[::1]:8765"])
def test_the_names_of_this_machine_are_answered(host):
    assert refused(host=[host]) is None


@pytest.mark.parametrize(
    "hosts",
    [
        [], [""], ["evil.example"], ["evil.example:8765"], ["127.0.0.1"], ["localhost"], ["127.0.0.1:80"],
        ["127.0.0.1:8765.evil.example"], ["127.0.0.1:8765@evil.example"], ["evil.example#127.0.0.1:8765"],
        ["localhost.evil.example:8765"], ["localhost.:8765"], ["0.0.0.0:8765"], ["127.1:8765"], ["2130706433:8765"],
        ["::1:8765"], ["[::ffff:127.0.0.1]:8765"], ["127.0.0.1:08765"], ["127.0.0.1:8765", "127.0.0.1:8765"],
        ["127.0.0.1:8765", "evil.example"], ["127.0.0.1:8765,evil.example"], ["localhost:８７６５"],
    ],
)  # fmt: skip
def test_any_other_host_is_refused_as_it_may_be_a_rebound_name(hosts):
    assert refused(host=hosts) is HTTPStatus.MISDIRECTED_REQUEST


def test_a_browser_leaves_out_the_port_of_http():
    assert Access(80, TOKEN).refusal({"host": ["localhost"]}, "/", f"token={TOKEN}") is None


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "", "https://127.0.0.1:8765", "http://127.0.0.1", "http://127.0.0.1:9999",
     "http://127.0.0.1:8765.evil.example", "http://localhost:8765", "file://"],
)  # fmt: skip
def test_pages_of_others_are_refused(origin):
    assert refused(origin=[origin]) is HTTPStatus.FORBIDDEN


def test_our_own_page_is_answered():
    assert refused(origin=["http://127.0.0.1:8765"], sec_fetch_site=["same-origin"]) is None
    assert refused(sec_fetch_site=["none"]) is None


@pytest.mark.parametrize("site", ["cross-site", "same-site", "", "None", "same-origin, cross-site"])
def test_what_a_page_of_another_site_or_port_asks_for_is_refused(site):
    assert refused(sec_fetch_site=[site]) is HTTPStatus.FORBIDDEN
    assert refused(sec_fetch_site=["same-origin", site]) is HTTPStatus.FORBIDDEN


@pytest.mark.parametrize(
    "cookie",
    ["", "orgviz-8765", "orgviz-8765=", f"orgviz-8765={TOKEN[:-1]}", f"orgviz-8765={TOKEN}0", f"orgviz-9999={TOKEN}",
     f"orgviz-8765={TOKEN.upper()}", "orgviz-8765=é\udcff", f"x; y=orgviz-8765={TOKEN}", ";" * 5000],
)  # fmt: skip
def test_without_the_secret_nothing_is_answered(cookie):
    assert refused(cookie=[cookie]) is HTTPStatus.FORBIDDEN


def test_the_secret_is_found_among_other_cookies():
    assert refused(cookie=[f'a=1; orgviz-8765={TOKEN};b="c"']) is None


@pytest.mark.parametrize(
    "query", ["", "token=", f"token={TOKEN[:-1]}", f"Token={TOKEN}", "&" * 3000, f"ticket={TOKEN}"]
)
def test_a_wrong_token_in_the_address_is_refused(query):
    assert refused(path="/", query=query, cookie=[]) is HTTPStatus.FORBIDDEN


def test_the_token_in_the_address_opens_the_page_and_only_that():
    query = f"token={TOKEN}"
    assert refused(path="/", query=query, cookie=[]) is None
    assert refused(path="/chart.svg", query=query, cookie=[]) is HTTPStatus.FORBIDDEN
    assert refused(path="/events", query=query, cookie=[]) is HTTPStatus.FORBIDDEN


def test_a_ticket_opens_the_page_once():
    access = Access(8765, TOKEN)
    ticket, other = access.new_ticket(), access.new_ticket()
    for expected in (None, HTTPStatus.FORBIDDEN):
        assert refused(access, path="/", query=f"ticket={ticket}", cookie=[]) is expected
    assert refused(access, path="/", query=f"ticket={other}", cookie=[]) is None


HEADERS = st.dictionaries(
    st.sampled_from(["host", "origin", "sec-fetch-site", "cookie", "x"]),
    st.lists(st.text() | st.sampled_from(["127.0.0.1:8765", "localhost:8765", "same-origin"]), max_size=3),
)


@given(HEADERS, st.sampled_from(["/", "/events"]) | st.text(), st.text())
def test_whatever_is_sent_without_the_secret_is_refused(headers, path, query):
    assert Access(8765, TOKEN).refusal(headers, path, query) is not None
