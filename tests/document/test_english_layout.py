"""English pages that are laid out: lists below posts, chains of arrows, titles with members, people and their titles."""

import pytest

from tests.document.outlines import outline


def cases(*pairs: tuple[str, str]) -> list[tuple[str, str]]:
    return list(pairs)


@pytest.mark.parametrize(
    ("text", "tree"),
    cases(
        (
            (
                "# Quarry\n\n- **Works Director**\n  - Blasting Foreman\n  - Stone Cutting\n  - Haulage\n"
                "- **Finance Director**\n  - Payroll\n  - Purchasing\n- **Clerk to the Board**"
            ),
            (
                "Quarry\n  #Works Director\n    #Blasting Foreman\n    Stone Cutting\n    Haulage\n"
                "  #Finance Director\n    Payroll\n    Purchasing\n  #Clerk to the Board"
            ),
        ),
        (
            (
                "We grind oats and wheat for bakers in the valley and run one shop in the town.\n\n"
                "- Head Miller\n  - Milling Team\n  - Grain Store\n- Sales Manager\n  - Mill Shop\n  - Bakers and Hotels"
            ),
            "#Head Miller\n  Milling Team\n  Grain Store\n#Sales Manager\n  Mill Shop\n  Bakers and Hotels",
        ),
        (
            "- Bursar\n  - Rent Office\n  - Insurance\n- Librarian\n  - Reading Room\n  - Map Collection",
            "#Bursar\n  Rent Office\n  Insurance\n#Librarian\n  Reading Room\n  Map Collection",
        ),
        (
            (
                "## Staff\n\nThe people of the tower and what they do all day long.\n\n- Bell Ringer\n  - Rings the bells\n"
                "  - Oils the bearings\n- Tower Keeper\n  - Sweeps the stairs\n  - Opens the door"
            ),
            "",
        ),
    ),
)
def test_lists_below_posts_hold_posts_and_fields_of_work(text: str, tree: str) -> None:
    found = outline(text)
    assert tree in found
    assert tree or "Rings" not in found.replace(": Rings", "")


@pytest.mark.parametrize(
    ("text", "tree"),
    cases(
        (
            "- **CEO:** Ann Lee\n\nReporting to the CEO:\n\n- Works Director\n- Sales Director",
            "#CEO Ann Lee\n  #Works Director\n  #Sales Director",
        ),
        (
            "## Harbour Warden\n\n### Direct reports to the Harbour Warden\n\n- Pilot Officer\n- Crane Foreman",
            "#Harbour Warden\n  #Pilot Officer\n  #Crane Foreman",
        ),
        (
            "# Abbey\n\nThe following report directly to the Abbot:\n\n* Cellar Team\n* Guest Master\n* Choir Director",
            "Abbey\n  #Abbot\n    Cellar Team\n    #Guest Master\n    #Choir Director",
        ),
        (
            "## Dean\n\nThe Dean oversees the following offices:\n\n- Registry\n- Travel Grants\n- Exams Office",
            "#Dean\n  Registry\n  Travel Grants\n  Exams Office",
        ),
    ),
)
def test_a_line_says_below_whom_a_list_stands(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    cases(
        (
            "# Trust\n\nOur Support Services keep the wards running. They include:\n\n- Catering\n- Finance\n- Estates",
            "Catering\nFinance\nEstates",
        ),
        (
            "# Zoo\n\nThere are five board committees that meet:\n\n- quality\n- animal welfare\n- audit, risk and law",
            "quality\nanimal welfare\naudit, risk and law",
        ),
        (
            "# Gas Works\n\nWe have the following departments:\n\n- Retorts\n- Finance\n- Metering, Billing and Complaints\n- Works\n- Performance",
            "Retorts\nFinance\nMetering, Billing and Complaints\nWorks\nPerformance",
        ),
        ("# Fair\n\nWe sell toys on the green. They include:\n\n- Kites\n- Spinning Tops\n- Hoops", ""),
        ("# Diary\n\nGood habits matter. These include:\n\n- Sleeping early\n- Eating well\n- Walking", ""),
    ),
)
def test_a_list_holds_what_a_sentence_promises(text: str, tree: str) -> None:
    found = [line.strip() for line in outline(text).splitlines()]
    assert [line for line in found if line in tree.splitlines()] == tree.splitlines()
    assert tree or not found


@pytest.mark.parametrize(
    ("text", "tree"),
    cases(
        (
            "# Chain of command\n\nGeneral Manager\n↓\nWorks Manager\n↓\nForeman\n↓\nDriver",
            "#General Manager\n  #Works Manager\n    #Foreman\n      #Driver",
        ),
        (
            "```\n  Board of Governors\n         |\n      Principal\n         |\n   Vice Principal\n```",
            "Board of Governors\n  #Principal\n    #Vice Principal",
        ),
        (
            "Chief Ranger\n\n    ⬇\n\nDistrict Ranger    Training Officer",
            "#Chief Ranger\n  #District Ranger\n  #Training Officer",
        ),
    ),
)
def test_a_post_stands_below_the_one_above_its_arrow(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    "text",
    ["## Approval process\n\nTeam Lead\n↓\nHead of Finance\n↓\nDirector", "Collect\n↓\nWash\n↓\nDry\n↓\nFold"],
)
def test_arrows_of_a_process_make_no_chain(text: str) -> None:
    assert "  " not in outline(text)


