"""The state line of an entry of translation.po: `# state: reviewed; by: …; on: …; origin:
assisted`.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from rapidfuzz import fuzz, process

from build_tools.model.dates import Date, NoDate
from build_tools.model.problem import Place, Problem, error, warning
from build_tools.readers.po_text import PoEntry

STATES = ("untranslated", "machine-draft", "human-draft", "reviewed", "stale")
ORIGINS = ("human", "assisted", "machine", "found")
_STATE = re.compile(r"#\s*(?:state|origin|by|on)\s*[:：]", re.I)
"""The start of a state line: `# state: reviewed; by: …; origin: assisted`, in whatever width and
case it was typed.
"""
_PARTED = re.compile(
    r"\s*(?:[;；]|[,，、](?=\s*(?:state|was|origin|by|on|after)\s*[:：]))\s*", re.I
)
"""What parts it: a semicolon, or a comma before the next key, but not that of `by: Li, Wang`."""
FIELD = re.compile(r"(state|was|origin|by|on|after)\s*[:：]\s*(.*)", re.I)
"""A part of it; not of a remark such as `reason: see above`."""
_A_KEY = re.compile(r"[a-z]+ ?[:：](?!//)", re.I)
"""The start of a part that is meant as a key: the `orgin:` of `orgin: human`; not `https://…`."""
_GOES_ON = re.compile(
    r"#\s+(?:[^;:；：]{1,80}[;；]\s*)?(?P<name>was|origin|by|on|after)\s*[:：]", re.I
)
"""The rest of a state line that a program has broken in two: `# origin: human`, `# San; on:
2026-11-21`.
"""
_MANY = 4
"""Entries without a state line: fewer are told one by one."""


def is_remark(line: str) -> bool:
    """Whether a comment is a translator's: not `#. of a program`, `#: a reference`."""
    return line == "#" or line[1:2] in (" ", "\t")


def state_line(comments: list[str]) -> str:
    """The comment that gives the state: the first that begins so, wherever another program put
    it.
    """
    return next((line for line in comments if is_remark(line) and _STATE.match(line)), "")


def state_parts(line: str) -> list[str]:
    """The parts of a state line in the one way to write them.

    >>> state_parts("# State：Reviewed； by: Li, Wang，origin: Human")
    ['state: reviewed', 'by: Li, Wang', 'origin: human']
    """
    parts = []
    for part in filter(None, _PARTED.split(line[1:].strip())):
        match = FIELD.fullmatch(part)
        key, value = (match[1].lower(), match[2].strip()) if match else ("", part)
        parts.append(
            f"{key}: {value.lower() if value.lower() in (*STATES, *ORIGINS) else value}"
            if match
            else part
        )
    return parts


def with_state_in_one_line(comments: list[str]) -> list[str]:
    """The comments with the state line whole again: polib and other programs break long comments.

    >>> with_state_in_one_line(["# state: reviewed; by: Zhang", "# San; on:", "# 2026-11-21; origin: human", "# A remark."])
    ['# state: reviewed; by: Zhang San; on: 2026-11-21; origin: human', '# A remark.']
    """
    line = state_line(comments)
    if not line:
        return comments
    at = comments.index(line)
    end = at + 1
    while end < len(comments) and is_remark(comments[end]):
        more = _GOES_ON.match(comments[end])
        known = [part.partition(":")[0] for part in state_parts(line)]
        if not line.rstrip().endswith((":", "：")) and not (
            more and more["name"].lower() not in known
        ):
            break
        line, end = f"{line.rstrip()} {comments[end][1:].strip()}", end + 1
    return [*comments[:at], line, *comments[end:]]


def state_of(given: str, origin: str, fuzzy: bool, translated: bool) -> str:
    """What the state line and the fuzzy flag say together: people write the one, their programs
    only the other.

    Poedit, Weblate and OmegaT take the flag away when somebody has worked on a translation, and set
    it where it needs work.
    Only people say that a translation is reviewed, or that it is no longer the machine's.

    >>> [state_of(given, "human", fuzzy, translated=True) for given, fuzzy in (("stale", False), ("stale", True), ("reviewed", False), ("reviewed", True))]
    ['human-draft', 'stale', 'reviewed', 'human-draft']
    """
    if not translated:
        return "untranslated"
    if fuzzy and given == "reviewed":
        return "human-draft"
    said = given in ("reviewed", "human-draft") or (fuzzy and given != "untranslated")
    return given if said else "machine-draft" if origin == "machine" else "human-draft"


def contradiction(given: str, origin: str, fuzzy: bool, was: bool) -> str:
    """What is to be asked where the two contradict each other and either may be right."""
    if fuzzy and given == "reviewed":
        return "is both reviewed and fuzzy, which is how Poedit and Weblate mark what needs work"
    if not fuzzy and given == "stale" and not was:  # `casebook sync` says what it was
        return "is stale by its state line, but not fuzzy"
    if not fuzzy and origin == "machine" and given in ("machine-draft", "stale"):
        return "comes from a machine and is not fuzzy any more, as if somebody had worked on it"
    return ""


