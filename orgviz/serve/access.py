"""Decide whom the preview answers: browsers of this machine that have its secret, on pages of its own."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import parse_qs

HTTP_PORT = 80  # browsers leave it out


@dataclass(frozen=True, slots=True)
class Refusal:
    """A status and a sentence for whom the preview does not answer."""

    status: HTTPStatus
    words: str


@dataclass(slots=True)
class Access:
    """What a request has to show.

    Args:
        tickets: each opens the page once. They stand where other users of this machine may see them: in the arguments
            of the browser that we start.
    """

    port: int
    token: str
    tickets: set[str] = field(default_factory=set)

    @property
    def cookie(self) -> str:
        """The name of our cookie: browsers give the cookies of one port to all others of a machine."""
        return f"orgviz-{self.port}"

    def new_ticket(self) -> str:
        """Return a new text that opens the page once."""
        ticket = secrets.token_hex(16)
        self.tickets.add(ticket)
        return ticket

    def refusal(self, headers: Mapping[str, Sequence[str]], path: str, query: str) -> Refusal | None:
        """Return why a request is refused; nothing where it is not.

        Args:
            headers: every value of each header, by its name in small letters.
        """
        hosts = [host.strip().lower() for host in headers.get("host", ())]
        if len(hosts) != 1 or hosts[0] not in self._hosts():
            return Refusal(HTTPStatus.MISDIRECTED_REQUEST, "This is orgviz, and not the host that was asked for.")
        is_foreign = any(origin.strip().lower() != f"http://{hosts[0]}" for origin in headers.get("origin", ()))
        if is_foreign or any(site not in ("same-origin", "none") for site in headers.get("sec-fetch-site", ())):
            return Refusal(HTTPStatus.FORBIDDEN, "Other web pages do not get this.")
        if not (self._has_cookie(headers.get("cookie", ())) or (path == "/" and self._has_token(query))):
            return Refusal(HTTPStatus.FORBIDDEN, "Open the address that orgviz has printed.")
        return None

    def _hosts(self) -> tuple[str, ...]:
        names = ("127.0.0.1", "localhost", "[::1]")
        return (*[f"{name}:{self.port}" for name in names], *(names if self.port == HTTP_PORT else ()))

    def _has_cookie(self, cookies: Sequence[str]) -> bool:
        pairs = [pair.strip().partition("=") for text in cookies for pair in text.split(";")]
        return any(name == self.cookie and _equal(value, self.token) for name, _, value in pairs)

    def _has_token(self, query: str) -> bool:
        try:
            given = parse_qs(query, max_num_fields=4)
        except ValueError:
            return False
        if any(_equal(text, self.token) for text in given.get("token", ())):
            return True
        for text in given.get("ticket", ()):
            for ticket in tuple(self.tickets):
                if _equal(text, ticket):
                    self.tickets.discard(ticket)
                    return True
        return False


def _equal(given: str, secret: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), secret.encode())
