"""English sentences that name the place, the duty or the parts first are read as structure; look-alikes are not."""

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
                "At the top of the brewery is the head brewer, who plans every batch. Below the head brewer "
                "there are a cellar manager and a bottling manager."
            ),
            "#head brewer\n  #cellar manager\n  #bottling manager",
        ),
        (
            (
                "At the helm you find the Chief Ranger. Reporting directly to the Chief Ranger are the Trail "
                "Manager and the Wildlife Officer."
            ),
            "#Chief Ranger\n  #Trail Manager\n  #Wildlife Officer",
        ),
        (
            (
                "The station manager sits at the top of the radio station. Next in line is the programme "
                "director. Under the programme director are two presenters and a researcher."
            ),
            "#station manager\n  #programme director\n    #presenter x2\n    #researcher",
        ),
        (
            (
                "At the top of the theatre stands the artistic director, followed by the production manager. "
                "Beneath the production manager are a stage manager and a wardrobe supervisor."
            ),
            "#artistic director\n  #production manager\n    #stage manager\n    #wardrobe supervisor",
        ),
    ],
)
def test_who_stands_at_the_top_or_below_is_read_though_the_place_comes_first(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            (
                "At the top of the hill is the old mill, and below the mill there are two ponds. At the head "
                "of the valley is a farm."
            ),
            "",
        ),
        (
            "At the top of the page you find the menu. Below the menu there are three buttons and a picture.",
            "",
        ),
        (
            "Under the law there are several duties. Below the average are the smaller firms.",
            "",
        ),
    ],
)
def test_a_place_without_a_post_or_unit_is_left(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            (
                "The Stage Team and the Lighting Team make up the Production Department. The Production "
                "Department reports to the Artistic Director."
            ),
            "#Artistic Director\n  Production Department\n    Stage Team\n    Lighting Team",
        ),
        (
            "Three teams form the Harbour Office: the Berth Team, the Pilot Team and the Night Watch Team.",
            "Harbour Office\n  Berth Team\n  Pilot Team\n  Night Watch Team",
        ),
        (
            (
                "The Chair, the Clerk and the Treasurer shall together constitute the Works Committee. The "
                "Works Committee reports to the Parish Council."
            ),
            "Parish Council\n  Works Committee\n    #Chair\n    #Clerk\n    #Treasurer",
        ),
    ],
)
def test_what_makes_up_a_unit_may_come_before_it(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "Sand and gravel make up the path. Three songs form the suite: a march, a waltz and a hymn.",
            "",
        ),
        (
            (
                "Managers and directors make up a third of our readers. Two halves form the whole: the left "
                "and the right."
            ),
            "",
        ),
    ],
)
def test_what_makes_up_something_else_is_left(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            (
                "# Workshop Department\n\nThe department repairs bicycles.\n\nMechanics and wheel builders "
                "repair what customers bring.\n\n# Sales Department\n\nShop assistants and cashiers serve the "
                "customers."
            ),
            (
                "Workshop Department : repairs bicycles\n  #Mechanics : repair what customers bring\n  #wheel "
                "builders : repair what customers bring\nSales Department\n  #Shop assistants : serve the "
                "customers\n  #cashiers : serve the customers"
            ),
        ),
        (
            (
                "# Film Unit\n\nIt includes camera operators, gaffers and editors who work on each film.\n\n# "
                "Archive Unit\n\nArchivists and cataloguing assistants are responsible for the reels."
            ),
            (
                "Film Unit\n  #camera operators\n  #gaffers\n  #editors\nArchive Unit\n  #Archivists : are "
                "responsible for the reels\n  #cataloguing assistants : are responsible for the reels"
            ),
        ),
        (
            (
                "# Ward Team\n\nThis team consists of skilled professionals such as nurses, care assistants "
                "and physiotherapists.\n\n# Kitchen Team\n\nPastry chefs and kitchen porters prepare every "
                "meal."
            ),
            (
                "Ward Team\n  #nurses\n  #care assistants\n  #physiotherapists\nKitchen Team\n  #Pastry chefs "
                ": prepare every meal\n  #kitchen porters : prepare every meal"
            ),
        ),
    ],
)
def test_posts_in_the_plural_do_the_work_of_their_unit(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            (
                "# Workshop Department\n\nManagers should listen to mechanics.\n\n# Sales "
                "Department\n\nCustomers and visitors help us. Some assistants work on Sundays."
            ),
            (
                "Workshop Department : Managers should listen to mechanics\nSales Department : Customers and "
                "visitors help us"
            ),
        ),
    ],
)
def test_people_in_general_do_no_work_of_a_unit(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            ("At the top you have the founder or managing director. Under the managing director is a works manager."),
            "#founder or managing director\n  #works manager",
        ),
        (
            "The studio is led by a principal or lead architect. The principal is assisted by a studio manager.",
            "#principal or lead architect\n  #studio manager",
        ),
        (
            ("At the head is the principal or headteacher. Below the headteacher are a bursar and a school nurse."),
            "#principal or headteacher\n  #bursar\n  #school nurse",
        ),
    ],
)
def test_a_post_with_two_names_is_one(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            (
                "It shall be the duty of the Treasurer to keep the books. The duty of the Secretary is to take "
                "the minutes. The Steward's main duty is to look after the hall."
            ),
            "#Treasurer : keep the books\n#Secretary : take the minutes\n#Steward : look after the hall",
        ),
        (
            (
                "The main task of the Librarian is to lend books. The responsibilities of the Archivist "
                "include the old maps. It is the job of the Porter to open the doors."
            ),
            "#Librarian : lend books\n#Archivist : the old maps\n#Porter : open the doors",
        ),
        (
            (
                "The Chair's duty is to call the meetings. The Clerk's job is to write letters. The duties of "
                "the Auditor are to check the accounts."
            ),
            "#Chair : call the meetings\n#Clerk : write letters\n#Auditor : check the accounts",
        ),
    ],
)
def test_a_duty_is_told_before_whose_it_is(text: str, tree: str) -> None:
    assert outline(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            (
                "It is the duty of the reader to think. The task of the day is to rest. The job of the "
                "scheduler is to start the worker. The duty of the members is to pay."
            ),
            "",
        ),
    ],
)
def test_a_duty_of_nobody_is_left(text: str, tree: str) -> None:
    assert outline(text) == tree
