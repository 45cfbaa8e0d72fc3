"""Read single values: names, and what stands where something else was expected."""

from __future__ import annotations

from types import MappingProxyType

from orgviz.build.unknown_keys import inner_pair
from orgviz.diagnostics import Findings
from orgviz.patterns import pattern
from orgviz.source.characters import invisible_text
from orgviz.source.entries import Entry, Mapping, Scalar, Sequence
from orgviz.vocabulary import vocabulary
from orgviz.wording import listed, nearest, quoted

_BULLET = pattern(r"[-－–—−•·●]\s*\S")
_SEPARATORS = pattern(r"\s*[，、,；;]\s*")
LANGUAGES = ("zh-CN", "zh-TW", "ja", "ko", "de", "en")
# What people say beside the words of the charts.
_SAID = MappingProxyType(
    {
        "active": ("启用", "啟用", "正常", "在用", "有效", "open", "enabled"),
        "planned": ("计划", "計劃", "拟设", "筹备", "筹建中", "future"),
        "closed": ("关闭", "關閉", "停用", "撤销", "已关闭", "disabled"),
        "dotted": ("虚线", "虛線", "虚线汇报"),
        "reports": ("实线", "實線", "汇报", "上级"),
        "collaborates": ("协同", "合作", "配合"),
        "member": ("成员", "成員"),
        "service": ("客服", "服务"),
        "executive": ("管理层", "高管"),
    }
)
NAME_LINES = 20

_BREAKS = pattern(r"[ \t]*[\t\n][ \t\n]*")


def found_shape(entry: Entry) -> str:
    """Name what stands in the file, for messages."""
    if isinstance(entry, Sequence):
        return "a list"
    if isinstance(entry, Mapping):
        return "a mapping"
    return "nothing" if entry.null else f"the text {quoted(entry.text)}"


def clean_name(value: Scalar, findings: Findings) -> str:
    """Return a name on one line, without outer space; report one that shows nothing or is far too long."""
    text = value.text
    most = findings.limits.name
    if text.isascii() and text.isprintable() and 0 < len(text) <= most and (name := text.strip()):
        return name
    if len(text) <= most and "\n" not in text and "\t" not in text:
        name = text.strip()
    else:
        if len(text) > most or text.strip().count("\n") >= NAME_LINES:
            findings.error(
                "too-long",
                f"the name {quoted(text)} is longer than {most:,} characters or {NAME_LINES} lines",
                value.span,
                "put what it does into 'duty'",
            )
        name = _BREAKS.sub(" ", text.strip())
    inner = inner_pair(name) if value.plain and not name.isascii() and (":" in name or "：" in name) else None
    hidden = invisible_text(text)
    if inner is not None:
        findings.error(
            "yaml-space",
            f"a full-width colon stands behind '{inner}', so it counts as a part of the name {quoted(name)}",
            value.span,
            f"write '{inner}: ', with a half-width colon and a space, in a line of its own",
        )
    if hidden is not None:
        findings.error("invisible-text", f"the name shows nothing: it begins with {hidden}", value.span)
    elif not name:
        findings.error("missing-value", "the name is empty", value.span)
    return name


def tell_choice(value: Scalar, key: str, allowed: tuple[str, ...], code: str, findings: Findings) -> None:
    """Report a word that is none of the allowed ones."""
    near = _translated(key, value.text.strip(), allowed) or nearest(value.text, allowed)
    hint = f"did you mean '{near}'?" if near else f"'{key}' is one of {listed(allowed)}"
    findings.error(code, f"{quoted(value.text)} is no {key}", value.span, hint)


def _translated(key: str, word: str, allowed: tuple[str, ...]) -> str | None:
    """Return what people mean by a word of their own language."""
    said = {name for name in allowed if word in _SAID.get(name, ())}
    for lang in LANGUAGES:
        words = vocabulary(lang)
        tables = (("status", words.statuses), ("type", words.types), ("kind", words.edges))
        said.update(
            str(name) for table, shown in tables if table == key for name, text in shown.items() if text == word
        )
    return next((name for name in allowed if name in said), None)


def shape_hint(key: str, value: Entry, fits: tuple[type, ...]) -> str | None:
    """Return how to write what stands where a list, or where something else, was expected."""
    if isinstance(value, Sequence):
        return "write one text, without brackets and dashes" if Scalar in fits else None
    if Sequence not in fits or Scalar in fits:
        return None
    if isinstance(value, Mapping):
        return "begin every item with a dash and a space: '- '"
    if _BULLET.match(value.text):
        return "begin every item with a half-width dash and a space: '- '"
    names = [name for name in _SEPARATORS.split(value.text.strip("【】［］ ")) if name]
    shown = f"{key}: [{', '.join(names)}]"
    signs = ", with half-width signs" if len(names) > 1 else ""
    return f"write a list{signs}: {shown}" if len(shown) <= 80 else f"write a list{signs}"


def tell_no_text(item: Entry, where: str, findings: Findings) -> None:
    """Report an empty, list or mapping item where text is expected."""
    if isinstance(item, Scalar):
        findings.error("missing-value", f"an item {where} is empty", item.span, "take it away")
    else:
        findings.error("wrong-shape", f"an item {where} must be text, but here stands {found_shape(item)}", item.span)


def tell_joined(text: Scalar, key: str, offset: int, findings: Findings) -> None:
    """Report ``key：value`` or ``key:value``; `offset` is where in the text the colon stands."""
    is_wide = text.text[offset] == "："
    findings.error(
        "yaml-space",
        f"a full-width colon stands behind '{key}'" if is_wide else f"a space is missing after '{key}:'",
        text.span._replace(column=text.span.column + offset, width=1),
        f"write '{key}: ', with a half-width colon and a space",
    )
