"""Turn the bytes of a text file into `SourceText`: UTF-8, or what is named with the command that converts it."""

from __future__ import annotations

import re

from orgviz.diagnostics import Findings
from orgviz.limits import raising
from orgviz.patterns import pattern
from orgviz.text import SourceText, Span

UTF8_BOM = b"\xef\xbb\xbf"

FILE_KINDS = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document (.doc, .xls or .ppt)"),
    (b"\x7fELF", "a program"),
)
OFFICE_PARTS = (
    (b"word/", "a Word document (.docx)"),
    (b"xl/", "an Excel workbook (.xlsx)"),
    (b"ppt/", "a PowerPoint presentation (.pptx)"),
)
WIDE_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32LE", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32BE", "UTF-32"),
    (b"\xff\xfe", "UTF-16LE", "UTF-16"),
    (b"\xfe\xff", "UTF-16BE", "UTF-16"),
)
UTF32_LE, UTF16_LE, UTF16_BE = b"\xff\xfe\x00\x00", b"\xff\xfe", b"\xfe\xff"
# How much of a text must be everyday text, how much less by the next best guess, and how many characters there
# must be beyond ASCII, for an encoding to be sure.
SURE_FITNESS, SURE_DISTANCE, SURE_LETTERS = 0.3, 0.15, 10
SURROGATE = re.compile(rb"\xed[\xa0-\xbf]")


def decode_any(data: bytes, path: str, findings: Findings) -> SourceText | None:
    """Decode a document or table, which few people save as UTF-8: any encoding that is sure, with a warning.

    UTF-16 is sure by its mark, others by a text long enough in which nearly every character is an everyday one.
    Of all others the first wrong byte is told, as by `decode`.
    """
    found = _sure_encoding(data) if len(data) <= findings.limits.bytes else None
    if found is None:
        return decode(data, path, findings)
    name, text = found
    findings.warn(
        "read-as",
        f"the file is encoded in {name}, and was read as that",
        Span(path, 1, 1),
        _iconv(name),
    )
    return SourceText(path, _one_line_break(text))


def _sure_encoding(data: bytes) -> tuple[str, str] | None:
    """Return an encoding other than UTF-8 that is beyond doubt, and the text; nothing where there is none."""
    if _file_kind(data) is not None:
        return None
    if data.startswith((UTF16_LE, UTF16_BE)) and not data.startswith(UTF32_LE):
        return _whole(data, "UTF-16", "utf-16")
    if b"\0" in data or _is_utf8(data):
        return None
    sample = data[: 1 << 16]
    scores = sorted(
        ((_fitness(sample, codec, common), name, codec) for name, codec, common in CANDIDATES), reverse=True
    )
    (best, name, codec), second = scores[0], scores[1][0]
    letters = sum(character > "\x7f" for character in _decoded(sample, codec))
    if best >= SURE_FITNESS and best - second >= SURE_DISTANCE and letters >= SURE_LETTERS:
        return _whole(data, name, codec)
    return _whole(data, "WINDOWS-1252", "cp1252") if _is_western(sample) else None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_western(sample: bytes) -> bool:
    """Tell whether all bytes above 0x7F are everyday signs of Western languages, each within or beside letters."""
    high = re.sub(rb"[\x00-\x7f]+", b"", sample)
    runs = re.findall(rb"[\x80-\xff]{3,}", sample)
    if not high or runs or any(byte not in WESTERN for byte in high):
        return False
    # A pound sign before a bracket is no half of a character in the encodings of two bytes; in that of Japan, which has
    # some of one byte, it would be a bracket of its own.
    doubled = (codec for _, codec, _ in CANDIDATES if codec != "shift_jis")
    return len(high) >= SURE_LETTERS // 2 or not any(_decoded(sample, codec) for codec in doubled)


def _whole(data: bytes, name: str, codec: str) -> tuple[str, str] | None:
    try:
        return name, data.decode(codec)
    except UnicodeDecodeError:
        return None


def decode(data: bytes, path: str, findings: Findings) -> SourceText | None:
    """Decode a file, every line break read as ``\\n``; one diagnostic and nothing where it is not UTF-8."""
    start = Span(path, 1, 1)
    most = findings.limits.bytes
    if len(data) > most:
        message = f"the input is larger than {most:,} bytes"
        findings.error("too-large", message, start, raising("bytes", most))
        return None
    kind = _file_kind(data)
    if kind is not None:
        findings.error("not-text", f"this is {kind}, not a text file", start, "save its text as UTF-8 and give that")
        return None
    if _tell_wide_encoding(data, start, findings):
        return None
    body = data.removeprefix(UTF8_BOM)
    if body.startswith(UTF8_BOM):
        findings.error(
            "not-utf8",
            "the file begins with two byte order marks",
            start,
            "save it as UTF-8 without a byte order mark",
        )
        return None
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        _tell_encoding(body, error, path, findings)
        return None
    return SourceText(path, _one_line_break(text))


