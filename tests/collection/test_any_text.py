"""What fresh eyes found hidden, or not hidden, in texts that nobody had seen, by kind: with the archive's own rules."""

import pytest

from tests.sentences.measure import archive_rules, cleaned


def shown(text: str) -> list[str]:
    """What is left of a text, block by block."""
    found = cleaned(text, archive_rules())
    return [found.seed.text[b.start : b.end] for b in found.blocks]


@pytest.mark.parametrize(
    "line",
    [
        "published on 25 January 2018, made nineteen recommenda-",
        "posted on 3 May 2019 that it had known since the",
        "updated 4 June 2020 by the auditors and laid before",
    ],
)
def test_a_wrapped_line_is_never_taken_for_the_time_of_publication(line):
    text = f"Last year the committee took evidence from 63 people. Its report,\n{line}\nend of the year. We accept all of them."
    assert line.removesuffix("-") in "\n".join(shown(text))


@pytest.mark.parametrize(
    "line",
    [
        "发布于2024年3月5日的公告称",
        "更新2024年的数据后，公司认为",
        "Published on 3 May 2019 by the inquiry, the report says",
    ],
)
def test_a_line_that_only_begins_like_a_time_of_publication_is_text(line):
    assert line in "\n".join(shown(f"公司道歉\n{line}\n产品没有问题。"))
