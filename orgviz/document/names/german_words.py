"""The verbs and phrases of German sentences about organisations, as patterns over folded text."""

from __future__ import annotations

from orgviz.document.names.latin_names import GERMAN_NUMBERS
from orgviz.patterns import pattern

BETWEEN = pattern(r"\s*[,;/]\s*(?:sowie\s+|und\s+)?|\s+(?:und|sowie|u\.|bzw\.)\s+(?:zwar\s+)?")
CLASS = pattern(
    r"^(?:(?:die|den|der|folgende[nrs]?|nachstehende[n]?|mehrere|drei|vier|fünf|sechs|sieben|acht|"
    r"neun|zehn|zwei|\d{1,2})\s+)*"
    r"(?P<class>hauptabteilungen|abteilungen|fachabteilungen|bereiche[n]?|fachbereiche[n]?|"
    r"geschäftsbereiche[n]?|referate[n]?|dezernate[n]?|ämter[n]?|sachgebiete[n]?|teams|gruppen|"
    r"sparten|organe[n]?|ausschüsse[n]?|ressorts|stabsstellen|gremien|einheiten|mitglieder[n]?|"
    r"personen)\s*:?\s*"
)
NAME = r"[^,;:]{2,60}?"
COMPOSED = (
    pattern(
        rf"^(?P<subject>{NAME})\s+(?:besteht|bestehen|bildet sich|bilden sich|setzt sich(?: zusammen)?"
        rf"|ist zusammengesetzt)\s+(?:derzeit\s+|zurzeit\s+|jeweils\s+)?aus\s*:?\s*(?P<list>.+)$"
    ),
    pattern(
        rf"^(?P<subject>{NAME})\s+(?:gliedert|gliedern|teilt|unterteilt"
        rf"|untergliedert)\s+sich\s+(?:auf\s+)?in\s*:?\s*(?P<list>.+)$"
    ),
    pattern(
        rf"^(?P<subject>{NAME})\s+ist\s+in\s+(?P<list>.+?)\s+(?:gegliedert|unterteilt|aufgeteilt"
        rf"|untergliedert)(?P<more>:.*)?$"
    ),
    pattern(rf"^(?P<subject>{NAME})\s+(?:umfasst|umfassen|unterhält)\s+(?P<list>.+)$"),
    pattern(rf"^(?:zu[mr]?|de[mrn])\s+(?P<subject>{NAME})\s+gehör(?:en|t)\s+(?P<list>.+?)(?:\s+an)?$"),
    pattern(
        rf"^(?:die\s+)?(?P<organs>organe"
        rf"|gremien)(?:\s+(?:de[sr])\s+(?P<subject>{NAME}))?\s+sind\s*:?\s*(?P<list>.+)$"
    ),
    pattern(
        rf"^(?P<subject>{NAME})\s+(?:hat|haben|verfügt über|besitzt)\s+(?P<list>(?:folgende[nrs]?|die|eine"
        rf"|einen|ein|zwei|drei|vier|fünf|sechs|sieben|acht|\d+)\s+.+)$"
    ),
    pattern(r"^(?:es|im verein|in der firma|bei uns)\s+(?:bestehen|gibt es|existieren|wurden?|"
r"werden)\s+(?P<list>.+?)(?:\s+(?:eingerichtet|gebildet))?$"),
)  # fmt: skip
NO_LIST = pattern(
    r"^(?:nicht|kein)|\b(?:recht|pflicht|aufgabe|zweck|stimme|sitz|ziel|anspruch|rechte|pflichten|"
    r"aufgaben|stimmen)\b"
)
LED = pattern(
    rf"^(?P<unit>{NAME})\s+(?:wird|werden)\s+(?:(?:von|vom|durch)\s+(?P<who>.+?)\s+(?:geleitet|geführt|angeführt"
    rf"|vertreten)|(?:geleitet|geführt)\s+(?:von|vom|durch)\s+(?P<behind>.+?))(?:\s*,.*)?$"
)
LEADS = pattern(
    rf"^(?P<who>{NAME})\s+(?:leitet|führt|steht)\s+(?P<unit>(?:die|das|den|der|dem)\s+{NAME})(?:\s+(?:vor|an))?$"
)
LEADER_IS = pattern(
    rf"^(?:leiter(?:in)?|leitung|vorsitzende[r]?|chef(?:in)?)\s+(?:de[sr]|von)\s+(?P<unit>{NAME})\s+ist\s+(?P<who>.+)$"
)
UNDER = (
    pattern(
        rf"^(?P<child>{NAME})\s+(?:untersteht|unterstehen|berichtet|berichten)\s+(?:direkt\s+|unmittelbar\s+"
        rf"|fachlich\s+)?(?:an\s+)?(?P<parent>(?:de[mrn]|die|das)\s+{NAME})$"
    ),
    pattern(
        rf"^(?P<child>{NAME})\s+(?:ist|sind)\s+(?:direkt\s+"
        rf"|unmittelbar\s+)?(?P<parent>de[mr]\s+{NAME})\s+(?:direkt\s+|unmittelbar\s+)?(?:unterstellt"
        rf"|zugeordnet|angegliedert|nachgeordnet)$"
    ),
)  # fmt: skip
ELECTS = pattern(
    rf"^(?P<who>{NAME})\s+(?:wählt|bestellt|beruft|ernennt)\s+(?P<list>(?:{'|'.join(GERMAN_NUMBERS)}|einen"
    rf"|eine|ein|\d+|die|den)\s+.+)$"
)
WORKS = (
    r"führt|leitet|verwaltet|kümmert|ist (?:zuständig|verantwortlich)|verantwortet|organisiert|betreut|übernimmt"
    r"|plant|prüft|berät|schlichtet|vertritt|entscheidet|beschließt|erledigt|unterstützt|überwacht|sorgt|steuert"
    r"|koordiniert|bearbeitet|begleitet|gewährleistet|bündelt|erstellt|pflegt|beschafft|entwickelt|befasst sich"
    r"|nimmt|stellt|versorgt|sichert|erarbeitet|fördert"
)
DUTY = pattern(rf"^(?P<subject>{NAME})\s+(?P<duty>(?:{WORKS})\b.*)$")
MAYBE = pattern(r"\bkann\b|\bkönnen\b|bei bedarf|\boptional")
LEAD = pattern(
    r"(?:sind|organe|aus|in|an|gehören|abteilungen|bereiche|ämter|referate|gremien|teams|gliedert|"
    r"gegliedert|positionen|ressorts|ausschüsse)\s*:?$"
)
OWN = pattern(
    r"(?:verein|verband|gesellschaft|unternehmen|firma|stiftung|betrieb|wir|stadt|gemeinde|schule|"
    r"organisation|genossenschaft|satzung|amt|behörde|universität|hochschule|klub|club|bund)e?s?"
)
