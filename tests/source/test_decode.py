import gzip

import pytest

from orgviz.diagnostics import Findings
from orgviz.source.decode import decode, decode_any

CHINESE = "title: 启明电商\nunits:\n  - name: 运营部\n    duty: 负责公司的市场和销售\n"
TRADITIONAL = "title: 啟明電商\nunits:\n  - name: 營運部\n    duty: 負責公司的市場和銷售\n"
JAPANESE = "title: テスト\nunits:\n  - name: 営業部\n    duty: お客さまへの販売とサービス\n"


def problem(data: bytes):
    findings = Findings()
    assert decode(data, "org.yaml", findings) is None
    (found,) = findings.items
    return found


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_utf8_is_read_with_and_without_its_mark(mark):
    source = decode(mark + CHINESE.encode(), "org.yaml", Findings())
    assert source is not None
    assert source.text == CHINESE


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_all_line_endings_count_as_one(ending):
    source = decode(f"a{ending}b{ending}".encode(), "org.yaml", Findings())
    assert source is not None
    assert source.text == "a\nb\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (CHINESE.encode("gb18030"), "GB18030"),
        (CHINESE.encode("gbk")[:-1], "GB18030"),
        (TRADITIONAL.encode("big5"), "BIG5"),
        (JAPANESE.encode("shift_jis"), "SHIFT_JIS"),
        (JAPANESE.encode("euc_jp"), "EUC-JP"),
        ("title: 영업부와 개발부\nunits: [인사부, 재무부, 총무부]".encode("euc_kr"), "EUC-KR"),
        ("title: Zoë\n".encode("latin1"), "ISO-8859-1"),
        ("title: “Zoë”\n".encode("cp1252"), "WINDOWS-1252"),
        (CHINESE.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + CHINESE.encode("utf-16-be"), "UTF-16"),
        (CHINESE.encode("utf-16-le"), "UTF-16LE"),
        (CHINESE.encode("utf-16-be"), "UTF-16BE"),
        (CHINESE.encode("utf-32"), "UTF-32"),
        (CHINESE.encode("utf-32-be"), "UTF-32BE"),
    ],
)
def test_another_encoding_is_named_with_the_command_that_converts_it(data, encoding):
    found = problem(data)
    assert found.code == "not-utf8"
    assert found.hint == f"convert it: iconv -f {encoding} -t UTF-8 OLD > NEW"


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (CHINESE.encode("gb18030"), 1, 8),
        ("a: 1\r\nb: 启\r\n".encode() + b"c: \xff\n", 3, 4),
        (b"a: \xed\xa0\xbd\xed\xb8\x80\n", 1, 4),
        (b"a: \xc0\xaf\n", 1, 4),
        ("a: 启".encode()[:-1], 1, 4),
        (b"\xef\xbb\xbf\xef\xbb\xbfa: b", 1, 1),
        (b"a: b\nc: \0d\n", 2, 4),
    ],
)
def test_the_first_wrong_byte_is_pointed_at(data, line, column):
    span = problem(data).span
    assert (span.line, span.column) == (line, column)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04 word/document.xml", "a Word document (.docx)"),
        (b"PK\x03\x04 xl/workbook.xml", "an Excel workbook (.xlsx)"),
        (b"PK\x03\x04", "a zip archive"),
        (gzip.compress(b"a: b", mtime=0), "a gzip archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"%PDF-1.7", "a PDF file"),
    ],
)
def test_files_that_are_no_text_are_named(data, kind):
    found = problem(data)
    assert found.code == "not-text"
    assert kind in found.message


def test_a_table_with_pound_signs_is_read_as_western():
    table = "Name,Title,Pay (£)\nAnn,Director,100\n".encode("cp1252")
    findings = Findings()
    source = decode_any(table, "staff.csv", findings)
    assert source is not None
    assert source.text.startswith("Name,Title,Pay (£)")
    assert [one.code for one in findings.items] == ["read-as"]
