"""The speakers' colours stay apart for colour-blind readers and visible on paper and in the dark."""

import re
from itertools import combinations

import pytest

from crossread.report.page import asset

SIGHT = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no green": ((0.3673, 0.8606, -0.228), (0.2801, 0.6725, 0.0474), (-0.0118, 0.0429, 0.9689)),
    "no red": ((0.1523, 1.0526, -0.2049), (0.1145, 0.7863, 0.0992), (-0.0039, -0.0481, 1.052)),
    "no blue": ((1.2555, -0.0767, -0.1788), (-0.0784, 0.9308, 0.1476), (0.0047, 0.6914, 0.3039)),
}
"""How colours are seen where a kind of cone is missing: Machado, Oliveira and Fernandes (2009), severity 1."""

APART = 15
"""Least distance in CIELAB; some ten are needed to tell two small signs side by side."""

CONTRAST = 3.0
"""WCAG 2.1, 1.4.11: graphical objects against what is next to them."""

Colour = tuple[float, float, float]


def linear(colour: str) -> Colour:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    curve = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)
    ]
    return curve[0], curve[1], curve[2]


def light(colour: Colour) -> float:
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]


def lab(colour: Colour) -> Colour:
    red, green, blue = colour
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883

    def curve(t: float) -> float:
        return t ** (1 / 3) if t > 0.008856 else 7.787 * max(t, 0) + 16 / 116

    fx, fy, fz = curve(x), curve(light(colour)), curve(z)
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def schemes() -> dict[str, tuple[str, dict[str, str]]]:
    """The background and the speakers' colours, light and dark."""
    parts = asset("style.css").split("@media screen and (prefers-color-scheme: dark)")
    found = {}
    for name, part in zip(("light", "dark"), parts, strict=True):
        paper = re.search(r"--paper: #(\w{6})", part)
        assert paper is not None
        found[name] = (paper[1], dict(re.findall(r"--(s[1-8x]): #(\w{6})", part)))
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("sight", list(SIGHT))
def test_colours_stay_apart(scheme: str, sight: str) -> None:
    seen = {}
    for name, colour in schemes()[scheme][1].items():
        mixed = [
            min(max(sum(a * b for a, b in zip(row, linear(colour), strict=True)), 0.0), 1.0)
            for row in SIGHT[sight]
        ]
        seen[name] = lab((mixed[0], mixed[1], mixed[2]))
    assert len(seen) == 9
    for one, other in combinations(seen, 2):
        gap = sum((a - b) ** 2 for a, b in zip(seen[one], seen[other], strict=True)) ** 0.5
        assert gap >= APART, (one, other, round(gap))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_are_seen_on_the_page(scheme: str) -> None:
    paper, colours = schemes()[scheme]
    back = light(linear(paper))
    for name, colour in colours.items():
        front = light(linear(colour))
        ratio = (max(back, front) + 0.05) / (min(back, front) + 0.05)
        assert ratio >= CONTRAST, (name, round(ratio, 2))
