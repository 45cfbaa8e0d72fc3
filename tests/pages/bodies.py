"""A public body of any size: several levels, uneven, every post with a title of its own, in Chinese or English."""

import json
from typing import Any

CHINESE = {
    "body": "云溪市公共事务局",
    "arms": ("办公室", "人力资源部", "财务部", "规划发展部", "工程建设部", "市政运行中心", "水务管理中心", "园林绿化中心",
             "公共交通中心", "信息数据中心", "法制监察部", "社区服务中心"),
    "parts": ("综合科", "计划科", "业务一科", "业务二科", "监督科", "技术科", "档案科", "协调科", "质量安全科"),
    "teams": ("东片班组", "西片班组", "机动班组", "夜间班组", "维修班组"),
    "posts": ("科员", "工程师", "会计", "调度员", "巡查员", "文秘", "资料员", "助理工程师", "协调专员", "安全员"),
    "head": "负责人",
    "between": "",
    "people": ("王敏", "李四", "赵六", "陈静", "刘洋", "周宁", "吴迪", "孙悦"),
}  # fmt: skip
ENGLISH = {
    "body": "City of Rivermouth Public Works",
    "arms": ("Office of the Director", "Human Resources", "Finance", "Planning and Development", "Capital Projects",
             "Street Operations", "Water Management", "Parks and Forestry", "Public Transport", "Data and Technology",
             "Legal and Compliance", "Community Services"),
    "parts": ("General Affairs", "Planning Section", "Operations East", "Operations West", "Inspection", "Engineering",
              "Records", "Coordination", "Quality and Safety"),
    "teams": ("East Crew", "West Crew", "Mobile Crew", "Night Crew", "Repair Crew"),
    "posts": ("Officer", "Engineer", "Accountant", "Dispatcher", "Inspector", "Secretary", "Archivist",
              "Assistant Engineer", "Coordinator", "Safety Officer"),
    "head": "Head",
    "between": " ",
    "people": ("Ann", "Bob", "Carol", "Dan", "Eve", "Frank", "Grace", "Heidi"),
}  # fmt: skip


def body(posts: int = 600, *, chinese: bool = True) -> str:
    """Return a body with so many posts as YAML; the same text each time."""
    words = CHINESE if chinese else ENGLISH
    arms = [_arm(words, number) for number in range(max(2, min(12, posts // 20)))]
    places = [place for arm in arms for place in _places(arm)]
    # Uneven: some places take five times what others take.
    shares = [1 + (number * 7 + number // 3) % 5 for number in range(len(places))]
    number = 0
    while number < posts:
        for place, share in zip(places, shares, strict=True):
            for _ in range(min(share, posts - number)):
                place["positions"].append(_post(words, number))
                number += 1
    links = [
        {"from": arms[one]["id"], "to": arms[other]["id"], "kind": "collaborates"}
        for one, other in ((1, 4), (2, 6), (5, 7))
        if other < len(arms)
    ]
    head = {"name": words["body"], "id": "body", "type": "governance", "head": words["people"][0], "units": arms}
    return json.dumps({"version": 1, "title": words["body"], "units": [head], "links": links}, ensure_ascii=False)


def _arm(words: Any, number: int) -> dict[str, Any]:
    parts = [_part(words, number, place) for place in range(2 + number * 5 % 7)]
    return _unit(words, f"a{number}", words["arms"][number], number, parts)


def _part(words: Any, arm: int, place: int) -> dict[str, Any]:
    teams = []
    if (arm + place) % 4 == 1:
        teams = [
            _unit(
                words,
                f"a{arm}p{place}t{team}",
                f"{words['parts'][place]}{words['between']}{words['teams'][team]}",
                team,
                [],
            )
            for team in range(2 + (arm + place) % 3)
        ]
    return _unit(words, f"a{arm}p{place}", words["parts"][place], place, teams)


def _unit(words: Any, id: str, name: str, number: int, units: list[Any]) -> dict[str, Any]:
    person = words["people"][number % len(words["people"])]
    return {"name": name, "id": id, "head": {"title": words["head"], "holder": person}, "positions": [], "units": units}


def _places(unit: dict[str, Any]) -> list[dict[str, Any]]:
    return [unit, *[place for part in unit["units"] for place in _places(part)]]


def _post(words: Any, number: int) -> dict[str, str]:
    kind = words["posts"][number * 3 % len(words["posts"])]
    return {"title": f"{kind} {number:04d}", "id": f"post{number:04d}"}
