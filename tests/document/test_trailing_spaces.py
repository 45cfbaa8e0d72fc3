"""A space at the end of a line changes nothing: a sentence with a colon leads to its list all the same."""

from tests.document.outlines import outline

TEXT = (
    "The Rivers Bureau consists of the Lock Division and the Weir Division.\n\n"
    "The Lock Division has three shifts and is responsible for the following functions:\n"
    "  • Opening\n  • Closing\n  • Traffic Control\n"
)


def test_spaces_behind_a_line_are_no_part_of_it():
    assert outline(TEXT.replace(":\n", ": \n").replace("Control\n", "Control  \n")) == outline(TEXT)
    assert "Lock Division : Opening；Closing；Traffic Control" in outline(TEXT)


def test_spaces_behind_a_starred_item_are_no_part_of_it():
    text = (
        "* The Heron has three sections:{}\n  * City: all that is new.\n  * Shore: the boats.\n  * Stage: the plays.\n"
    )
    assert outline(text.format(" ")) == outline(text.format(""))
    assert outline(text.format("  ")).splitlines()[:2] == ["Heron", "  City : all that is new."]


def test_a_numbered_item_behind_a_blank_line_is_no_page_number():
    told = (
        "To serve its readers, the library is organised into two divisions, which have stood side by side for many "
        "years now. These are the Lending Division and the Repair Division"
    )
    item = "\n\n  1. The Lending Division comprises the Map Unit, the Book Unit and the Music Unit, and lends to all.\n"
    assert outline(told + item).splitlines() == [
        "Lending Division",
        "  Map Unit",
        "  Book Unit",
        "  Music Unit",
        "Repair Division",
    ]
