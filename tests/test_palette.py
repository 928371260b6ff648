"""The palette's contrast, computed from palette.css: WCAG 2.2 asks 4.5:1 of text and 3:1 of signs
and edges of controls.
"""

import re
from pathlib import Path

import pytest

CSS = (Path(__file__).resolve().parents[1] / "docs" / "assets" / "palette.css").read_text(
    encoding="utf-8"
)
TEXTS = ("ink", "ink-2", "ink-3", "cinnabar", "pencil")
GROUNDS = ("paper", "paper-2", "cover", "wash")
SIGNS = ("rule-strong", "cinnabar-line", "pencil-line", "thread", "cinnabar")


def _colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--cb-([a-z0-9-]+): (#[0-9a-f]{6,8});", block))


LIGHT = _colours(CSS[CSS.index(":root {") : CSS.index("@media screen")])
DARK = {**LIGHT, **_colours(CSS[CSS.index("@media screen") : CSS.index("/* Material's own")])}


def _channels(colour: str) -> list[float]:
    return [int(colour[at : at + 2], 16) / 255 for at in range(1, len(colour), 2)]


def _over(colour: str, ground: str) -> str:
    """A translucent colour laid on an opaque one."""
    *front, alpha = [*_channels(colour), 1.0][:4]
    mixed = (
        round(255 * (f * alpha + g * (1 - alpha)))
        for f, g in zip(front, _channels(ground), strict=False)
    )
    return "#" + "".join(f"{each:02x}" for each in mixed)


def _luminance(colour: str) -> float:
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour)[:3]
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG's ratio of two opaque colours.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return round((light + 0.05) / (dark + 0.05), 2)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_colour_of_text_can_be_read_on_every_ground(palette, ground):
    under = _over(palette[ground], palette["paper"])
    low = {text: ratio for text in TEXTS if (ratio := contrast(palette[text], under)) < 4.5}
    assert low == {}


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_signs_and_lines_that_mean_something_can_be_seen(palette):
    low = {
        sign: ratio for sign in SIGNS if (ratio := contrast(palette[sign], palette["paper"])) < 3
    }
    assert low == {}


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_seal_can_be_read(palette):
    assert contrast(palette["on-seal"], palette["seal"]) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_source_archive_and_machine_differ_in_lightness_too_not_only_in_hue(palette):
    assert contrast(palette["ink"], palette["cinnabar"]) > 1.9
    assert contrast(palette["ink"], palette["pencil"]) > 1.9
