"""Titles that a team lists in plain words are its posts; rights are not."""

import pytest

TEAMS = [
    (
        'a.js|const units = [{ name: "Kiln Unit", roles: ["Head of Kilns", "Firing Assistants"] }];',
        ["Kiln Unit", "├─ Head of Kilns", "└─ Firing Assistants"],
    ),
    (
        'a.ts|export const parts = [{name: "Looms", jobs: ["Weaver", "Loom Mechanic"]}, {name: "Dyes", jobs: ["Dye Master"]}];',
        ["Looms", "├─ Weaver", "└─ Loom Mechanic", "Dyes", "└─ Dye Master"],
    ),
    (
        'a.js|const depts = [{ name: "陶艺部", 岗位: ["拉坯师", "烧窑师"] }];',
        ["陶艺部", "├─ 拉坯师", "└─ 烧窑师"],
    ),
]


@pytest.mark.parametrize(("text", "tree"), TEAMS)
def test_titles_listed_by_a_team_are_its_posts(reader, text, tree):
    assert reader.tree(text) == tree


def test_rights_are_no_posts(reader):
    text = 'a.js|const teams = [{ name: "Kiln Unit", lead: "Ann", roles: ["admin", "read"] }];'
    assert reader.tree(text) == ["Kiln Unit", "└─ Ann"]


def test_links_of_a_page_beside_teams_with_titles_are_no_teams(reader):
    teams = 'const units = [{ name: "Kiln Unit", roles: ["Head of Kilns", "Firing Assistants"] }];'
    links = 'const trail = [{ label: "Home", href: "/" }, { label: "Shop", href: "/shop" }];'
    assert reader.tree(f"a.js|{teams}\n{links}\n") == ["Kiln Unit", "├─ Head of Kilns", "└─ Firing Assistants"]
