"""A page as it is written, with what others must know of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Printed:
    """One page, and the ends of its links."""

    text: str
    ids: frozenset[str]
    """To which links may lead."""
    hrefs: tuple[str, ...]
    """Where its own links lead, each once."""
