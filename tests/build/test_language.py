import pytest

from orgviz.build.language import tell_language


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (["Sales", "Zoë"], "en"),
        ([], "en"),
        (["市场部", "运营中心"], "zh-CN"),
        (["市場部", "營運中心"], "zh-TW"),
        (["人力", "王敏"], "zh-CN"),
        (["優の良品", "運營部門", "財務部門", "業務部門", "銷售部門"], "zh-TW"),
        (["営業部", "マーケティング"], "ja"),
        (["영업부", "人事"], "ko"),
        (["Sales", "HR 人事"], "zh-CN"),
    ],
)
def test_the_characters_tell_the_language(texts, language):
    assert tell_language(texts) == language
