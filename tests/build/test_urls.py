import pytest

from orgviz.build.urls import checked_url


@pytest.mark.parametrize(
    ("url", "rebuilt"),
    [
        ("https://example.com", "https://example.com"),
        ("HTTP://Example.com:8080/a?b=c&d=%20#e", "http://example.com:8080/a?b=c&d=%20#e"),
        ("https://例子.example/路径", "https://xn--fsqu00a.example/%E8%B7%AF%E5%BE%84"),
        ("http://[::1]:80/", "http://[::1]:80/"),
        ("mailto:a@example.com?subject=x", "mailto:a@example.com?subject=x"),
    ],
)
def test_addresses_are_rebuilt(url, rebuilt):
    assert checked_url(url) == (rebuilt, None)
    assert checked_url(rebuilt) == (rebuilt, None)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:x", "data:text/html,x", "vbscript:x", "file:///etc",
        "//example.com", "example.com", "/path", "", "https://", "http://[", "http://a:b/", "https://a b/",
        'https://a/"x', "https://a/<x>", "https://a/'x", "https://a\\b", "https://user:word@example.com/",
        "http://169.254.1.1/", "mailto:", "mailto:nobody",
        "https://a/\x07", "https://a/\u00a0", "https://" + "a" * 3000,
    ],
)  # fmt: skip
def test_everything_else_is_refused_with_a_reason(url):
    rebuilt, reason = checked_url(url)
    assert rebuilt is None
    assert reason
