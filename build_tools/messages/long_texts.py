"""What is said before a text that takes its time."""

from build_tools.model.work import Task

_LONG = 100_000
"""Characters: some seconds."""
_A_SECOND = 10_000
"""Chinese characters that become a page in a second: 240,000 in 10 to 30 s, the more the less they
repeat, on one core of an ordinary server; English takes a fifth of that.
"""


def that_takes_long(each: object) -> str:
    """What to say before a text that keeps the build busy for more than a few seconds, so that
    nobody thinks it hangs; empty of all else.
    """
    seed = max(each.seeds, key=lambda seed: len(seed.text)) if isinstance(each, Task) else None
    if seed is None or len(seed.text) <= _LONG:
        return ""
    seconds = len(seed.text) // _A_SECOND
    return f"{seed.file} has {len(seed.text):,} characters: its text and its page may take {seconds if seconds < 120 else seconds // 60} {'seconds' if seconds < 120 else 'minutes'}"
