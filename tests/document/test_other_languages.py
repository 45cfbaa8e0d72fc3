"""Korean, Japanese and German sentences say what is set up below whom; look-alikes about other things say nothing."""

import pytest

from orgviz.document.names.judging import Sort, judge
from orgviz.folding import fold
from tests.document.outlines import outline


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "제4조 ① 본부에 총무과ㆍ기획과 및 감사실을 둔다.\n② 총무과는 회계와 인사를 담당한다.",
            "총무과 : 회계와 인사를 담당한다\n기획과\n감사실",
        ),
        (
            "원장 밑에 홍보담당관 1명 및 정책보좌관 2명을 두고, 부원장 밑에 연구실장ㆍ감사관 각 1명을 둔다.",
            "#원장\n  #홍보담당관 x1\n  #정책보좌관 x2\n#부원장\n  #연구실장 x1\n  #감사관 x1",
        ),
        (
            "이사회는 이사장 1명과 이사 8명으로 구성한다. 이사회에 사무국을 두며, 국장은 이사장이 임명한다.",
            "이사회\n  #이사장* x1\n  #이사 x8\n  사무국\n    #국장*",
        ),
        (
            "운영지원과와 인사과 및 홍보실을 둔다. 각 과에 과장을 둔다.",
            "운영지원과\n  #과장*\n인사과\n  #과장*\n홍보실",
        ),
        ("경영본부에는 인사팀과 재무팀이 있습니다.", "경영본부\n  인사팀\n  재무팀"),
        (
            "제3조 사무처에 다음 각 호의 팀을 둔다.\n1. 총무팀\n2. 사업팀",
            "사무처\n  총무팀\n  사업팀",
        ),
        (
            "연구소에 기획부와 분석부를 둔다. 심의를 위하여 운영위원회를 둘 수 있다. 한시조직으로 이전추진단을 둔다.",
            "연구소\n  기획부\n  분석부\n운영위원회 optional\n이전추진단 temporary",
        ),
    ],
)
def test_korean_sentences_of_setting_up(text, tree):
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "第2条 総務部に庶務課、人事課及び会計課を置く。\n2 庶務課に、文書係並びに管財係を置く。",
            "総務部\n  庶務課\n    文書係\n    管財係\n  人事課\n  会計課",
        ),
        (
            "第3条 企画部に、次の課を置く。\n(1) 政策課\n(2) 広報課\n(3) 情報課",
            "企画部\n  政策課\n  広報課\n  情報課",
        ),
        (
            "理事会は、理事長、副理事長2名及び理事10名をもって組織する。理事会の下に事務局を置く。",
            "理事会\n  #理事長*\n  #副理事長 x2\n  #理事 x10\n  事務局",
        ),
        (
            "営業部には第一営業課と第二営業課があります。管理部は、経理を担当します。",
            "営業部\n  第一営業課\n  第二営業課\n管理部 : 経理を担当します",
        ),
        (
            "第4条 総務課に庶務係と財政係を置く。\n第5条 係に係長を置く。",
            "総務課\n  庶務係\n    #係長*\n  財政係\n    #係長*",
        ),
        (
            "福祉課に窓口係を置く。公民館に館長1人を置き、公民館は福祉課の所管とする。",
            "福祉課\n  窓口係\n  公民館\n    #館長* x1",
        ),
    ],
)
def test_japanese_sentences_of_setting_up(text, tree):
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            (
                "Der Vorstand besteht aus dem ersten Vorsitzenden, dem Kassenwart und zwei Beisitzern. "
                "Der Kassenwart verwaltet die Kasse. Die Mitgliederversammlung wählt zwei Kassenprüfer."
            ),
            (
                "Vorstand\n  #erste Vorsitzende\n  #Kassenwart : verwaltet die Kasse\n  #Beisitzer x2\n"
                "Mitgliederversammlung\n  #Kassenprüfer x2"
            ),
        ),
        (
            (
                "Die Stadtverwaltung gliedert sich in die Ämter Hauptamt, Ordnungsamt und Bauamt. "
                "Das Hauptamt wird von Frau Weber geleitet. Der Bauhof untersteht dem Bauamt."
            ),
            "Stadtverwaltung\n  Hauptamt\n    @Frau Weber*\n  Ordnungsamt\n  Bauamt\n    Bauhof",
        ),
        (
            "Die Organe des Vereins sind:\n\n- die Mitgliederversammlung\n- der Vorstand\n- der Ältestenrat",
            "Mitgliederversammlung\nVorstand\nÄltestenrat",
        ),
        (
            "Dem Bauamt gehören die Abteilungen Hochbau, Tiefbau und Verkehr an.",
            "Bauamt\n  Hochbau\n  Tiefbau\n  Verkehr",
        ),
        (
            (
                "1     Geschäftsführung\n1.1     Assistenz der Geschäftsführung\n2     Technik\n"
                "2.1     Abteilung Netze\n2.2     Werkstatt (6 Monteure, 1 Meister)"
            ),
            (
                "Geschäftsführung\n  #Assistenz der Geschäftsführung\nTechnik\n  Abteilung Netze\n  Werkstatt\n"
                "    #Monteure x6\n    #Meister x1"
            ),
        ),
    ],
)
def test_german_sentences_and_outlines(text, tree):
    assert outline(text) == tree


