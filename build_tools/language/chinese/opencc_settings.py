"""OpenCC's configurations with the words that it must not convert: the shipped ones, with ours
built in.
"""

import json
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import opencc

from build_tools.language.chinese.variants import VARIANTS

SHIPPED = Path(opencc.__file__).parent / "clib" / "share" / "opencc"
"""Where the `opencc` wheel keeps its configurations and dictionaries."""


_BEAMS = "橋鼻頂結懸偷跳繞脊大橫房山上挑主屋架"
_KEPT = {
    "t2tw": {
        "樑": "樑",
        "棟樑": "棟樑",
        "棟樑之": "棟梁之",
        "樑柱": "梁柱",
        "樑木": "梁木",
        "樑上": "梁上",
    }
    | {f"{beam}樑": f"{beam}梁" for beam in _BEAMS},
    "tw2t": {"棟梁": "棟梁"},
}
"""What OpenCC rewrites between the regions though both print both forms: 橋樑 is printed 橋梁 in
Taiwan, but 鄧國樑 is no 鄧國梁, nor 何棟樑 何棟梁.
"""


@dataclass(frozen=True, slots=True)
class Protected:
    """A word with the only right form in each script: 范佳来, 范佳來, 范佳來 (not 範佳來)."""

    hans: str
    tw: str
    hk: str


def checked(protected: Iterable[Protected]) -> tuple[Protected, ...]:
    """Each word once, in an order of its own, so that the same words always make the same file."""
    by_hans: dict[str, Protected] = {}
    hans_of: dict[str, str] = {}
    for word in protected:
        if not word.hans or not len(word.hans) == len(word.tw) == len(word.hk):
            raise ValueError(
                f"The protected word “{word.hans}” must have as many characters in every script: “{word.tw}”, “{word.hk}”"
            )
        if by_hans.setdefault(word.hans, word) != word:
            raise ValueError(
                f"Two protected words “{word.hans}” disagree: {by_hans[word.hans]} and {word}"
            )
        for form in (word.tw, word.hk) if len(word.hans) > 1 else ():
            if hans_of.setdefault(form, word.hans) != word.hans:
                raise ValueError(
                    f"The protected word “{form}” cannot be both “{hans_of[form]}” and “{word.hans}” in Simplified script"
                )
    return tuple(by_hans[hans] for hans in sorted(by_hans))


@cache
def plain(config: str) -> opencc.OpenCC:
    """A configuration as it is shipped, loaded once for all.

    OpenCC shares its dictionaries among what is loaded at a time: while this one stays, each other
    takes 3 ms to load and not 40.
    """
    return opencc.OpenCC(config)


def entries(config: str, protected: tuple[Protected, ...]) -> dict[str, str]:
    """What becomes of each protected word on a route with a Simplified side, of variants on those
    to it, and of single characters on those to a region.

    A single character is chosen for print only: 账 is printed 帳 in Taiwan, but 帳 is not 账 in
    帳篷, a tent.
    """
    words = [word for word in protected if len(word.hans) > 1]
    match config:
        case "s2tw":
            return {word.hans: word.tw for word in protected}
        case "s2hk":
            return {word.hans: word.hk for word in protected}
        case "tw2s" | "hk2s":
            return VARIANTS | {form: word.hans for word in words for form in (word.tw, word.hk)}
        case "hk2t":
            return {form: word.tw for word in words for form in (word.tw, word.hk)}
        case "t2tw" | "t2hk":
            return _KEPT.get(config, {}) | {
                theirs: ours
                for theirs, ours in _choices_of_form(protected, config).items()
                if theirs != ours
            }
    return _KEPT.get(config, {})


def _choices_of_form(protected: tuple[Protected, ...], config: str) -> dict[str, str]:
    """Our form of each single character by that of OpenCC, which a Traditional text may have too:
    臺 is printed 台.
    """
    theirs = plain("s2tw" if config == "t2tw" else "s2hk")
    return {
        theirs.convert(word.hans): word.tw if config == "t2tw" else word.hk
        for word in protected
        if len(word.hans) == 1
    }


def _unprotected(config: str, words: dict[str, str]) -> dict[str, str]:
    """Our form of a single character by the form that OpenCC's own phrases bring to the last stage:
    在台 is one, and gives 臺.

    A character is protected for its form, which holds in every word. A longer word yields: 苏醒,
    the singer, to 苏醒过来.
    """
    single = {word: form for word, form in words.items() if len(word) == 1}
    if not single or config not in ("s2tw", "s2hk"):
        return {}
    theirs = plain("s2t")
    return {theirs.convert(word): form for word, form in single.items()}


def protecting(config: str, words: dict[str, str]) -> dict[str, Any]:
    """The shipped configuration with our words in it, readable from any folder.

    They cut the text (else 18年历史 is cut 18|年历|史), they convert it in the first stage, and in the
    last stage they stand for themselves, for it would rewrite them, and for what OpenCC's phrases
    make of them.
    """
    made: dict[str, Any] = with_absolute_paths(
        json.loads((SHIPPED / f"{config}.json").read_text(encoding="utf-8"))
    )
    if not words:
        return made
    first, last = made["conversion_chain"][0], made["conversion_chain"][-1]
    if "segmentation" in made:
        made["segmentation"]["dict"] = _together(words, made["segmentation"]["dict"])
    first["dict"] = _together(words, first["dict"])
    if last is not first:
        last["dict"] = _together(
            _unprotected(config, words) | {form: form for form in words.values()}, last["dict"]
        )
    return made


def _together(words: dict[str, str], shipped: dict[str, Any]) -> dict[str, Any]:
    """One dictionary of both: the longest match wins, and of equal ones ours."""
    return {
        "type": "group",
        "match_policy": "union",
        "dicts": [{"type": "inline", "entries": words}, shipped],
    }


def with_absolute_paths(node: Any) -> Any:
    """A part of a shipped configuration that any folder's may take in: its dictionaries are named
    by their full paths.
    """
    if isinstance(node, list):
        return [with_absolute_paths(part) for part in node]
    if isinstance(node, dict):
        return {
            key: str(SHIPPED / value) if key == "file" else with_absolute_paths(value)
            for key, value in node.items()
        }
    return node


@lru_cache(maxsize=16)
def loaded(settings: str) -> opencc.OpenCC:
    """OpenCC with settings of ours (JSON), loaded once in a process for all archives that have
    the same. It reads them from a file only.
    """
    with tempfile.TemporaryDirectory(prefix="casebook-") as folder:
        file = Path(folder, "settings.json")
        file.write_text(settings, encoding="utf-8")
        return opencc.OpenCC(str(file))
