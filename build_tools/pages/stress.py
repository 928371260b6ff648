"""A drawing of who belongs to whom: nodes near each other whose ties are strong, no two labels on
top of each other.

Stress majorization (Gansner, Koren and North 2004), then boxes pushed apart. Only + − × ÷ and
square roots are used, which IEEE 754 rounds the same everywhere: the same archive gives the same
picture on every machine.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

_ROUNDS = 120
_PUSHES = 200
_GAP = 6.0
"""Between two labels, in pixels."""


@dataclass(frozen=True, slots=True)
class Box:
    """What a node takes up with its label, in pixels."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Point:
    """Where the middle of a node's box is."""

    x: float
    y: float


def backbone(
    weights: Mapping[tuple[str, str], float], nodes: Sequence[str], each: int
) -> list[tuple[str, str]]:
    """The strongest ties of every node, `each` of them: what is drawn instead of a hairball.

    >>> backbone({("a", "b"): 5, ("a", "c"): 1, ("b", "c"): 3}, ["a", "b", "c"], 1)
    [('a', 'b'), ('b', 'c')]
    """
    kept = set()
    for node in nodes:
        own = sorted(
            (pair for pair in weights if node in pair and set(pair) <= set(nodes)),
            key=lambda pair: (-weights[pair], pair),
        )
        kept.update(own[:each])
    return sorted(kept)


def laid_out(
    boxes: Mapping[str, Box], edges: Sequence[tuple[str, str]], width: float, height: float
) -> tuple[dict[str, Point], float]:
    """Every node's place, and the height that they need; none leaves the width, none covers
    another.

    >>> places, height = laid_out({"a": Box(40, 20), "b": Box(40, 20)}, [("a", "b")], 200, 100)
    >>> abs(places["a"].x - places["b"].x) >= 40 or abs(places["a"].y - places["b"].y) >= 20
    True
    """
    names = list(boxes)
    if not names:
        return {}, 0.0
    points = _fitted(_majorized(_distances(names, edges)), [boxes[n] for n in names], width, height)
    sizes = [boxes[n] for n in names]
    points = _settled(_pushed(points, sizes, width), sizes, width)
    bottom = max(y + size.height / 2 for (_, y), size in zip(points, sizes, strict=True))
    return {
        n: Point(round(x, 1), round(y, 1)) for n, (x, y) in zip(names, points, strict=True)
    }, round(bottom + _GAP, 1)


def _distances(names: list[str], edges: Sequence[tuple[str, str]]) -> list[list[float]]:
    """How many ties lie between two nodes; those that nothing joins are kept a little farther than
    the farthest.
    """
    near: dict[str, list[str]] = {name: [] for name in names}
    for one, other in edges:
        near[one].append(other)
        near[other].append(one)
    rows = []
    for start in names:
        seen, ring, far = {start: 0}, [start], 0
        while ring:
            far += 1
            ring = [n for n in dict.fromkeys(n for at in ring for n in near[at]) if n not in seen]
            seen.update(dict.fromkeys(ring, far))
        rows.append(seen)
    farthest = max(max(row.values()) for row in rows) + 1
    return [[float(row.get(name, farthest)) for name in names] for row in rows]


def _majorized(distances: list[list[float]]) -> list[tuple[float, float]]:
    """Points whose distances come close to those wanted, near ones first."""
    n = len(distances)
    points = [
        (_spread(i, 0.6180339887498949) * n**0.5, _spread(i, 0.7548776662466927) * n**0.5)
        for i in range(n)
    ]
    for _ in range(_ROUNDS if n > 1 else 0):
        for i in range(n):
            total = x = y = 0.0
            px, py = points[i]
            for j in range(n):
                if i != j:
                    qx, qy = points[j]
                    wanted = distances[i][j]
                    weight = 1 / (wanted * wanted)
                    apart = sqrt((px - qx) * (px - qx) + (py - qy) * (py - qy)) or 1e-9
                    x += weight * (qx + wanted * (px - qx) / apart)
                    y += weight * (qy + wanted * (py - qy) / apart)
                    total += weight
            points[i] = (x / total, y / total)
    return points


def _spread(number: int, step: float) -> float:
    """The n-th of points spread evenly between 0 and 1."""
    return (0.5 + number * step) % 1.0


def _fitted(
    points: list[tuple[float, float]], sizes: list[Box], width: float, height: float
) -> list[tuple[float, float]]:
    """Stretched over the picture; the middle of a narrow box comes near the edge, that of a wide
    one as near as it can.
    """
    low_x, low_y = min(x for x, _ in points), min(y for _, y in points)
    wide, high = max(x for x, _ in points) - low_x or 1.0, max(y for _, y in points) - low_y or 1.0
    edge = min(size.width for size in sizes) / 2
    across = [
        _within(edge + (x - low_x) / wide * (width - 2 * edge), size.width, width)
        for (x, _), size in zip(points, sizes, strict=True)
    ]
    return [(x, (y - low_y) / high * height) for x, (_, y) in zip(across, points, strict=True)]


def _pushed(
    points: list[tuple[float, float]], sizes: list[Box], width: float
) -> list[tuple[float, float]]:
    """Boxes that cover each other give way, along the shorter way out."""
    at = [list(point) for point in points]
    for _ in range(_PUSHES):
        moved = False
        for i in range(len(at)):
            for j in range(i + 1, len(at)):
                over_x = (sizes[i].width + sizes[j].width) / 2 + _GAP - abs(at[i][0] - at[j][0])
                over_y = (sizes[i].height + sizes[j].height) / 2 + _GAP - abs(at[i][1] - at[j][1])
                if over_x > 0 and over_y > 0:
                    moved, axis, over = True, int(over_y <= over_x), min(over_x, over_y)
                    first, second = (
                        (i, j)
                        if at[i][axis] < at[j][axis] or (at[i][axis] == at[j][axis])
                        else (j, i)
                    )
                    at[first][axis] -= over / 2
                    at[second][axis] += over / 2
        for point, size in zip(at, sizes, strict=True):
            point[0] = _within(point[0], size.width, width)
        if not moved:
            break
    return [(x, y) for x, y in at]


def _settled(
    points: list[tuple[float, float]], sizes: list[Box], width: float
) -> list[tuple[float, float]]:
    """From top to bottom, each box at the first height at which it covers none above it: after this
    nothing overlaps.
    """
    top = min(y - size.height / 2 for (_, y), size in zip(points, sizes, strict=True))
    placed: list[tuple[float, float, Box]] = []
    final: dict[int, tuple[float, float]] = {}
    for i in sorted(range(len(points)), key=lambda i: (points[i][1], points[i][0], i)):
        size = sizes[i]
        x, y = _within(points[i][0], size.width, width), points[i][1] - top + _GAP
        covered = [p for p in placed if abs(p[0] - x) < (p[2].width + size.width) / 2 + _GAP / 2]
        for _, py, other in sorted(covered, key=lambda p: p[1]):
            if abs(py - y) < (other.height + size.height) / 2 + _GAP / 2:
                y = py + (other.height + size.height) / 2 + _GAP
        placed.append((x, y, size))
        final[i] = (x, y)
    return [final[i] for i in range(len(points))]


def _within(x: float, size: float, width: float) -> float:
    """As near to x as the picture's edges allow."""
    return max(size / 2, min(width - size / 2, x))
