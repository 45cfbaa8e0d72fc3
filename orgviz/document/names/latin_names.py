"""Names whose first word tells what they are, and German names without articles and endings of cases."""

from __future__ import annotations

import re
from collections.abc import Sequence

from orgviz.document.names.words import words
from orgviz.document.text.passages import Passage, joined
from orgviz.patterns import pattern

_GERMAN_FIRST = frozenset(
    [
        "abteilung",
        "referat",
        "stabsstelle",
        "sachgebiet",
        "amt",
        "bereich",
        "dezernat",
        "fachbereich",
        "fachdienst",
        "hauptabteilung",
        "geschäftsbereich",
        "ressort",
        "arbeitsgruppe",
        "arbeitskreis",
        "ausschuss",
        "fachschaft",
        "institut",
        "lehrstuhl",
        "büro",
        "sparte",
    ]
)
# Words that are English too, or short: only with a small word of their language behind them, or with its letters.
_UNITS_FIRST = frozenset(
    [
        "direction",
        "département",
        "departement",
        "service",
        "équipe",
        "equipe",
        "pôle",
        "cellule",
        "comité",
        "commission",
        "conseil",
        "bureau",
        "division",
        "sous-direction",
        "secrétariat",
        "unité",
        "agence",
        "diretoria",
        "departamento",
        "setor",
        "divisão",
        "equipa",
        "coordenação",
        "conselho",
        "assembleia",
        "comissão",
        "gerência",
        "secretaria",
        "núcleo",
        "seção",
        "seçao",
        "assessoria",
        "dirección",
        "gerencia",
        "área",
        "unidad",
        "sección",
        "consejo",
        "junta",
        "subdirección",
        "secretaría",
        "comisión",
        "oficina",
        "phòng",
        "ban",
        "khoa",
        "bộ",
        "tổ",
        "trung",
        "hội",
        "đội",
        "nhóm",
        "cục",
        "vụ",
        "viện",
        "chi",
        "văn",
        "direzione",
        "ufficio",
        "reparto",
        "consiglio",
        "settore",
    ]
)
_POSTS_FIRST = frozenset(
    [
        "directeur",
        "directrice",
        "responsable",
        "président",
        "présidente",
        "secrétaire",
        "trésorier",
        "trésorière",
        "gestionnaire",
        "adjoint",
        "adjointe",
        "chargé",
        "chargée",
        "diretor",
        "diretora",
        "gerente",
        "coordenador",
        "coordenadora",
        "presidente",
        "tesoureiro",
        "tesoureira",
        "secretário",
        "secretária",
        "assessor",
        "assessora",
        "analista",
        "jefe",
        "jefa",
        "directora",
        "coordinador",
        "coordinadora",
        "tesorero",
        "secretario",
        "encargado",
        "segretario",
        "segretaria",
        "tesoriere",
        "consigliere",
        "vice-président",
        "vice-présidente",
        "vicepresidente",
        "vicepresidenta",
        "trưởng",
        "phó",
        "giám",
        "chủ",
        "nhân",
        "kế",
        "thư",
        "direttore",
        "responsabile",
    ]
)
_SMALL = pattern(r"(?:d|l)['’]\w+|de|du|des|da|do|das|dos|del|della|di|la|aux|à|général|générale|geral|general")
_ARTICLE = pattern(
    r"(?:der|die|das|den|dem|des|ein|eine|einer|einem|einen|ihr|ihre|ihrem|sein|seine|seinem|jeweils|sowie|je)"
    r"\s+(?=\S)"
)
_NUMBERS = {
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10,
    "elf": 11, "zwölf": 12,
}  # fmt: skip
_COUNT = pattern(
    r"(?:(?:mindestens|höchstens|bis zu|je|maximal)\s+)*"
    rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})\s+(?:weiteren?\s+)?(?=[a-zäöü])"
)
_GERMAN = pattern(
    r"\b(?:der|die|das|den|dem|des|und|aus|wird|werden|ist|sind|besteht|bestehen|gehören|von|zum|"
    r"zur|ein|eine|einer|einem|mit|für)\b"
)
_ENGLISH = pattern(r"\b(?:the|of|and|is|are|to|with)\b")
_CASES = ("en", "n", "s", "es", "e")
GERMAN_NUMBERS = tuple(_NUMBERS)


