"""How a file is read only once in its life: a reader is handed something that keeps what became of the same words before."""

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Once(Protocol):
    """How something is made once and kept for the next time."""

    def __call__(self, made_from: tuple[object, ...], make: Callable[[], T]) -> T:
        """What `make` gives, now or when it was last made from the same."""
        ...


def anew(made_from: tuple[object, ...], make: Callable[[], T]) -> T:
    """Nothing is kept."""
    return make()
