"""Check a link and rebuild it from its parts, so that nothing but a plain address can reach a picture."""

from __future__ import annotations

from urllib.parse import quote, urlsplit, urlunsplit

from orgviz.patterns import pattern

URL_LENGTH = 2_000
SCHEMES = ("http", "https", "mailto")

_UNSAFE = pattern(r"[\s\x00-\x1f\x7f-\x9f\"'<>\\`{}|^]")
_SAFE_PATH = "/%:@!$&()*+,;=~-._"
_LINK_LOCAL = ("169.254.", "[fe80:")


def checked_url(text: str) -> tuple[str | None, str | None]:
    """Return the rebuilt address and nothing, or nothing and what is wrong with it."""
    if len(text) > URL_LENGTH:
        return None, f"is longer than {URL_LENGTH:,} characters"
    if _UNSAFE.search(text):
        return None, "has a space, a quote or another character that links cannot have"
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None, "is not an address"
    if parts.scheme not in SCHEMES:
        return None, "is neither http, https nor mailto"
    if parts.scheme == "mailto":
        if parts.netloc or "@" not in parts.path:
            return None, "names no mail address"
        return urlunsplit(("mailto", "", quote(parts.path, _SAFE_PATH), quote(parts.query, _SAFE_PATH + "?"), "")), None
    if not host or "@" in parts.netloc:
        return None, "names no host" if not host else "holds a user name or password"
    if parts.netloc.lower().startswith(_LINK_LOCAL):
        return None, "names an address that only means this machine's own network card"
    try:
        ascii_host = host if ":" in host else host.encode("idna").decode("ascii")
    except UnicodeError:
        return None, "names no host"
    netloc = (f"[{ascii_host}]" if ":" in ascii_host else ascii_host) + (f":{port}" if port is not None else "")
    query, fragment = (quote(part, _SAFE_PATH + "?") for part in (parts.query, parts.fragment))
    return urlunsplit((parts.scheme, netloc, quote(parts.path, _SAFE_PATH), query, fragment)), None
