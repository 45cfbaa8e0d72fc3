"""Cut a list of reports into columns: for each height, the contiguous cut that is narrowest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from orgviz.layout.arrange import Family
from orgviz.layout.block import Arrangement, Choices, Plan
from orgviz.layout.pareto import Effort, Estimate, spread
from orgviz.layout.spacing import Spacing
from orgviz.lean import dataclass

# Columns are tried in these numbers, and then in steps that grow by half.
FEW_COLUMNS = 8
# Above this many reports of one box only balanced cuts are tried: the best cut takes quadratic time.
MOST_FOR_BEST = 60


def columns(family: Family, spacing: Spacing, effort: Effort) -> Iterator[Estimate]:
    """Yield arrangements in columns, each the narrowest that keeps some height."""
    table = _Table.of(family.reports, spacing, effort)
    # Reports that can only be drawn in one way and are all alike have nothing to gain from the best cut.
    alike = len(table.limits) == 1 and len(set(table.heights[0])) == 1
    if alike or len(family.reports) > MOST_FOR_BEST:
        cuts = _balanced(table, spacing)
    else:
        cuts = [table.narrowest_cut(limit) for limit in _limits(table, family, spacing, effort)]
    seen = set()
    for groups in cuts:
        if groups and groups not in seen:
            seen.add(groups)
            yield _estimate(family, table, groups, spacing)


def _estimate(family: Family, table: _Table, groups: Groups, spacing: Spacing) -> Estimate:
    picks: list[int] = []
    gap = spacing.tree if family.virtual else spacing.sibling
    width = gap * (len(groups) - 1)
    highest = 0.0
    for first, past, limit in groups:
        picks += table.picks[limit][first:past]
        width += max(table.widths[limit][first:past]) + (spacing.hook if past - first > 1 else 0.0)
        highest = max(highest, sum(table.heights[limit][first:past], spacing.stack * (past - first - 1)))
    plan = Plan(Arrangement.COLUMNS, tuple(picks), tuple([(first, past) for first, past, _ in groups]))
    return Estimate(max(width, family.width), family.height + spacing.level + highest, plan)


def _limits(table: _Table, family: Family, spacing: Spacing, effort: Effort) -> list[float]:
    """Return the heights worth trying: those of single blocks, and those of balanced columns."""
    lowest = max(choices.blocks[-1].height for choices in family.reports)
    distinct = {id(choices): choices for choices in family.reports}.values()
    heights = {block.height for choices in distinct for block in choices.blocks}
    limits = set(spread(sorted(height for height in heights if height >= lowest), effort.estimates // 2))
    for row in dict.fromkeys(map(tuple, spread(table.heights, effort.widths))):
        if max(row) < INFINITE:
            limits.update(least_height(row, spacing.stack, count) for count in _column_counts(len(row)))
    return spread(sorted(limits), effort.estimates)


# Larger than any chart, in points; yet a number, for an infinity in a running sum could not be subtracted again.
INFINITE = 1e9
Groups = tuple[tuple[int, int, int], ...]


@dataclass(slots=True)
class _Table:
    """For each width limit, the lowest block of each report (of infinite height where it cannot be so narrow).

    Args:
        limits: widths, ascending.
        picks, widths, heights: per limit, the index of the block for each report, its width, and its height.
        sums: per limit, running sums of the heights, gaps included.
    """

    limits: list[float]
    picks: list[list[int]]
    widths: list[list[float]]
    heights: list[list[float]]
    sums: list[list[float]]
    hook: float
    gap: float
    sibling: float

    @staticmethod
    def of(reports: Sequence[Choices], spacing: Spacing, effort: Effort) -> _Table:
        distinct = {id(choices): choices for choices in reports}
        widths = sorted({width for choices in distinct.values() for width in choices.hanging_widths})
        limits = spread(widths, 2 * effort.widths)
        picks: list[list[int]] = []
        taken: list[list[float]] = []
        heights: list[list[float]] = []
        for limit in limits:
            within = {key: _within(choices, limit) for key, choices in distinct.items()}
            row = [within[id(choices)] for choices in reports]
            picks.append([pick for pick, _, _ in row])
            taken.append([width for _, width, _ in row])
            heights.append([height for _, _, height in row])
        sums = [[0.0, *accumulate([height + spacing.stack for height in row])] for row in heights]
        return _Table(limits, picks, taken, heights, sums, spacing.hook, spacing.stack, spacing.sibling)

    def narrowest_cut(self, height: float) -> Groups:
        """Return the groups (first, past last, limit) of least total width, none higher than `height`.

        Dynamic programming over the place of the last cut; empty when there is no such cut.
        """
        count = len(self.heights[0])
        best = [0.0] + [INFINITE] * count
        choice: list[tuple[int, int]] = [(0, 0)] * (count + 1)
        for end in range(1, count + 1):
            best[end], choice[end] = self._last_group(best, end, height + self.gap + 0.01)
        if best[count] == INFINITE:
            return ()
        groups = []
        end = count
        while end:
            start, limit = choice[end]
            groups.append((start, end, limit))
            end = start
        return tuple(reversed(groups))

    def _last_group(self, best: Sequence[float], end: int, most: float) -> tuple[float, tuple[int, int]]:
        """Return the least total width up to `end`, where its last group starts, and that group's width limit.

        Args:
            best: the least total width up to each place before.
            most: how high a group may be, a gap included.
        """
        least, choice = INFINITE, (0, 0)
        limit, sums = 0, self.sums[0]
        wide, bottom = self.limits[0], sums[end]
        for start in range(end - 1, -1, -1):
            while bottom - sums[start] > most:
                limit += 1
                if limit == len(self.limits):
                    return least, choice
                sums = self.sums[limit]
                wide, bottom = self.limits[limit], sums[end]
            width = best[start] + wide + self.sibling
            if start < end - 1:
                width += self.hook
            if width < least - 0.01:
                least, choice = width, (start, limit)
        return least, choice


def _within(choices: Choices, limit: float) -> tuple[int, float, float]:
    """Return which block is the lowest within a width, how wide it is, and how high, at most `INFINITE`."""
    pick = choices.lowest_within(limit)
    block = choices.blocks[pick]
    return pick, block.width, block.height if block.width <= limit else INFINITE


def _balanced(table: _Table, spacing: Spacing) -> list[Groups]:
    results = []
    for limit, row in enumerate(table.heights):
        if max(row) == INFINITE:
            continue
        for count in _column_counts(len(row)):
            groups = cut(row, spacing.stack, least_height(row, spacing.stack, count))
            results.append(tuple((first, past, limit) for first, past in groups))
    return results


def _column_counts(length: int) -> list[int]:
    counts = list(range(2, min(length, FEW_COLUMNS + 1)))
    count = FEW_COLUMNS * 3 // 2
    while count < length:
        counts.append(count)
        count = count * 3 // 2
    return counts


def least_height(heights: Sequence[float], gap: float, count: int) -> float:
    """Return the least height in which so many columns hold the list, to a quarter point."""
    highest, total = max(heights), sum(heights)
    if min(heights) == highest:
        rows = -(-len(heights) // count)
        return rows * (highest + gap) - gap + 0.01
    low = max(highest, total / count)
    high = total / count + highest + gap * len(heights)
    # No column height between `short` and `enough` was tried: what fits is known for all others.
    short, enough = low, high
    while high - low > 0.25:
        middle = (low + high) / 2
        if short <= middle < enough:
            tallest, following = _filled_within(heights, gap, middle, count)
            short, enough = (short, tallest) if following is None else (following, enough)
        if middle >= enough:
            high = middle
        else:
            low = middle
    return high


def _filled_within(heights: Sequence[float], gap: float, limit: float, count: int) -> tuple[float, float | None]:
    """Fill columns of a height one after the other.

    Return how high the highest then is, and nothing; where there are more than so many, the next height to try.
    """
    filled = -gap
    tallest, following = 0.0, INFINITE
    for height in heights:
        past = filled + (gap + height)
        if past > limit:
            count -= 1
            if past < following:  # noqa: PLR1730 - likewise
                following = past
            past = height
        if past > tallest:  # noqa: PLR1730 - for every report, again and again
            tallest = past
        filled = past
    return tallest, None if count > 0 else following


def cut(heights: Sequence[float], gap: float, limit: float) -> tuple[tuple[int, int], ...]:
    """Fill columns one after the other, none higher than `limit`; return (first, past last) of each."""
    groups = []
    start, filled = 0, -gap
    for i, height in enumerate(heights):
        if filled + gap + height > limit and i > start:
            groups.append((start, i))
            start, filled = i, -gap
        filled += gap + height
    groups.append((start, len(heights)))
    return tuple(groups)
