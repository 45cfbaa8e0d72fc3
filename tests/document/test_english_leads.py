"""English sentences on who leads, shares and supervises what are read with their lists; look-alikes are not."""

import pytest

from orgviz.document.known import result
from tests.document.outlines import outline


@pytest.fixture(autouse=True)
def whatever_is_found_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(result, "_is_enough", lambda _state, kept: bool(kept))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            (
                "The zoo has three sections, each run by a Head Keeper Officer and a Deputy Officer.\n\nThe "
                "three sections are:\n\n- Mammals\n- Birds\n- Reptiles"
            ),
            (
                "Mammals\n  #Head Keeper Officer\n  #Deputy Officer\nBirds\n  #Head Keeper Officer\n  #Deputy "
                "Officer\nReptiles\n  #Head Keeper Officer\n  #Deputy Officer"
            ),
        ),
        (
            "Our club has two divisions, each headed by a Captain. These are Rowing and Sailing.",
            "Rowing\n  #Captain*\nSailing\n  #Captain*",
        ),
        (
            (
                "The trust is made up of three departments. They are Gardens, Houses and Archives. Each "
                "department is managed by a head steward who reports to the Estate Director."
            ),
            (
                "#Estate Director\n  Gardens\n    #head steward*\n  Houses\n    #head steward*\n  Archives\n   "
                " #head steward*"
            ),
        ),
    ],
)
def test_what_is_said_of_each_of_several_goes_to_all_that_are_named_later(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "The guild has four paintings, each made by a director. These are Dawn, Noon, Dusk and Night.",
            "",
        ),
        (
            ("We have three offices, each with a view. They are near the station. These are good reasons to visit."),
            "",
        ),
    ],
)
def test_so_many_things_that_are_no_units_get_no_leader(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "Headed by a Dean, the School of Music has two departments: Strings and Voice.",
            "School of Music\n  Strings\n  Voice\n  #Dean*",
        ),
        (
            (
                "Under the leadership of the Chief Curator, the Collections Department consists of the Print "
                "Room and the Coin Cabinet Office."
            ),
            "Collections Department\n  Print Room\n  Coin Cabinet Office\n  #Chief Curator*",
        ),
        (
            "Managed by a Head Gardener, the Grounds Team has two gardeners and an apprentice.",
            "Grounds Team\n  #gardener x2\n  #apprentice\n  #Head Gardener*",
        ),
    ],
)
def test_a_sentence_that_begins_with_who_leads_says_so_of_its_subject(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "The Bursar oversees Payroll, Procurement and Estates. The Bursar reports to the Principal.",
            "#Principal\n  #Bursar\n    Payroll\n    Procurement\n    Estates",
        ),
        (
            (
                "The Deputy Director is responsible for the Outreach Team and the Volunteers Team. The Deputy "
                "Director reports to the Director."
            ),
            "#Deputy Director\n  Outreach Team\n  Volunteers Team",
        ),
        (
            ("The General Manager leads a team of three: the Kitchen Manager, the Bar Manager and the Night Manager."),
            "#General Manager\n  #Kitchen Manager\n  #Bar Manager\n  #Night Manager",
        ),
    ],
)
def test_who_leads_several_fields_stands_above_them(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            (
                "The herd manager supervises a milker and two herdsmen. The farm manager supervises the herd "
                "manager and the crop manager."
            ),
            "#farm manager\n  #herd manager\n    #milker\n    #herdsman x2\n  #crop manager",
        ),
        (
            "Two clerks and a typist work under the Registrar. The Registrar is supervised by the Provost.",
            "#Provost\n  #Registrar\n    #clerk x2\n    #typist",
        ),
        (
            ("The company has a sales director and a works director, both of whom report to the managing director."),
            "#managing director\n  #sales director\n  #works director",
        ),
        (
            "The Night Team and the Day Team report to the Board through the Duty Officer.",
            "Board\n  #Duty Officer\n    Night Team\n    Day Team",
        ),
        (
            (
                "The Design Team has a lead designer and two illustrators. The Design Team reports to Ann Lee, "
                "Head of Studio."
            ),
            "#Head of Studio Ann Lee\n  Design Team\n    #lead designer\n    #illustrator x2",
        ),
    ],
)
def test_who_is_supervised_stands_below(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            (
                "The officers shall be: (a) a Chair, (b) two (2) Vice Chairs, and (c) a Treasurer. There shall "
                "be no fewer than three (3) Stewards."
            ),
            "#Chair\n#Vice Chair x2\n#Treasurer\n#Steward x3",
        ),
        (
            "The Board elects from among its members a Chair, a Vice Chair and a Treasurer.",
            "Board\n  #Chair\n  #Vice Chair\n  #Treasurer",
        ),
        (
            (
                "The guild consists of the Office of the Master and the following three committees: Crafts, "
                "Feasts and Alms."
            ),
            "Office of the Master\nCrafts\nFeasts\nAlms",
        ),
        (
            (
                "The kitchen has a head chef, who writes the menu, and a pastry chef, who bakes. The head chef "
                "supervises two cooks."
            ),
            "#head chef\n  #cook x2\n#pastry chef",
        ),
    ],
)
def test_long_lists_and_repeated_numbers_are_read(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            (
                "The Faculty of Crafts is headed by the Dean. Within the Faculty there are two schools: "
                "Pottery and Weaving. Each school is led by a Head of School."
            ),
            "Faculty of Crafts\n  #Dean*\n  Pottery\n    #Head of School*\n  Weaving\n    #Head of School*",
        ),
        (
            (
                "The Works Department is run by a Works Manager. In the Works Department there are a Paint "
                "Team and a Joinery Team."
            ),
            "Works Department\n  #Works Manager*\n  Paint Team\n  Joinery Team",
        ),
        (
            "The Harbour Division has two inspectors. Inside the Harbour Division there is a Berth Team.",
            "Harbour Division\n  #inspector x2\n  Berth Team",
        ),
    ],
)
def test_what_there_is_within_a_unit_stands_below_it(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "The book is divided into three parts: the Manager, the Leader and the Coach.",
            "",
        ),
        (
            "The application is made up of a Manager, a Worker and a Controller.",
            "",
        ),
    ],
)
def test_what_is_divided_into_parts_may_be_no_organisation(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            (
                "A small vineyard company usually has a vineyard manager, who supervises a cellar manager and "
                "a sales manager."
            ),
            "#vineyard manager\n  #cellar manager\n  #sales manager",
        ),
        (
            "A typical theatre has a technical director, a production manager and a box office manager.",
            "#technical director\n#production manager\n#box office manager",
        ),
        (
            (
                "Most hotels are nice. A large hotel usually has a general manager, a housekeeping manager and "
                "a banqueting manager."
            ),
            "#general manager\n#housekeeping manager\n#banqueting manager",
        ),
    ],
)
def test_a_typical_organisation_stands_for_the_whole(text: str, tree: str) -> None:
    assert outline(text) == tree
