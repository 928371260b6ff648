"""Words as inert HTML. All that comes from a seed is escaped here or by Jinja: it is never markup."""

from functools import cache

from markupsafe import Markup, escape

from build_tools.model.visible import visible


def shown(text: str) -> Markup:
    """The text as inert HTML; control characters become visible.

    >>> str(shown("<b>小米\\x1b</b> {{ 1 }}"))
    '&lt;b&gt;小米␛&lt;/b&gt; {{ 1 }}'
    """
    return escape(visible(text))


def filled(template: str, *values: object) -> Markup:
    """The template with the values in its places, each escaped unless it is markup. A long text has
    many, and `Markup.format` takes five times as long.

    >>> str(filled('<b title="{}">{}</b>', '"<', Markup("<i>米</i>")))
    '<b title="&#34;&lt;"><i>米</i></b>'
    """
    first, *behind = _pieces(template)
    return Markup(
        first
        + "".join(
            [
                piece
                for value, text in zip(values, behind, strict=True)
                for piece in (escape(value), text)
            ]
        )
    )


@cache
def _pieces(template: str) -> list[str]:
    return template.split("{}")


def joined(parts: list[Markup]) -> Markup:
    """The parts in a row; all of them are markup already."""
    return Markup("".join(parts))
