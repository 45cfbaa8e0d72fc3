"""English sentences and lists say who is part of what, who leads it and who works there; look-alikes say nothing."""

import pytest

from tests.document.outlines import outline


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "The Operations Division consists of two sections, the Road Section and the Rail Section.",
            "Operations Division\n  Road Section\n  Rail Section",
        ),
        (
            (
                "Brightwater Museum is organized into four departments: Collections, Education, Research and Development, "
                "and Visitor Services."
            ),
            "Brightwater Museum\n  Collections\n  Education\n  Research and Development\n  Visitor Services",
        ),
        (
            "The Sales Division is made up of the North Team; the South Team; and the Key Accounts Desk.",
            "Sales Division\n  North Team\n  South Team\n  Key Accounts Desk",
        ),
        (
            "The Council is comprised of a Chair, a Vice Chair and three Secretaries.",
            "Council\n  #Chair\n  #Vice Chair\n  #Secretary x3",
        ),
        (
            "The Operations Division is divided into three battalions (North, Central and South) and the Dive Unit.",
            "Operations Division\n  North battalion\n  Central battalion\n  South battalion\n  Dive Unit",
        ),
        (
            "There are three support offices: the Legal Office, the Press Office and the Travel Office.",
            "Legal Office\nPress Office\nTravel Office",
        ),
        (
            "The officers of the Club shall be a President, a Secretary and a Treasurer.",
            "#President\n#Secretary\n#Treasurer",
        ),
    ],
)
def test_a_sentence_of_composition_names_parts_below_its_subject(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "The Design Team is led by Ann Lee. The Test Team is headed by a Test Manager.",
            "Design Team\n  @Ann Lee*\nTest Team\n  #Test Manager*",
        ),
        (
            (
                "Seaview Hospital is divided into two divisions: Surgery and Medicine. "
                "Each division is led by a Division Chief."
            ),
            "Seaview Hospital\n  Surgery\n    #Division Chief*\n  Medicine\n    #Division Chief*",
        ),
        (
            (
                "Ann Lee leads the Design Team. Li Si heads the Research Group, which consists of two labs: "
                "the Laser Lab and the Plasma Lab."
            ),
            "Design Team\n  @Ann Lee*\nResearch Group\n  @Li Si*\n  Laser Lab\n  Plasma Lab",
        ),
        (
            (
                "The Dean is supported by two Associate Deans, one for Teaching and one for Research. "
                "The Head Librarian reports to the Dean."
            ),
            "#Dean\n  #Associate Dean for Teaching\n  #Associate Dean for Research\n  #Head Librarian",
        ),
    ],
)
def test_who_leads_assists_and_reports_takes_its_place(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            (
                "# Purchasing Department\n\nThe employees of the Purchasing Department are Ann Lee and Tom Hale. "
                "Li Si is their manager."
            ),
            "Purchasing Department\n  #employee x2 Ann Lee,Tom Hale\n  #manager* Li Si",
        ),
        (
            (
                "# Packing Team\n\nThe team consists of three people: Ann Lee and Tom Hale as packing clerks "
                "as well as Li Si as packing supervisor."
            ),
            "Packing Team\n  #packing clerk x2 Ann Lee,Tom Hale\n  #packing supervisor Li Si",
        ),
        (
            "# Hall Office\n\nThe hall manager, Ann Lee, keeps the keys. Tom Hale is the caretaker.",
            "Hall Office\n  #hall manager Ann Lee\n  #caretaker Tom Hale",
        ),
        (
            "## Our team\n\n- **Ann Lee** - Head of Sales\n- Tom Hale, Sales Manager\n- Maria Gomez (Account Executive)",
            "#Head of Sales Ann Lee\n#Sales Manager Tom Hale\n#Account Executive Maria Gomez",
        ),
        (
            "## Kitchen\n\n**Ann Lee** — Head Chef\n**Tom Hale** — Pastry Cook\n\n## Bar\n\n**Li Si** — Bar Manager",
            "Kitchen\n  #Head Chef Ann Lee\n  #Pastry Cook Tom Hale\nBar\n  #Bar Manager Li Si",
        ),
    ],
)
def test_people_hold_the_posts_that_stand_beside_their_names(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "## Legal\n\n**Lead:** Ann Lee\n**Teams:** Contracts, Claims, Patents\n\n## Treasury\n\n**Lead:** Tom Hale",
            "Legal\n  @Ann Lee*\n  Contracts\n  Claims\n  Patents\nTreasury\n  @Tom Hale*",
        ),
        (
            (
                "### Ward Lead\nReports to: Head of Care\nDirect reports: Night Nurses (4), Porter\n\n"
                "### Porter\nReports to: Ward Lead"
            ),
            "#Head of Care\n  #Ward Lead\n    #Night Nurse x4\n    #Porter",
        ),
        (
            "We are organized into three squads:\n\n1. Payments - cards\n2. Growth - trials\n3. Identity - login",
            "Payments : cards\nGrowth : trials\nIdentity : login",
        ),
    ],
)
def test_keys_and_lists_tell_what_a_bare_heading_or_item_is(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    "text",
    [
        "The editor consists of a toolbar, a canvas and a status bar. The canvas is divided into tiles.",
        "Our Team plan includes boards, chats and reports. The Organisation plan has unlimited boards.",
        "The course is divided into three modules: Reading, Writing and Speaking. Each module has a test.",
        (
            "# Architecture\n\nThe cluster consists of a coordinator, agents and a supervisor. The coordinator is an API "
            "server. Agents report to the coordinator over a socket. The supervisor restarts a container."
        ),
        "# Product structure\n\n- Shop\n  - Sales\n  - Support\n  - Marketing\n- Admin\n  - Finance\n  - Billing",
        "# Code of conduct\n\nMaintainers are responsible for clarifying the standards. Members must be kind.",
        "# Weekly meeting\n\n## Agenda\n\n1. Marketing update\n2. Finance report\n3. Any other business",
        "# Channels\n\n- #marketing\n- #sales\n- #support\n\n# Links\n\n- Sales handbook\n- Support process",
        "If the director is away, the committee may ask a manager. Please see the team page.",
    ],
)
def test_what_only_sounds_like_an_organisation_is_none(text: str) -> None:
    assert outline(text) == ""
