"""Cut a list of reports into columns: for each height, the contiguous cut that is narrowest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgviz.layout.arrange import Family
from orgviz.layout.block import Arrangement, Block, Plan
from orgviz.layout.pareto import Effort, Estimate, spread
from orgviz.layout.spacing import Spacing

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
        group_picks = [lowest_within(blocks, table.limits[limit]) for blocks in family.reports[first:past]]
        chosen = [blocks[pick] for blocks, pick in zip(family.reports[first:past], group_picks, strict=True)]
        picks.extend(group_picks)
        width += max(block.width for block in chosen) + (spacing.hook if past - first > 1 else 0.0)
        highest = max(highest, sum(block.height for block in chosen) + spacing.stack * (past - first - 1))
    plan = Plan(Arrangement.COLUMNS, tuple(picks), tuple((first, past) for first, past, _ in groups))
    return Estimate(max(width, family.width), family.height + spacing.level + highest, plan)


def _limits(table: _Table, family: Family, spacing: Spacing, effort: Effort) -> list[float]:
    """Return the heights worth trying: those of single blocks, and those of balanced columns."""
    lowest = max(blocks[-1].height for blocks in family.reports)
    singles = sorted({block.height for blocks in family.reports for block in blocks if block.height >= lowest})
    limits = set(spread(singles, effort.estimates // 2))
    for row in spread(table.heights, effort.widths):
        if row[-1] != INFINITE and max(row) != INFINITE:
            limits.update(least_height(row, spacing.stack, count) for count in _column_counts(len(row)))
    return spread(sorted(limits), effort.estimates)


# Larger than any chart, in points; yet a number, for an infinity in a running sum could not be subtracted again.
INFINITE = 1e9
Groups = tuple[tuple[int, int, int], ...]


@dataclass(slots=True)
class _Table:
    """For each width limit, the least height of each report (infinite where it cannot be so narrow).

    Args:
        limits: widths, ascending.
        heights: per limit, a height for each report.
        sums: per limit, running sums of the heights, gaps included.
    """

    limits: list[float]
    heights: list[list[float]]
    sums: list[list[float]]
    hook: float
    gap: float
    sibling: float

    @staticmethod
    def of(reports: Sequence[Sequence[Block]], spacing: Spacing, effort: Effort) -> _Table:
        widths = sorted({blocks[pick].width for blocks in reports for pick in hanging(blocks)})
        limits = spread(widths, 2 * effort.widths)
        heights = [[_height_within(blocks, limit) for blocks in reports] for limit in limits]
        sums = []
        for row in heights:
            total, running = 0.0, [0.0]
            for height in row:
                total += height + spacing.stack
                running.append(total)
            sums.append(running)
        return _Table(limits, heights, sums, spacing.hook, spacing.stack, spacing.sibling)

    def narrowest_cut(self, height: float) -> Groups:
        """Return the groups (first, past last, limit) of least total width, none higher than `height`.

        Dynamic programming over the place of the last cut; empty when there is no such cut.
        """
        count = len(self.heights[0])
        best = [0.0] + [INFINITE] * count
        choice: list[tuple[int, int]] = [(0, 0)] * (count + 1)
        for end in range(1, count + 1):
            limit = 0
            for start in range(end - 1, -1, -1):
                limit = self._narrowest_limit(start, end, height, limit)
                if limit == len(self.limits):
                    break
                width = best[start] + self.limits[limit] + self.sibling + (self.hook if end - start > 1 else 0.0)
                if width < best[end] - 0.01:
                    best[end], choice[end] = width, (start, limit)
        if best[count] == INFINITE:
            return ()
        groups = []
        end = count
        while end:
            start, limit = choice[end]
            groups.append((start, end, limit))
            end = start
        return tuple(reversed(groups))

    def _narrowest_limit(self, start: int, end: int, height: float, limit: int) -> int:
        """Return the first width limit, from `limit` on, at which the group is not too high."""
        most = height + self.gap + 0.01
        while limit < len(self.limits) and self.sums[limit][end] - self.sums[limit][start] > most:
            limit += 1
        return limit


def _height_within(blocks: Sequence[Block], limit: float) -> float:
    pick = lowest_within(blocks, limit)
    return blocks[pick].height if blocks[pick].width <= limit else INFINITE


def lowest_within(blocks: Sequence[Block], limit: float) -> int:
    """Return the index of the lowest block that may hang and is not wider than `limit`, else of the narrowest."""
    picks = hanging(blocks)
    return next((pick for pick in reversed(picks) if blocks[pick].width <= limit), picks[0])


def hanging(blocks: Sequence[Block]) -> list[int]:
    """Return the indices of the blocks that may hang in a stack (all of them, where none may), narrowest first."""
    return [pick for pick, block in enumerate(blocks) if block.hangs] or list(range(len(blocks)))


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
    """Return the least height in which so many columns hold the list, by bisection to a quarter point."""
    low = max(*heights, sum(heights) / count)
    high = sum(heights) + gap * len(heights)
    while high - low > 0.25:
        middle = (low + high) / 2
        if len(cut(heights, gap, middle)) <= count:
            high = middle
        else:
            low = middle
    return high


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
