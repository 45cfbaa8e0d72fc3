"""English sentences say what stands right below somebody, and units are told by what they do; look-alikes are not."""

import pytest

from tests.document.outlines import outline

_CHIEF = "# Mossvale Hospital\n\nThe Chief Nurse reports to the President. "
_TWO = _CHIEF + "The Bursar reports to the President. "


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            _CHIEF + "Her departments include: surgery, critical care (burns and heart care) and pediatrics.",
            "#President\n  #Chief Nurse\n    surgery\n    critical care\n      burns\n      heart care\n    pediatrics",
        ),
        (
            _CHIEF + "The divisions that report to the Chief Nurse are: Ward Care, Home Care and Training.",
            "#President\n  #Chief Nurse\n    Ward Care\n    Home Care\n    Training",
        ),
        (
            _CHIEF + "The Chief Nurse has three direct reports: the Ward Manager, the Night Manager and a Trainer.",
            "#President\n  #Chief Nurse\n    #Ward Manager\n    #Night Manager\n    #Trainer",
        ),
        (
            _CHIEF + "Her direct reports are the Ward Manager and the Night Manager.",
            "#President\n  #Chief Nurse\n    #Ward Manager\n    #Night Manager",
        ),
        (
            _CHIEF + "The sections that report to her include the Senior Nurses for each of: Eye Care and Ear Care.",
            "#President\n  #Chief Nurse\n    #Senior Nurse for Eye Care\n    #Senior Nurse for Ear Care",
        ),
        (_TWO + "Her departments include several wards.", "#President\n  #Chief Nurse\n  #Bursar"),
        (_TWO + "Her direct reports are the three team leads.", "#President\n  #Chief Nurse\n  #Bursar"),
        (_TWO + "Most of the wards have a Sister.", "#President\n  #Chief Nurse\n  #Bursar"),
    ],
)
def test_what_is_listed_as_somebodys_own_stands_below(text: str, tree: str) -> None:
    below = "\n".join(line.removeprefix("  ") for line in outline(text).splitlines() if line != "Mossvale Hospital")
    assert below == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "The Survey Division provides maps.\n\nThe Harbour Division is dedicated to ships.",
            "Survey Division : provides maps\nHarbour Division : ships",
        ),
        (
            "## Garden\n\nThe garden team waters the beds.\n\n## Kiln\n\nThe kiln team fires the pots.",
            "Garden : waters the beds\nKiln : fires the pots",
        ),
        (
            (
                "## Paths\n\nThe Paths Division repairs the paths.\n\n## Trees\n\nThe Trees Division plants trees.\n\n"
                "## Bridge Works\n\nBridge Works maintains the bridges."
            ),
            "Paths : repairs the paths\nTrees : plants trees\nBridge Works : maintains the bridges",
        ),
        (
            (
                "# Water Office\n\nIt is led by the Chief Clerk.\n\nThe Deputy Clerk is responsible for: 1) the wells; 2) the pumps; and 3) the tanks.\n\n"
                "The two Area Inspectors are responsible for the pipes."
            ),
            "Water Office\n  #Chief Clerk*\n  #Deputy Clerk : the wells；the pumps；the tanks.\n  #Area Inspector x2 : the pipes",
        ),
        (
            "# Harbour Office\n\nThe following sections belong to it: 1) Quays; 2) Cranes; and 3) Docks.",
            "Harbour Office\n  Quays\n  Cranes\n  Docks",
        ),
        (
            "## Student Leadership: 2031-2032\n\nCaptains: Ann Lee & Tom Hale\n<br>\nSailing lead: Li Si\n\n## Repair Team\n\nMast lead: Wu Min",
            "Student Leadership\n  #Captains Ann Lee,Tom Hale\n  #Sailing lead Li Si\nRepair Team\n  #Mast lead Wu Min",
        ),
    ],
)
def test_units_and_posts_are_told_by_what_they_do(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    "text",
    [
        "The Survey Division provides maps.",
        "## Garden\n\nThe garden team waters the beds.\n\n## Kiln\n\nA kiln is hot.",
        "## Parser\n\nThe parser reads files.\n\n## Writer\n\nThe writer provides text.",
        "## Methods\n\nThe methods section describes the trial.\n\n## Results\n\nThe results section lists figures.",
        "The Search Service provides answers.\n\nThe Index Service maintains keys.",
        "Its parts include: paper, ink and glue. The papers that report to it are: A, B and C.",
    ],
)
def test_one_unit_alone_or_a_thing_that_works_is_no_organisation(text: str) -> None:
    assert outline(text) == ""
