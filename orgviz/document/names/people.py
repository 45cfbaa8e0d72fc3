"""Tell the name of a person, where one may stand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from orgviz.document.names.judging import is_known_field, judge
from orgviz.document.names.sorts import Sort, is_wide
from orgviz.folding import fold
from orgviz.patterns import pattern

_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾萧肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任卢姚沈钟姜崔谭陆"
    "范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙史陶贺顾毛郝龚邵万钱严武戴莫孔向汤温康施樊乔赖庄申文颜葛柳邢倪霍"
    "梅伍欧柯殷牛耿穆纪章宁季路焦齐易安游凌屠骆翟左古童聂鲍辛简管甘华关柴岑齐詹傅单简涂"
    "俞洪屈翁裴喻蔺冉鲁邬卞辜荆桂毕盛尚苟艾覃滕芦戚褚娄臧窦阎栾甄敖巩冼邝佘隋瞿晏靳闵阮卜牟谌岳段尤鞠"
)
_JAPANESE_NAMES = frozenset(
    fold(
        "佐藤 鈴木 高橋 田中 渡辺 渡邊 伊藤 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 "
        "斉藤 清水 山崎 阿部 森 池田 橋本 石川 中島 "
        "前田 藤田 後藤 小川 岡田 長谷川 村上 近藤 石井 坂本 遠藤 藤井 青木 福田 三浦 西村 藤原 太田 松田 原田 "
        "岡本 中野 中川 小野 田村 竹内 金子 和田 "
        "中山 石田 上田 森田 柴田 酒井 工藤 横山 宮崎 宮本 内田 高木 安藤 島田 谷口 大野 高田 丸山 今井 河野 "
        "藤本 村田 武田 上野 杉山 増田 平野 大塚 "
        "千葉 久保 松井 小島 岩崎 桜井 野口 松尾 野村 木下 菊地 佐野 大西 杉本 新井 浜田 菅原 市川 水野 小松 "
        "山下 山内 西田 菊池 服部 川口 飯田"
    ).split()
)
_KOREAN_PERSON = pattern(
    r"[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도석선설마길연표명반왕금옥육인맹제모탁어은편용][\uac00-\ud7a3]{2}(?:님"
    r"|씨)?"
)
_HANGUL = pattern(
    r"[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모][가-힣oO○ㅇ*]{1,2}"
)
_SHORT_HANGUL = 2  # of such names there are few, and many words: 전략, 지원
_COMPOUND = ("欧阳", "司马", "上官", "诸葛", "夏侯", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "端木")
_ENGLISH_PERSON = pattern(
    r"@[A-Za-z][\w-]{1,38}|(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Mx|Rev)\.? (?:[A-Z]\.? ){0,3}[A-ZÀ-Þ][\w'’-]+|"
    r"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Captain|Capt|Commander|Colonel|Col|Lieutenant|Lt"
    r"|Sergeant|Sgt|Major|Inspector|Rev)\.? )?[A-ZÀ-Þ][\w'’.-]+(?: [(\"“][A-Z][a-z]+[)\"”](?= [A-Z]))?"
    r"(?: (?:[A-Z]\.|van|de|von|der|da|di|la|al|bin|[A-ZÀ-Þ][\w'’.-]+)){1,3}"
)


# Places, times and ways of work that look like names of people, as in a bracket that says which region or shift.
_PLACES = frozenset(
    fold(
        "华东 华南 华北 华中 华西 江苏 江西 江南 江北 江东 江浙 安徽 安庆 安阳 武汉 武昌 郑州 徐州 沈阳 温州 宁波 宁夏 "
        "宁德 黄山 黄石 黄冈 唐山 石家庄 陆家嘴 徐家汇 金华 金山 常州 常熟 万州 梅州 许昌 秦皇岛 马鞍山 龙岗 龙华 罗湖 "
        "江门 贺州 钱塘 石狮 石河子 康定 莫斯科 孟买 温哥华 夏威夷 关外 关内 全职 兼职"
    ).split()
)
_NO_FIRST_NAMES = frozenset(
    fold(
        "north south east west northern southern eastern western central middle upper lower new united "
        "latin saudi hong great greater los las puerto costa sri asia europe africa night day early late "
        "full part first second third inner outer individual other all key senior junior local national "
        "regional global team group squad project company different various common total"
    ).split()
)


# How people are spoken of: 老周, 刘姐, 王小姐, 陈工, 吴总, 林医师, 甲小姐.
_ADDRESSED = pattern(
    rf"[老小阿](?:{'|'.join(sorted(_SURNAMES))})|(?:{'|'.join(sorted(_SURNAMES))})(?:[总工姐哥叔]|小姐|老师|医[生师]|教授|博士|师傅)"
    r"|[甲乙丙丁](?:先生|女士|小姐|老师)"
)
_TITLES_ALONE = frozenset(
    fold(
        "高工 施工 金工 石工 华工 管工 路工 康工 小金 小方 小于 小黄 小万 小时 小康 小石 老方 老总 老路"
        " 小单 小关 小牛 小马 小熊 小龙 小焦 小柳 小梅 小安 小章 小路 小陆 小程 小温 小庄 阿里"
    ).split()
)


_LONGEST_WIDE = 8  # signs without spaces: three of a surname, three more, and how one is spoken to
_FIRST_WIDE = _SURNAMES.union("老小阿甲乙丙丁", (name[0] for name in (*_COMPOUND, *_JAPANESE_NAMES)))
_NO_WIDE = pattern(r"[\u3040-\u30ff\u3400-\u9fff]")
_UNTOLD = pattern(r"\s*\S\s*(?:某|xx|XX)")  # 田某, 李xx


def _may_be_wide(folded: str) -> bool:
    """Whether a text is short enough for a name and begins with a surname, or is in another script than Chinese."""
    if not _NO_WIDE.match(folded):
        return True
    is_begun = folded[0] in _FIRST_WIDE or _UNTOLD.match(folded) is not None
    return is_begun and (len(folded) <= _LONGEST_WIDE or len("".join(folded.split())) <= _LONGEST_WIDE)


def _is_japanese_person(compact: str) -> bool:
    surname = next((compact[:length] for length in (3, 2) if compact[:length] in _JAPANESE_NAMES), "")
    return bool(surname) and len(compact) <= len(surname) + 3 and compact.isalpha()


_INITIAL = pattern(r"[a-z]{2,12}(?: [a-z]\.)?")


def is_first_name(folded: str) -> bool:
    """Whether a text is a first name that many people have, perhaps with an initial: Jane, Omar K."""
    return _INITIAL.fullmatch(folded) is not None and folded.split(" ", maxsplit=1)[0] in _FIRST_NAMES


_INITIAL_LAST = pattern(r"[A-Z][a-z]+ [A-Z]")
_CALLED = pattern(r"[A-ZÀ-Þ][a-zß-ÿ]{1,11}(?: [A-Z]\.?)?")


def are_first_names(texts: Sequence[str]) -> bool:
    """Whether texts are nothing but first names, of which at least half are those that many people have: Bob, Cass."""
    folded = [text.casefold() for text in texts]
    known = sum(map(is_first_name, folded))
    are_called = known and 2 * known >= len(texts) and all(map(_CALLED.fullmatch, texts))
    others = (one for one in folded if not is_first_name(one))
    return bool(are_called) and all(judge(one) is Sort.FIELD and not is_known_field(one) for one in others)


# Names in which a small word stands that makes a sentence of anything else: 陈之远.
_WITH_SMALL_WORD = pattern(
    r"[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩邓冯曹彭肖田董潘袁蔡蒋戴](?:[之其均][\u4e00-\u9fff]|[\u4e00-\u9fff][之其均])"
)
_NO_PEOPLE = ("the ", "herr der ", "herr des ", "frau der ", "frau des ")


@lru_cache(maxsize=1 << 17)
def is_person(text: str, folded: str) -> bool:
    """Tell the name of a person, where one may stand.

    >>> is_person("王敏", "王敏"), is_person("市场部", "市场部"), is_person("Ann Lee", "ann lee")
    (True, False, True)
    """
    if not folded.isascii() and not _may_be_wide(folded):
        return False
    if _HANGUL.fullmatch(folded.strip()):
        return len(folded.strip()) > _SHORT_HANGUL or not folded.strip().isalpha()
    if is_wide(folded):
        compact = "".join(folded.split())
        if _ADDRESSED.fullmatch(compact):
            return compact not in _TITLES_ALONE and judge(compact) in (Sort.FIELD, Sort.POST)
        compact = compact.removesuffix("先生").removesuffix("女士").removesuffix("老师")
        if _KOREAN_PERSON.fullmatch(compact) or _is_japanese_person(compact):
            return judge(compact) is Sort.FIELD
        return (
            2 <= len(compact) <= 4
            and compact.isalpha()
            and not (len(compact) == 4 and compact[:2] not in _COMPOUND)
            and (compact[0] in _SURNAMES or compact[:2] in _COMPOUND or compact[1:] in ("某", "某某", "XX", "xx"))
            and compact not in _PLACES
            and not compact.endswith("区")
            and (judge(compact) is Sort.FIELD or _WITH_SMALL_WORD.fullmatch(compact) is not None)
            and not (is_known_field(compact) and len(compact) != 3)
        )
    first = folded.split(" ", 1)[0]
    if folded.startswith(_NO_PEOPLE) or first in _NO_FIRST_NAMES or is_german_title(first):
        return False
    if _INITIAL_LAST.fullmatch(text.strip()):
        return first in _FIRST_NAMES  # not Hall B
    if _ENGLISH_PERSON.fullmatch(text.strip()) is None or _has_title_first(text.strip()) or _NO_LAST.search(folded):
        return False
    if _ADDRESS.match(folded) or folded.startswith("@"):
        return True
    if any(map(str.isdecimal, folded)):
        return False  # B2B Focus
    name = _TITLE_BEFORE.sub("", folded.strip())
    if " " not in name and folded.startswith(("frau ", "herr ", "herrn ")):
        return judge(name) is Sort.FIELD
    first, *others = name.split()
    if first in _FIRST_NAMES and len(others) == 1:
        return True
    return judge(name) == Sort.FIELD and not is_known_field(name)


# What nobody is called: Approved By, Role Assignment.
_NO_LAST = pattern(
    r"(?: (?:by|of|to|for|in|on|at)|[a-z]{2}(?:tion|sion|ness|ship|ware|ology|agement|gnment|opment|yment))$"
)


def _has_title_first(text: str) -> bool:
    """Whether a post stands before the two names of a person: Lead Tom Ray, Managing Director Ann Lee."""
    words = text.split()
    if words[0].lower() in _FIRST_NAMES:
        return False
    cuts = ((" ".join(words[:end]).lower(), " ".join(words[end:])) for end in range(1, len(words) - 1))
    return any(_ENGLISH_PERSON.fullmatch(name) is not None and judge(title) is Sort.POST for title, name in cuts)


_GERMAN_TITLE = pattern(
    r"[a-zäöüß]{3,}(?:leitung|leiterin|leiter|führerin|führer|wartin|wart|obmann)|kassierer|kassier"
)


def is_german_title(folded: str) -> bool:
    """Whether a word can only be a German title of a post: the first of Gruppenleitung Ida Roth."""
    return _GERMAN_TITLE.fullmatch(folded) is not None


_ADDRESS = pattern(r"(?:mr|mrs|ms|miss|mx)\.? ")
_TITLE_BEFORE = pattern(
    r"^(?:(?:frau|herrn?|dr|prof|professor|mr|mrs|ms|miss|mx|sir|dame|captain|capt|commander|colonel|col|lieutenant|lt"
    r"|sergeant|sgt|major|inspector|rev|fr|sr)\.? )+"
)
# With these, even a surname that is a word for a unit or a post is one: Tom Ward, Ann Baker.
_FIRST_NAMES = frozenset(
    fold(
        "ann anna anne alan adam alex alice amy andrew angela anthony barbara ben bob brian carol caroline "
        "catherine charles chris christine christopher claire daniel david deborah diane donald donna "
        "edward elizabeth emily emma eric fiona frank gary george helen henry ian jack james jane janet "
        "jason jean jennifer jessica jim joan joe john jonathan joseph julia julie karen kate katherine "
        "keith kelly kenneth kevin laura lisa louise lucy margaret maria mark martin mary matthew michael "
        "michelle mike nancy neil nicholas nicola patricia patrick paul peter philip rachel rebecca richard "
        "robert ruth ryan sally sam samuel sandra sarah sharon simon sophie stephen steve steven sue susan "
        "ada aisha al amir ana ben bruno carl carla carlos chloe clara dana dave diego elena ella eva felix grace hana "
        "hannah hugo ivan ines jake joel jorge juan kai kim lars lea lena leo lily linda lucas luis luke max maya mia "
        "mina mohammed nadia nina noah nora oliver olivia omar otto pablo pedro pia priya raj ravi rita rosa sara "
        "sofia stefan tara theo tina vera yuki zoe "
        "thomas tim timothy tom tony victoria wendy william "
        "abby aaron agnes alicia andre andrea anita anton arthur audrey barry beth bella betty cathy cindy craig cora "
        "dan darren debbie dennis derek dora doris doug ed eddie elsa erica erik erin esther ethan eve fatima flo "
        "fred gavin gemma gina gloria greg gus hal hanna harry hassan hazel heather heidi ida ingrid irene isaac ivan "
        "ivy janine jeff jenny jeremy jerry jess jessie jill jo joanna joanne joey jon josh joyce judith judy justin "
        "karl kathy ken kirsten kurt kyle laila leah leila leon leo liam lisa liz lola lorna louis lucia luca lynn "
        "mandy marco marcus marie marion marta martha mateo matt megan mel mick mohamed molly monica naomi natalie "
        "nate nathan ned nick nigel nils norman oscar owen pam pat patty paula pauline penny pete petra phil polly "
        "rafael ralph ramon rob robin roger roland ron rory rosie roy rudi russell sandy scott sean sid sofie sonia "
        "stan stella stuart suzie sven sylvia tanja ted teresa terry tess tilda tobias todd tracy trevor ursula uwe "
        "vanessa vic vincent walter wanda wayne will yusuf yvonne zara "
        "ashley brittany leslie annie georg nik howard seth perry jerome julien julian brandon tyler jordan "
        "taylor morgan kayla cameron courtney lindsay lindsey caleb noel ellen eileen elaine sheila gwen "
        "glen glenn gordon graham geoff geoffrey gerald harold leonard lewis lloyd malcolm marvin maurice "
        "norma phyllis becky ricardo rodrigo santiago sergio fernando francisco antonio alberto andres "
        "javier jose luisa camila valentina gabriel gabriela rafaela mateus thiago ahmed ali karim layla "
        "samir tariq zainab aminata kofi ama kwame chidi ngozi adaeze tunde wei mei ming yan jun hiroshi "
        "kenji yuko sakura haruto ananya arjun deepak kavya meera nikhil pooja rahul rohan sanjay shreya "
        "sunil suresh vijay vikram anil amit anjali asha svetlana olga dmitri sergei yuri natasha katya anya "
        "bjorn ingmar astrid freya linnea mikael henrik jesper soren pieter joost willem bram femke sanne "
        "hans klaus dieter wolfgang heinz jurgen uli anke birgit elke monika sabine silke ute "
        "amanda angus anja annette antony ayesha bernard beatrice bill billy bradley brenda bridget callum carmen "
        "carrie charlie cheryl chiara clive colin connor cynthia danielle dina dominic dorothy duncan edith edwin "
        "elise ellie eugene evelyn ewan frances francesca frederick gareth geraldine giulia giovanni harriet "
        "hilary ignacio imran isabel isabella isabelle jackie jacob jacqueline jamie janice jared jasmine jeffrey "
        "johan johanna jonas josephine joshua kay karin kerry kimberly kristin kristina lara laurence lawrence "
        "leigh lukas lydia maggie mariam marianne marina mario martina maureen melanie melissa meredith miguel "
        "moira nathalie nicole oleg oskar pascal piotr ralf ramona raymond rahel roberto rodney rolf roxanne "
        "rupert sabrina salma sebastian selina serena shane shannon shaun shirley silvia simone stacey stefanie "
        "stephanie stephan stewart suzanne tamara tatiana terence theresa tiffany timo tomas tommy valerie "
        "veronica victor viktor vivian xavier yasmin yves zachary"
    ).split()
)
