"""Who speaks, before what is said."""

import re

from markupsafe import Markup

_NAMED = re.compile(r"[^<>:：]{1,60}[:：]")
"""A name and its colon, if no mark stands in them."""


def speaker(words: Markup) -> Markup:
    """The words with the name in an element of its own.

    >>> speaker(Markup("OSTROW: When did you know?"))
    Markup('<b class="cb-speaker">OSTROW:</b> When did you know?')
    """
    named = _NAMED.match(words)
    if not named:
        return words
    return Markup('<b class="cb-speaker">{}</b>').format(Markup(named[0])) + Markup(
        words[named.end() :]
    )
