"""A plot of lines on logarithmic axes, as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, log10
from pathlib import Path
from typing import NamedTuple

WIDTH, HEIGHT = 720, 420
LEFT, RIGHT, TOP, BOTTOM = 70, 200, 20, 50
COLOURS = ("#1f5fa8", "#c05020", "#2f8f4f", "#8a4fa8", "#666666")


class Line(NamedTuple):
    """A line's name and its points, all above 0."""

    name: str
    points: Sequence[tuple[float, float]]


def save(file: Path, across: str, up: str, lines: Sequence[Line]) -> None:
    """Write a plot; ``across`` and ``up`` name its axes."""
    xs = [log10(x) for line in lines for x, _ in line.points]
    ys = [log10(max(y, 1e-3)) for line in lines for _, y in line.points]
    x0, x1, y0, y1 = floor(min(xs)), ceil(max(xs)), floor(min(ys)), ceil(max(ys))

    def at(x: float, y: float) -> tuple[float, float]:
        wide, high = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
        right = LEFT + wide * (log10(x) - x0) / max(x1 - x0, 1)
        return right, TOP + high * (y1 - log10(max(y, 1e-3))) / max(y1 - y0, 1)

    drawn = []
    for power in range(x0, x1 + 1):
        x, bottom = at(10**power, 10**y0)
        drawn.append(f'<path d="M{x:.0f} {TOP}V{bottom:.0f}" stroke="#ddd"/>')
        drawn.append(f'<text x="{x:.0f}" y="{bottom + 18:.0f}" text-anchor="middle">{10**power:,}</text>')
    for power in range(y0, y1 + 1):
        left, y = at(10**x0, 10**power)
        drawn.append(f'<path d="M{left:.0f} {y:.0f}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        drawn.append(f'<text x="{left - 8:.0f}" y="{y + 4:.0f}" text-anchor="end">{10**power:g}</text>')
    for number, line in enumerate(lines):
        colour = COLOURS[number % len(COLOURS)]
        path = "L".join("{:.1f} {:.1f}".format(*at(x, y)) for x, y in line.points)
        x, y = at(*line.points[-1])
        drawn.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        drawn.append(f'<text x="{x + 6:.0f}" y="{y + 4:.0f}" fill="{colour}">{line.name}</text>')
    middle = (LEFT + WIDTH - RIGHT) // 2
    drawn.append(f'<text x="{middle}" y="{HEIGHT - 8}" text-anchor="middle">{across}</text>')
    drawn.append(f'<text x="16" y="{HEIGHT // 2}" transform="rotate(-90 16 {HEIGHT // 2})">{up}</text>')
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        'font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="white"/>'
    )
    file.write_text("\n".join((head, *drawn, "</svg>", "")), encoding="utf-8")
