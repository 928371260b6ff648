"""Which documents hold which key, packed into small files in the order of their keys."""

from collections.abc import Iterable, Sequence

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_SHARD = 12_000
"""Characters in one file, about: 4 KB compressed."""


def packed(numbers: Sequence[int]) -> str:
    """Rising numbers as the steps between them, five bits to a letter; the letters after `f` say
    that more follow.

    >>> packed([0, 1, 2, 40])
    'ABBmB'
    """
    letters, before = [], 0
    for number in numbers:
        step, before = number - before, number
        while step >= 32:
            letters.append(_DIGITS[32 + step % 32])
            step //= 32
        letters.append(_DIGITS[step])
    return "".join(letters)


class Index:
    """Key -> the documents that have it, those that have it often apart; and key -> other keys that
    it stands for.
    """

    def __init__(self) -> None:
        self.keys: dict[str, tuple[list[int], list[int]]] = {}
        self.instead: dict[str, str] = {}

    def add(self, number: int, keys: Iterable[str], often: Iterable[str] = ()) -> None:
        """Documents must come in the order of their numbers."""
        strong = frozenset(often)
        for key in keys:
            lists = self.keys.get(key)
            if lists is None:
                lists = self.keys[key] = ([], [])
            lists[key not in strong].append(number)

    def shards(self) -> tuple[list[str], list[str]]:
        """The files' contents, a line for each key, and the key that each file begins with. In the
        order that a browser sees in them.
        """
        contents: list[str] = []
        starts: list[str] = []
        lines: list[str] = []
        size = 0
        for key in sorted([*self.keys, *self.instead], key=_in_a_browser):
            line = f"{key} {self.instead[key] if key in self.instead else self._holders(key)}"
            if not lines:
                starts.append(key)
            lines.append(line)
            size += len(line)
            if size > _SHARD:
                contents.append("\n".join(lines))
                lines, size = [], 0
        return [*contents, "\n".join(lines)] if lines else contents, starts

    def _holders(self, key: str) -> str:
        often, rarely = self.keys[key]
        return f"{packed(often)}|{packed(rarely)}" if often else packed(rarely)


def _in_a_browser(key: str) -> bytes:
    """By this, keys are in a browser's order: it compares halves of the characters that have two.

    >>> sorted(["𠮷", "﨎"]), sorted(["𠮷", "﨎"], key=_in_a_browser)
    (['﨎', '𠮷'], ['𠮷', '﨎'])
    """
    return key.encode("utf-16-be")