def said_twice(comments: list[str]) -> str:
    """What an entry says more than once, as after a merge that kept both sides.

    >>> said_twice(["# state: reviewed; origin: human", "# A remark.", "# state: human-draft"]), said_twice(["# origin: human; assisted"])
    ('two states: reviewed, human-draft', 'two origins: human, assisted')
    """
    parts = [
        part
        for line in comments
        if is_remark(line) and _STATE.match(line)
        for part in state_parts(line)
    ]
    for name, key, values in (("states", "state: ", STATES), ("origins", "origin: ", ORIGINS)):
        said = [part.removeprefix(key) for part in parts if part.removeprefix(key) in values]
        if len(said) > 1:
            return f"two {name}: {', '.join(said)}"
    return ""


def is_nearly(part: str, key: str) -> bool:
    """Whether a part of the state line begins with a key that was mistyped: the `orign` of `orign:
    human`.
    """
    return (
        not FIELD.fullmatch(part)
        and fuzz.ratio(re.split("[:：]", part)[0].strip().lower(), key) >= 75
    )


def misspelt(comments: list[str], fields: Collection[str]) -> str:
    """A remark that was meant as the state line, or as a part of it that is missing: one or two
    words, of which the first is nearly its key, or the last a state.

    >>> [misspelt([line], ()) for line in ("# sate: reviewed; origin: human", "# state reviewed", "# Reviewed by nobody.", "# note: state it; by: all means")]
    ['sate: reviewed; origin: human', 'state reviewed', '', '']
    """
    for line in filter(is_remark, comments):
        first, *rest = _PARTED.split(line[1:].strip())
        words = re.findall(r"[^\s:：]+", first.lower())
        near = [
            key
            for key in ("state", "origin")
            if key not in fields and words and fuzz.ratio(words[0], key) >= 75
        ]
        if (
            len(words) in (1, 2)
            and not _STATE.match(line)
            and (
                (near and (words[-1] in (*STATES, *ORIGINS) or any(map(FIELD.fullmatch, rest))))
                or (words[-1] in STATES and "state" not in fields)
            )
        ):
            return line[1:].strip()
    return ""


def near_value(given: str, expected: tuple[str, ...], parts: Iterable[str], key: str) -> str:
    """A hint: the value, or the key, that was mistyped; nothing if neither is near."""
    near = (
        process.extractOne(given, expected, scorer=fuzz.ratio, score_cutoff=75) if given else None
    )
    odd = next((part for part in parts if key and is_nearly(part, key)), "")
    return (
        f"Did you mean “{near[0]}”?"
        if near
        else f"Did you mean `{key}:` in “{odd}”?"
        if odd
        else ""
    )


def states_lost(parsed: Iterable[PoEntry], file: str) -> Problem | None:
    """One problem where at least half of a file's translations have no state line, nor one that was
    misspelt: a program has taken the comments away.
    """
    translated = [
        raw
        for raw in parsed
        if raw.fields.get("msgctxt") and raw.fields.get("msgstr") and not raw.obsolete
    ]
    bare = [
        raw for raw in translated if not state_line(raw.comments) and not misspelt(raw.comments, ())
    ]
    if len(bare) < _MANY or 2 * len(bare) < len(translated):
        return None
    return error(
        Place(file),
        "po-states-lost",
        f"{len(bare)} of the {len(translated)} translations do not say where they come from: the lines `# state:` above them are gone, or were never written",
        "If a program or a hand took the comments away, restore the file as Git has it; above new translations write `# state: human-draft; by: …; on: …; origin: human`, or `assisted`, `machine` or `found`",
    )


_ALIKE = {
    "po-origin": "do not say truly where their translations come from",
    "po-blank": "are not called untranslated, and their translations are empty",
}
"""What is wrong with many entries at once, after a program or a replacement in the whole file."""


def told_alike(problems: list[Problem]) -> list[Problem]:
    """The problems, with one for all entries that have the same, if they are many."""
    for code, what in _ALIKE.items():
        alike = [p for p in problems if p.code == code]
        if len(alike) >= _MANY:
            first = alike[0]
            problem = replace(first, what=f"From here on {len(alike)} entries {what}", also=())
            problems = [*(p for p in problems if p not in alike), problem]
    return problems


def odd_keys(segment: str, parts: Iterable[str], place: Place) -> list[Problem]:
    """A warning about a key that the state line does not have: `# state: reviewed; orgin: human;
    origin: assisted`. Where it stands for a missing one, that one is told.
    """
    odd = [part for part in parts if _A_KEY.match(part) and not FIELD.fullmatch(part)]
    near = next((key for key in ("state", "origin") if odd and is_nearly(odd[0], key)), "")
    return (
        [
            warning(
                place,
                "po-state",
                f"{segment}: the state line has no key for “{odd[0]}”",
                f"Did you mean `{near}:`?"
                if near
                else "Use state, by, on and origin; a remark has a line of its own",
            )
        ]
        if odd
        else []
    )


def odd_day(segment: str, on: str, place: Place) -> list[Problem]:
    """A warning about a day of the state line that there cannot be; an error would set the whole
    file aside.
    """
    try:
        Date(on or "XXXX")
    except NoDate as why:
        return [
            warning(
                place,
                "date-form",
                f"{segment}: {why.what}",
                f"{why.hint}; here it stands behind `on:`",
            )
        ]
    return []