def _one_line_break(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_workbook(data: bytes) -> bool:
    """Tell whether bytes are an Excel workbook."""
    return data.startswith(b"PK\x03\x04") and _file_kind(data) == OFFICE_PARTS[1][1]


def _file_kind(data: bytes) -> str | None:
    if data.startswith(b"PK\x03\x04"):
        head = data[: 1 << 16]
        return next((name for part, name in OFFICE_PARTS if part in head), "a zip archive")
    return next((name for magic, name in FILE_KINDS if data.startswith(magic)), None)


def _tell_wide_encoding(data: bytes, start: Span, findings: Findings) -> bool:
    """Report UTF-16 and UTF-32, by mark or by their null bytes, and null bytes that are neither."""
    for mark, _, spoken in WIDE_BOMS:
        if data.startswith(mark):
            # With its mark in place iconv finds the byte order by itself, and takes the mark away.
            findings.error("not-utf8", f"the file is encoded in {spoken}, not UTF-8", start, _iconv(spoken))
            return True
    null = data.find(b"\0")
    if null < 0:
        return False
    name = _wide_encoding_by_nulls(data[:4096])
    if name is not None:
        findings.error("not-utf8", f"the file is encoded in {name} without a mark, not UTF-8", start, _iconv(name))
        return True
    before = data[:null].decode("utf-8", "replace")
    findings.error("not-text", "the file holds a null byte: this is not a text file", _place(before, start.path))
    return True


def _wide_encoding_by_nulls(sample: bytes) -> str | None:
    quarters = [sample[offset::4].count(0) for offset in range(4)]
    size = max(1, len(sample) // 4)
    sparse = [count > size * 0.3 for count in quarters]
    names = {
        (False, True, True, True): "UTF-32LE",
        (True, True, True, False): "UTF-32BE",
        (False, True, False, True): "UTF-16LE",
        (True, False, True, False): "UTF-16BE",
    }
    return names.get((sparse[0], sparse[1], sparse[2], sparse[3]))


def _tell_encoding(body: bytes, error: UnicodeDecodeError, path: str, findings: Findings) -> None:
    """Report the first byte that is not UTF-8, with the encoding that the file most likely has."""
    before = body[: error.start].decode("utf-8")
    span = _place(_one_line_break(before), path)
    resave = "save the file again as UTF-8"
    if SURROGATE.match(body, error.start):
        findings.error("not-utf8", "a surrogate is encoded as UTF-8 here (CESU-8), which is not UTF-8", span, resave)
        return
    if len(body) - error.start < 4 and error.reason == "unexpected end of data":
        findings.error("not-utf8", "the file ends in the middle of a character", span, "is it complete?")
        return
    damaged = sum(character > "\x7f" for character in before) > 2
    name = None if damaged else _likely_encoding(body)
    if name is None:
        findings.error("not-utf8", f"byte 0x{body[error.start]:02X} is not UTF-8", span, resave)
    else:
        findings.error("not-utf8", f"the file looks as if it were encoded in {name}, not UTF-8", span, _iconv(name))


def _likely_encoding(body: bytes) -> str | None:
    """Guess a legacy encoding from the bytes above 0x7F; `None` where nothing fits."""
    sample = body[: 1 << 16]
    scores = [(_fitness(sample, codec, common), name) for name, codec, common in CANDIDATES]
    best = max(scores, key=lambda scored: scored[0])
    if best[0] > 0.3:
        return best[1]
    # Accented letters mostly stand alone between others.
    runs = re.findall(rb"[\x80-\xff]+", sample)
    if 2 * sum(len(run) == 1 for run in runs) >= len(runs):
        return "WINDOWS-1252" if re.search(rb"[\x80-\x9f]", sample) else "ISO-8859-1"
    return "GB18030" if _decoded(sample, "gb18030") else None


def _fitness(sample: bytes, codec: str, common: re.Pattern[str]) -> float:
    """How much of the text beyond ASCII is everyday text, if the bytes were in this encoding: 0 to 1."""
    text = re.sub(r"[\x00-\x7f]+", "", _decoded(sample, codec))
    return len(common.findall(text)) / len(text) if text else 0.0


def _decoded(sample: bytes, codec: str) -> str:
    # The sample may have been cut inside a character, hence up to three bytes less.
    for cut in range(4):
        try:
            return sample[: len(sample) - cut].decode(codec)
        except UnicodeDecodeError:
            continue
    return ""


# Characters so frequent that a wrong guess at the encoding hardly ever yields many of them.
CHINESE_MARKS = "，。、：（）"
SIMPLIFIED = (
    "的一是在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可"
    "部门公司运营销售市场财务技术客服产品总经理组织名称王李张刘陈"
)
TRADITIONAL = (
    "的一是在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可"
    "部門公司運營銷售市場財務技術客服產品總經理組織名稱王李張劉陳"
)
JAPANESE = "ぁ-んァ-ヶー部課長社営業人事総務開発，。、"
KOREAN = "이다의에는을를가한고하지로기사인어자도스대리그있은부장팀영업개발재무총원표과실본"
WESTERN = frozenset("ÀÂÄÆÇÈÉÊËÎÏÑÓÔÖÙÚÛÜßàáâäæçèéêëíîïñòóôöùúûüœ–—‘’“”„•…€«»·£§©®°½".encode("cp1252"))
CANDIDATES = (
    ("GB18030", "gb18030", pattern(f"[{SIMPLIFIED}{CHINESE_MARKS}]")),
    ("BIG5", "big5", pattern(f"[{TRADITIONAL}{CHINESE_MARKS}]")),
    ("SHIFT_JIS", "shift_jis", pattern(f"[{JAPANESE}]")),
    ("EUC-JP", "euc_jp", pattern(f"[{JAPANESE}]")),
    ("EUC-KR", "euc_kr", pattern(f"[{KOREAN}]")),
)


def _iconv(encoding: str) -> str:
    return f"convert it: iconv -f {encoding} -t UTF-8 OLD > NEW"


def _place(before: str, path: str) -> Span:
    return Span(path, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
