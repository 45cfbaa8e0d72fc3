"""Ids come first, then paths, then likeness; who only shares a title is not the same."""

import pytest

from tests.diff.pairing import difference, told


def units(*items):
    return "units:\n" + "".join(f"  - {item}\n" for item in items)


def test_an_id_settles_what_names_would_say_otherwise():
    old = units("{name: North, id: a}", "{name: South, id: b}")
    new = units("{name: South, id: a}", "{name: North, id: b}")
    assert told(difference(old, new)) == ["~ South: renamed from North", "~ North: renamed from South"]


def test_an_id_follows_a_unit_anywhere_under_any_name():
    old = units("{name: A, units: [{name: B, id: x, head: Ann}]}", "C")
    new = units("A", "{name: C, units: [{name: D, id: x, head: Bob}]}")
    assert told(difference(old, new)) == ["→ D: from A", "~ D: renamed from B", "~ D: head Ann → Bob"]


def test_two_posts_with_ids_of_their_own_are_two():
    old = units("{name: A, positions: [{title: Clerk, id: p1, holder: Ann}]}")
    new = units("{name: A, positions: [{title: Clerk, id: p2, holder: Bob}]}")
    assert told(difference(old, new)) == ["+ Clerk: Bob", "− Clerk: Ann"]


def test_a_post_that_only_got_another_id_is_the_same():
    old = units("{name: A, positions: [{title: Clerk, id: p1, holder: Ann}]}")
    new = units("{name: A, positions: [{title: Clerk, id: p2, holder: Ann}]}")
    assert told(difference(old, new)) == []


def test_of_several_posts_with_one_title_each_keeps_its_holder():
    old = units(
        "{name: A, positions: [{title: Clerk, holder: Ann}, {title: Clerk, holder: Bob}, {title: Clerk, holder: Cid}]}"
    )
    new = units("{name: A, positions: [{title: Clerk, holder: Cid}, {title: Clerk, holder: Ann}]}")
    assert told(difference(old, new)) == ["− Clerk: Bob"]


def test_one_of_several_units_with_one_name_is_renamed_where_it_stands():
    assert told(difference(units("Shop", "Shop", "Shop"), units("Shop", "Depot", "Shop"))) == [
        "~ Depot: renamed from Shop"
    ]


def test_what_stands_elsewhere_in_the_list_under_another_name_is_another():
    assert told(difference(units("Fax", "B", "C"), units("B", "C", "Robots"))) == ["+ Robots", "− Fax"]


def test_a_unit_whose_people_all_changed_with_its_name_is_another():
    old = units("{name: Sales, head: Ann, members: [Bob]}")
    new = units("{name: Robots, head: Cid, members: [Dan]}")
    assert told(difference(old, new)) == ["+ Robots (with 2 posts)", "− Sales (with 2 posts)"]


def test_units_that_share_a_name_but_nobody_are_not_moved():
    old = units("{name: North, units: [{name: Sales, head: Ann}]}", "South")
    new = units("North", "{name: South, units: [{name: Sales, head: Bob}]}")
    assert told(difference(old, new)) == ["− Sales (with 1 post)", "+ Sales (with 1 post)"]


def test_a_new_layer_is_one_addition_and_what_moved_below_it():
    old = units("{name: Firm, units: [{name: A, head: Ann}, {name: B, head: Bob}]}")
    new = units("{name: Firm, units: [{name: Layer, units: [{name: A, head: Ann}, {name: B, head: Bob}]}]}")
    assert told(difference(old, new)) == ["+ Layer", "→ A: from Firm", "→ B: from Firm"]


def test_everything_below_a_renamed_unit_stays_where_it_is():
    old = units("{name: A, head: Ann, units: [{name: B, units: [C, D]}, {name: E, units: [C, D]}]}")
    assert told(difference(old, old.replace("name: A", "name: Z"))) == ["~ Z: renamed from A"]


@pytest.mark.parametrize("size", [20, 40])
def test_very_many_new_names_in_one_place_are_paired_in_order(size):
    old = units(*(f"Old {number}" for number in range(size)))
    new = units(*(f"Neu {number}" for number in range(size)))
    assert len(told(difference(old, new))) == size
    assert all("renamed" in line for line in told(difference(old, new)))
