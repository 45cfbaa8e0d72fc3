"""Inputs are opened as what they are, in the encodings that such files come in."""

import io
import zipfile

import pytest

from orgviz.diagnostics import Findings
from orgviz.source.kind import InputKind
from orgviz.source.opening import open_input

OUTLINE = "启明电商组织架构\n  运营中心\n    负责商品和活动\n  客服部\n"
TRADITIONAL = "啟明電商組織架構\n  營運中心\n    負責商品和活動\n  客服部\n"
TABLE = "姓名,部门,职位\n王敏,运营中心,总经理\n李四,客服部,客服专员\n"


def opened(data, path="a.txt", wanted=None):
    findings = Findings()
    result = open_input(data if isinstance(data, bytes) else data.encode(), path, wanted, findings)
    return result, [(found.code, found.severity) for found in findings.items]


@pytest.mark.parametrize(
    ("data", "path", "wanted", "kind"),
    [
        ("units: [A]", "a.txt", None, "yaml"),
        ("units: [A]", "a.txt", "text", "text"),
        (OUTLINE, "a.txt", None, "text"),
        (OUTLINE, "a.yaml", None, "yaml"),
        (OUTLINE, "a.yaml", "text", "text"),
        (OUTLINE, "<stdin>", None, "text"),
        (TABLE, "<stdin>", None, "csv"),
        (TABLE, "a.txt", None, "text"),
        ("orgviz outline 1\n\n- A\n", "<stdin>", None, "text"),
        ("", "<stdin>", None, "yaml"),
    ],
)
def test_the_wish_goes_first_then_the_ending_then_the_text(data, path, wanted, kind):
    result, told = opened(data, path, InputKind(wanted) if wanted else None)
    assert (result.kind, told) == (kind, [])
    assert result.source.text == data


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (OUTLINE, "gb18030"), (OUTLINE, "utf-16"), (TRADITIONAL, "big5"), ("本社\n  営業部\n  お客さま相談室\n", "shift_jis"),
        ("본사\n  영업부와 개발부\n  인사부, 재무부, 총무부\n", "euc_kr"), ("Zoë, Müller, Größe, Café, naïve\n", "cp1252"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", ["a.txt", "a.csv", "a"])
def test_an_encoding_that_is_sure_is_read_with_a_warning(text, encoding, path):
    result, told = opened(text.encode(encoding), path)
    assert result.source.text == text
    assert told == [("read-as", "warning")]


@pytest.mark.parametrize(
    "data",
    ["总部\n  销售".encode("gbk"), "Отдел продаж".encode("cp1251"), "Zażółć gęślą jaźń".encode("iso8859-2"), b"a\xff"],
)
def test_an_encoding_that_is_not_sure_is_refused(data):
    assert opened(data) == (opened(data)[0], [("not-utf8", "error")])
    assert opened(data)[0].source is None


@pytest.mark.parametrize("path", ["a.yaml", "a.txt", "<stdin>"])
def test_our_own_language_is_utf8_whatever_the_name(path):
    text = "units:\n  - {name: 运营中心, head: 王敏, duty: 负责公司的商品和活动}\n"
    assert opened(text.encode("gb18030"), path)[1] == [("not-utf8", "error")]


@pytest.mark.parametrize(
    ("data", "code"), [(b"a\0b", "not-text"), (b"%PDF-1.7", "not-text"), (b"PK\x03\x04 word/document.xml", "not-text")]
)
@pytest.mark.parametrize("path", ["a.txt", "a.csv", "<stdin>"])
def test_what_is_no_text_is_named(data, code, path):
    assert opened(data, path)[1] == [(code, "error")]


def test_a_workbook_is_known_by_its_bytes():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    assert opened(file.getvalue(), "<stdin>")[0].kind is InputKind.XLSX
    assert opened(file.getvalue(), "a.yaml")[1] == [("not-text", "error")]