@pytest.mark.parametrize(
    ("text", "tree"),
    cases(
        (
            (
                "Core (core)\n\nSets the direction.\n\nMembers\n\n  • Ann Lee\n  • Tom Hale\n\nDocs (docs)\n\n"
                "Writes the manual.\n\nMembers\n\n  • Maria Lopez"
            ),
            "Core (core) : Sets the direction\n  @Ann Lee\n  @Tom Hale\nDocs (docs) : Writes the manual\n  @Maria Lopez",
        ),
        (
            "Archivist\n\nReports to\n\nHead Librarian\n\nConservator\n\nReports to\n\nHead Librarian",
            "#Head Librarian\n  #Archivist\n  #Conservator",
        ),
        (
            (
                "1. Garden Committee\n\nKey Responsibilities\n- Plan the beds\n\nComposition\n- Chair\n- Secretary\n\n"
                "2. Pond Committee\n\nKey Responsibilities\n- Clean the pond"
            ),
            "Garden Committee : Plan the beds\n  #Chair\n  #Secretary\nPond Committee : Clean the pond",
        ),
        ("Members\n\nJoin us on Monday.\n\nPrices\n\nFive a year.", ""),
    ),
)
def test_keys_may_stand_alone_on_their_lines(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    cases(
        (
            "KITCHEN\n\nAnn Lee\nHead Chef\n\nTom Ward\nPastry Chef\n\nFLOOR\n\nMary Hill\nRestaurant Manager",
            "KITCHEN\n  #Head Chef Ann Lee\n  #Pastry Chef Tom Ward\nFLOOR\n  #Restaurant Manager Mary Hill",
        ),
        (
            "Parish Office\nMary Hill, Parish Secretary\nAnn Lee, Bookkeeper\n\nMusic\nPaul Moore, Choir Director",
            "Parish Office\n  #Parish Secretary Mary Hill\n  #Bookkeeper Ann Lee\nMusic\n  #Choir Director Paul Moore",
        ),
        (
            "## Ferry Master\n\nMary Hill\n\n## Deck Officer\n\nTom Hale",
            "#Ferry Master Mary Hill\n#Deck Officer Tom Hale",
        ),
        (
            "## Leads\n\n- **Engine Lead: Bryn**\n- **Design Lead: Shawna**",
            "#Engine Lead Bryn\n#Design Lead Shawna",
        ),
        ("Ann Lee\nlikes tea.\n\nTom Ward\nlikes milk.", ""),
    ),
)
def test_people_stand_in_the_posts_on_the_next_line(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    cases(
        (
            (
                "The County\n\nIt has two directorates.\n\nPlace\n\nHighways\nPlanning\nHousing\n\nPeople Services\n\n"
                "Finance\nHuman Resources\nLegal Services"
            ),
            "Place\n  Highways\n  Planning\n  Housing\nPeople Services\n  Finance\n  Human Resources\n  Legal Services",
        ),
        ("Home\n\nOur day\n\nWake up\nGet dressed\n\nOur night\n\nWash\nSleep", ""),
    ),
)
def test_blocks_without_bullets_stand_below_their_titles(text: str, tree: str) -> None:
    assert outline(text).endswith(tree)
    assert tree or not outline(text)


@pytest.mark.parametrize(
    ("text", "tree"),
    cases(
        (
            "## Departments and headcount\n\nTotal: 61 employees\n\n- **Sales:** 30\n- **Works:** 25\n- **IT:** 6",
            "Sales\nWorks\nIT",
        ),
        (
            (
                "### Sales\n- **Head**: VP of Sales (VPS)\n- **Teams**: Export, Retail, QA\n- **Team size**: 12\n"
                "### Works\n- **Head**: Works Manager"
            ),
            "Sales\n  #VP of Sales (VPS)\n  Export\n  Retail\n  QA\nWorks\n  #Works Manager",
        ),
        (
            "Position: Yard Foreman\nReports to: Works Manager\nDirect reports: 8 Fitters, 2 Crane Drivers\nLocation: Hull",
            "#Works Manager\n  #Yard Foreman\n    #Fitter x8\n    #Crane Driver x2",
        ),
        (
            "- Docs WG - writes the manual (lead: Ann Lee)\n- Release WG - makes releases (lead: Tom Hale)",
            "Docs WG : writes the manual\n  @Ann Lee*\nRelease WG : makes releases\n  @Tom Hale*",
        ),
        (
            "I. Front Desk Department. Including the porters.\nII. Kitchen Department. Cooks every day.\nIII. Pool Department",
            "Front Desk Department : Including the porters.\nKitchen Department : Cooks every day.\nPool Department",
        ),
    ),
)
def test_records_say_who_leads_and_how_many_there_are(text: str, tree: str) -> None:
    found = outline(text)
    assert tree == found or tree.splitlines() == [line.split("*")[0].rstrip() for line in found.splitlines()]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Country Manager Norway", "#"),
        ("CTO / VP Engineering", "#"),
        ("Manager Logistics", "#"),
        ("Board of Governors/Trustees", ""),
        ("Division for the Care of Rivers and the Prevention of Floods in Summer", ""),
    ],
)
def test_a_name_is_told_by_its_words(name: str, kind: str) -> None:
    assert outline(f"## Roles and teams\n\n- {name}\n- Finance Department\n- Works Manager").startswith(kind + name)


@pytest.mark.parametrize(
    "name",
    [
        "Skip to main content",
        "Your Manager",
        "Institute Overview",
        "Our School",
        "Other departments",
        "Structure of the Trust",
        "Study with us",
        "Sales Manager Onboarding",
    ],
)
def test_a_heading_that_sorts_or_leads_elsewhere_is_no_name(name: str) -> None:
    text = f"{name}\n\nWords about this and that.\n\n## Finance Department\n\n## Works Department"
    assert outline(text) == "Finance Department\nWorks Department"