def kind_by_first_word(parts: Sequence[str], folded: str) -> str | None:
    """Return ``unit`` or ``position`` for a name whose first word is one: Abteilung Netze, Direction des achats.

    >>> kind_by_first_word(("abteilung", "netze"), "abteilung netze")
    'unit'
    >>> kind_by_first_word(("service", "desk"), "service desk")
    """
    if len(parts) == 1 and parts[0] in _POSTS_FIRST:
        return "position"  # Tesoureiro
    if len(parts) < 2 or len(parts) > 8:
        return None
    article = romance_article(folded)
    if article:
        first = folded[article:].split(maxsplit=1)[0]
        return "unit" if first in _UNITS_FIRST else "position" if first in _POSTS_FIRST else None
    if parts[0] in _GERMAN_FIRST:
        return "unit"
    if parts[0] not in _UNITS_FIRST and parts[0] not in _POSTS_FIRST:
        return None
    if not folded.isascii() or _SMALL.fullmatch(parts[1]):
        return "unit" if parts[0] in _UNITS_FIRST else "position"
    return None


# Words with which names begin in French, Spanish, Portuguese and Italian lists; the shortest are English words too.
_ROMANCE_ARTICLE = pattern(r"(?:les?|la|une?|el|los|las|una|il|lo|uma?|os?|as?)\s+(?=\w)|l['’](?=\w)")


def romance_article(folded: str) -> int:
    """Return how long the article is before a name in French, Spanish, Portuguese or Italian; 0 where none stands.

    >>> romance_article("la direction technique"), romance_article("la carte")
    (3, 0)
    """
    article = _ROMANCE_ARTICLE.match(folded)
    first = folded[article.end() :].split()[:1] if article else []
    return article.end() if article and (first[0] in _UNITS_FIRST or first[0] in _POSTS_FIRST) else 0


def plain_name(text: Passage) -> tuple[Passage, int | None]:
    """Return a German name without its article and its number, and the number.

    >>> from orgviz.document.text.passages import passage
    >>> name, count = plain_name(passage("drei Beisitzern", 1, 1))
    >>> name.text, count
    ('Beisitzer', 3)
    """
    seats = None
    body = text
    for _ in range(3):
        count, article = _COUNT.match(body.folded), _ARTICLE.match(body.folded)
        if count:
            seats = int(count["count"]) if count["count"].isdecimal() else _NUMBERS[count["count"]]
            body = body.cut(count.end())
        elif article:
            body = body.cut(article.end())
        else:
            break
    return _plain_adjective(_nominative(body), is_bent=body.text != text.text), seats


def _plain_adjective(name: Passage, *, is_bent: bool) -> Passage:
    """Take the ending of a case off an adjective before the name: dem ersten Vorsitzenden is der erste."""
    end = name.folded.find("en ")
    if not is_bent or end < 2 or not name.text[: end + 2].islower() or " " in name.text[:end]:
        return name
    return joined((name.cut(0, end + 1), name.cut(end + 3)), " ")


def is_german_name(folded: str) -> bool:
    """Whether a text ends as German names of units and posts do, perhaps in another case."""
    known = words()
    stems = (folded, *(folded[: -len(ending)] for ending in _CASES if folded.endswith(ending)))
    return any(known.german_posts.match(stem) or known.german_units.match(stem) for stem in stems)


def begins_with_article(folded: str) -> bool:
    """Whether a text begins as in ``dem Vorstand`` or ``drei Beisitzern``."""
    return bool(_ARTICLE.match(folded) or _COUNT.match(folded))


def _nominative(name: Passage) -> Passage:
    """Take the ending of a case off the last word, where what is left is a known title or unit."""
    known = words()
    folded = name.folded
    is_person = folded.endswith("enden")  # dem Vorsitzenden
    if (known.german_posts.match(folded) or known.german_units.match(folded)) and not is_person:
        return name
    for ending in ("n",) if is_person else _CASES:
        stem = folded[: -len(ending)]
        if folded.endswith(ending) and (known.german_posts.match(stem) or known.german_units.match(stem)):
            return name.cut(0, len(stem))
    return name


def is_german(folded: str) -> bool:
    """Whether a text in Latin letters is German.

    >>> is_german("der vorstand besteht aus drei mitgliedern"), is_german("the board consists of three members")
    (True, False)
    """
    count = len(set(_GERMAN.findall(folded)))
    return (
        count >= 1
        and count > 2 * len(set(_ENGLISH.findall(folded)))
        and (count >= 2 or bool(re.search(r"[äöüß]|\bbesteht\b|gliedert|\bsind\b", folded)))
    )
