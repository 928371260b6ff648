"""Write into annotations.yml in which segment each decision stands, and change nothing else
there.
"""

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def with_segments(text: str, segments: dict[tuple[str, int], str]) -> str:
    """The file's text with `segment:` before the `quote:` of the decisions that are given by their
    keys.

    >>> print(with_segments("mentions:\\n  - quote: 小米   # a remark\\n    decision: reject\\n", {("mentions", 0): "s3"}))
    mentions:
      - segment: s3
        quote: 小米   # a remark
        decision: reject
    <BLANKLINE>
    >>> with_segments("dates: [{quote: 近期, date: 2026-01}]", {("dates", 0): "s3"})
    'dates: [{segment: s3, quote: 近期, date: 2026-01}]'
    """
    if text.startswith("\ufeff"):
        return "\ufeff" + with_segments(text[1:], segments)
    line_end = "\r\n" if "\r\n" in text else "\n"
    pieces: dict[int, str] = {}
    node = yaml.compose(text, Loader=_LOADER)
    for name, listed in node.value if node else ():
        for number, decision in enumerate(listed.value):
            segment = segments.get((name.value, number))
            quote = next((key for key, _ in decision.value if key.value == "quote"), None)
            if segment and quote:
                mark = quote.start_mark
                pieces[mark.index] = f"segment: {segment}" + (
                    ", " if decision.flow_style else line_end + " " * mark.column
                )
    for at in sorted(pieces, reverse=True):
        text = text[:at] + pieces[at] + text[at:]
    return text
