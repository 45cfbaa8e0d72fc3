"""Leave out what is in a document but no part of its text: front matter, comments, code, what a server runs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from orgviz.patterns import pattern

_FENCE = pattern(r"\s*(```+|~~~+)\s*([\w+-]*)")
_TREE_SIGNS = pattern(r"[├└┣┗╠╚]|(?m:^[\s|]*[+|`\\]--)")
_CODE_SIGNS = pattern(r"[{};=<>]|->|→|⇒|\w\(")
_COMMENT_BEGINS = pattern(r"<!--|\{%\s*comment\s*%\}|\{#|<script\b|<style\b|<%|<\?(?:php|=|$)", re.IGNORECASE)
_COMMENT_ENDS = {
    "<!--": "-->", "{%": "endcomment", "{#": "#}", "<script": "</script", "<style": "</style", "<%": "%>", "<?": "?>",
}  # fmt: skip


_PAGE = pattern(
    r"\s*(?:[-—–]?\s*第\s*\d+\s*[页頁](?:\s*[,，/]?\s*共\s*\d+\s*[页頁])?\s*[-—–]?|page\s+\d+(?:\s+of\s+\d+)?"
    r"|\d+\s*/\s*\d+)\s*$",
    re.IGNORECASE,
)


_PAGE_ENDS = frozenset("页頁-—–")  # how a line with the number of its page can end, but for a figure


def _beside_page_number(text: str) -> str | None:
    """Return what stands before a page number at the end of a line; nothing where there is none."""
    bare = text.rstrip()
    if not bare[-1:].isdecimal() and bare[-1:] not in _PAGE_ENDS:
        return None
    start = max(0, len(bare) - 48)
    page = _PAGE.search(bare, start)
    return bare[: page.start()].strip() if page else None


def _page_heads(lines: Sequence[str]) -> frozenset[str]:
    """Return what stands beside page numbers more than once: the head of every page."""
    heads = Counter(head for text in lines if (head := _beside_page_number(text)) is not None)
    return frozenset(head for head, count in heads.items() if not head or count > 1)


def kept_lines(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield (1-based number, text) of the lines that a reader sees; those left out within come as blank lines."""
    number = front_length_of_page(lines)
    heads = _page_heads(lines)
    told = sum(bool(text.strip()) for text in lines[number:])
    while number < len(lines):
        text = lines[number]
        if _beside_page_number(text) in heads or (len(text) < _LONGEST_BUTTON and _BUTTON.fullmatch(text)):
            number += 1
            continue
        if text.startswith(".. ") and (directive := _DIRECTIVE.fullmatch(text)):
            number += 1
            while directive["name"] and number < len(lines) and _OPTION.match(lines[number]):
                number += 1
            continue
        fence = _FENCE.match(text)
        if fence:
            end = _fence_end(lines, number, fence[1])
            if _is_drawing(lines[number + 1 : end], fence[2]) or _is_graph(lines[number + 1 : end], fence[2], told):
                yield number + 1, ""
                yield from ((place + 1, lines[place]) for place in range(number + 1, end))
            yield end + 1, ""
            number = end + 1
            continue
        comment = _COMMENT_BEGINS.search(text)
        if comment:
            last = _comment_end(lines, number, comment)
            if last is not None:
                yield number + 1, text[: comment.start()] if last > number else _COMMENTS_WITHIN.sub("", text)
                number = last + 1
                continue
        yield number + 1, text
        number += 1


# .. image:: harbour.png, and below it :width: 100%; .. _harbour: (reStructuredText).
_DIRECTIVE = pattern(r"\.\.\s(?:(?P<name>[a-z][\w-]*)::.*|_[^:]{1,60}:.*|\[[^\]]{1,20}\]\s.*)")
_OPTION = pattern(r"\s+:[a-z][\w-]*:(?:\s|$)")
# What one can press on a page, as it comes with its text.
_BUTTON = pattern(
    r"\s*\[?(?:(?:立即|立刻|点击|點擊|马上|馬上|我要|在线|線上)?(?:申请|申請|报名|報名|加入|查看|了解|阅读|閱讀|展开|展開|收起)"
    r"(?:加入|入会|入社|参加|报名|詳情|详情|更多|全文|全部)"
    r"|(?:点击|點擊|立即|马上|我要)(?:加入|报名|報名|申请|申請|查看)|返回(?:顶部|首页|列表)"
    r"|(?:Read|Learn|Show|See|View|Load) more|Apply now|Sign up(?: now)?|Join now|Back to top|Book now"
    r"|(?:Print|Share|Email|E-mail|Bookmark) this page|(?:Skip|Jump) to (?:main )?(?:content|navigation|search)"
    r"|Skip (?:navigation|ribbon commands)|(?:Change )?(?:font|text) size:?(?:[\s|/]*\bA[+-]*(?!\w)){1,3}"
    r"|Toggle navigation|(?:Top|Bottom|End) of page|Advertisements?:?|Quick ?links:?|You are here:?|Site map)\s*"
    r"(?:>+|»|→|\.\.\.)?\]?\s*",
    re.IGNORECASE,
)
_LONGEST_BUTTON = 32
_COMMENTS_WITHIN = pattern(r"<!--.*?-->|\{#.*?#\}|<%.*?%>|<\?.*?\?>|<(script|style)\b.*", re.IGNORECASE)


def front_length_of_page(lines: Sequence[str]) -> int:
    """Return how many lines the front matter takes, none where there is none."""
    if not lines or lines[0].strip() not in ("---", "+++"):
        return 0
    for number in range(1, min(len(lines), 200)):
        if lines[number].strip() == lines[0].strip():
            return number + 1
        if lines[number].strip() and not re.match(r"\s*[\w-]+\s*[:=]|\s+\S|-\s|#", lines[number]):
            return 0
    return 0


def _fence_end(lines: Sequence[str], begin: int, fence: str) -> int:
    for number in range(begin + 1, len(lines)):
        if lines[number].strip().startswith(fence):
            return number
    return len(lines)


def _is_drawing(lines: Sequence[str], language: str) -> bool:
    """Tell a tree or an outline in a block of code from a program."""
    text = "\n".join(lines)
    if language.lower() not in ("", "text", "txt", "plain", "plaintext", "tree", "markdown", "md"):
        return False
    return bool(_TREE_SIGNS.search(text)) or (len(lines) > 1 and not _CODE_SIGNS.search(text))


_GRAPH_LANGUAGES = ("mermaid", "plantuml", "puml", "uml", "dot", "graphviz", "gv", "org", "wbs", "mindmap")


def _is_graph(lines: Sequence[str], language: str, told: int) -> bool:
    """Tell a graph in a block of code that is most of a document, of which so many lines hold anything.

    Also one whose nodes tell later whether it is one of an organisation.
    """
    if language.lower() not in _GRAPH_LANGUAGES:
        return False
    drawn = sum(bool(text.strip()) for text in lines)
    first = next((text for text in lines if text.strip()), "")
    return 2 * drawn > told - drawn or _GRAPH_OPENS.match(first) is not None


_GRAPH_OPENS = pattern(r"\s*(?:(?:graph|flowchart) (?:TD|TB|LR|RL|BT)|(?:strict )?digraph\b|@start(?:wbs|mindmap))")


def _comment_end(lines: Sequence[str], begin: int, comment: re.Match[str]) -> int | None:
    opening = comment[0].lower()
    ending = next(end for start, end in _COMMENT_ENDS.items() if opening.startswith(start))
    for number in range(begin, min(len(lines), begin + 2000)):
        if ending in lines[number][comment.end() if number == begin else 0 :].lower():
            return number
    return None
