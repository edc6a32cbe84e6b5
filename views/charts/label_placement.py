"""Where labels of a chart stand: clear of its lines and of one another, as far as there is room for them."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from views.lines import cells

LETTER, TALL = 6.6, 14
"""Pixels that a letter of a label takes (one of Chinese takes two), and that its line is tall."""
BESIDE = 7
"""Pixels between a point and a label that stands left or right of it."""
ON_LABEL, OUTSIDE = 10, 100
"""How much worse than on a line a label stands on another one, or outside the chart."""
Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Place(NamedTuple):
    """Where a label may stand: `align` as in Vega, `dy` pixels below its point."""

    align: str
    dy: int
    value: float | None = None
    """The point's height on the chart's scale, where the label may stand at several."""


class Ground:
    """What labels keep clear of [pixels from a chart's upper left corner]: lines, edges, labels that stand already."""

    def __init__(self, lines: Iterable[Sequence[Point]], edges: Box) -> None:
        self._segments = [pair for line in lines for pair in pairwise(line)]
        self._edges, self._labels = edges, list[Box]()

    def best(self, text: str, options: Iterable[tuple[Point, Place]]) -> Place:
        """The first place that is clear, or the clearest; the label stands there from now on."""
        found: tuple[float, Box, Place] | None = None
        for point, place in options:
            box = _box(text, point, place)
            worse = self._badness(box)
            if found is None or worse < found[0]:
                found = worse, box, place
            if not worse:
                break
        assert found is not None, "a label has a place"
        self._labels.append(found[1])
        return found[2]

    def _badness(self, box: Box) -> float:
        left, top, right, bottom = self._edges
        outside = box[0] < left or box[1] < top or box[2] > right or box[3] > bottom
        crossed = sum(_crosses(one, other, box) for one, other in self._segments)
        covered = sum(_meet(box, other) for other in self._labels)
        return crossed + ON_LABEL * covered + OUTSIDE * outside


def labelled(rows: list[dict[str, Any]], size: tuple[int, int], beyond: int, frame: str) -> list[dict[str, Any]]:
    """The rows, in each that has `places` one of them: its `align`, `dy` and, where it names one, its `value`.

    `size` is that of the chart between its axes [pixels], `beyond` what is free around it; rows of the role `frame`
    draw nothing. Labels with fewer places choose first, of those the lowest.
    """
    known = [row for row in rows if row.get("value") is not None]
    first, last = (end(row["year"] for row in known) for end in (min, max))
    top = max(max(row.get("value") or 0.0, row.get("high") or 0.0) for row in rows)

    def on_chart(year: float, value: float) -> Point:
        return (year - first) / (last - first) * size[0], size[1] * (1 - value / top)

    lines: dict[str, list[Point]] = {}
    for row in known:
        if row["role"] != frame:
            lines.setdefault(row["role"], []).append(on_chart(row["year"], row["value"]))
    ground = Ground(lines.values(), (-beyond, -beyond, size[0] + 2 * beyond, size[1]))
    for row in sorted((row for row in known if "places" in row), key=lambda row: (len(row["places"]), row["value"])):
        options = [(on_chart(row["year"], row["value"] if p.value is None else p.value), p) for p in row.pop("places")]
        align, dy, value = ground.best(row["text"], options)
        row |= {"align": align, "dy": dy, "value": row["value"] if value is None else value}
    return rows


def _box(text: str, point: Point, place: Place) -> Box:
    wide = cells(text) * LETTER
    shift = {"left": BESIDE, "right": -BESIDE - wide}.get(place.align, -wide / 2)
    left, middle = point[0] + shift, point[1] + place.dy
    return left, middle - TALL / 2, left + wide, middle + TALL / 2


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _crosses(one: Point, other: Point, box: Box) -> bool:
    """Whether the line between two points, from left to right, goes through the box."""
    (x, y), (x2, y2) = one, other
    if x2 < box[0] or x > box[2]:
        return False
    if x == x2:
        ends = y, y2
    else:
        slope = (y2 - y) / (x2 - x)
        ends = y + slope * (max(x, box[0]) - x), y + slope * (min(x2, box[2]) - x)
    return min(ends) < box[3] and max(ends) > box[1]