@pytest.mark.parametrize(
    "text",
    [
        "회의는 매주 월요일에 열린다. 참가자는 의견을 서면으로 제출한다. 결과를 홈페이지에 게시한다.",
        "이 소프트웨어는 세 개의 모듈로 구성된다. 서버에 로그를 둔다. 사용자는 설정 파일에 값을 둔다.",
        "会議は毎月開く。駐車場に車を置く。机の上に資料を置いてください。",
        "このシステムはサーバーとクライアントで構成される。ログは次のとおりである。\n・エラー\n・警告",
        "Der Kuchen besteht aus Mehl, Zucker und Eiern. Die Strecke gliedert sich in drei Abschnitte.",
        "Die Software besteht aus einem Server und zwei Clients. Der Server leitet Anfragen weiter.",
    ],
)
def test_the_same_verbs_of_other_things_make_no_structure(text):
    assert outline(text) == ""


def test_lines_that_name_the_institution_and_its_head():
    text = "@기관: 시민안전처\n@기관장: 처장\n@부기관장: 차장\n\n제2조 차장 밑에 감사관 1명을 둔다.\n\n@관계: 처장 > 감사관 [보좌]"
    assert outline(text) == "시민안전처\n  #처장\n    #차장\n      #감사관 x1"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("한들시청 조직도", "한들시청"),
        ("みなと図書館　組織図", "みなと図書館"),
        ("Satzung des TV Birkental e. V.", "TV Birkental e. V."),
        ("Organigramme de la Maison des arts", "Maison des arts"),
    ],
)
def test_a_title_names_the_organisation(title, name):
    assert outline(f"# {title}\n\n- Sekretariat\n- Bibliothek\n- 総務課\n").splitlines()[0] == name


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("기획조정실", Sort.UNIT),
        ("홍보담당관", Sort.POST),
        ("공연 유치와 대관", Sort.FIELD),
        ("사업을 위하여 팀을 둔다", Sort.SENTENCE),
        ("健康係", Sort.UNIT),
        ("販売員", Sort.POST),
        ("文書の収受に関すること", Sort.SENTENCE),
        ("Abteilung Netze", Sort.UNIT),
        ("Monteure", Sort.POST),
        ("Der Vorstand besteht aus drei Ausschüssen", Sort.SENTENCE),
        ("Phòng nhân sự", Sort.UNIT),
        ("Direction des achats", Sort.UNIT),
        ("Diretor de projetos", Sort.POST),
        ("Service Desk", Sort.UNIT),
    ],
)
def test_names_are_told_from_sentences_in_their_language(name, sort):
    assert judge(fold(name)) is sort
