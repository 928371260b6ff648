"""link-lost: a web address or #hashtag# that the translation does not keep."""

import re
from collections.abc import Iterator

from build_tools.checks.translation.pair import Compared, Finding, Pair
from build_tools.language.not_words import ADDRESS, HASHTAG, TOPIC

_TAG = re.compile(f"{TOPIC.pattern}|{HASHTAG.pattern}")
"""#小米拟合作米黑KOL#, as Weibo writes them; #Xiaomi, as others do."""
_LEADS = re.compile(r"[/@]|^www", re.I)
"""A host alone, as in `ifeng.com 报道`, is a name as well, which a translation may give as
凤凰网.
"""


def check(pair: Pair, within: Compared) -> Iterator[Finding]:
    """The addresses and tags that readers of the translation would miss."""
    lost = [
        address
        for address in ADDRESS.findall(pair.source.text)
        if _LEADS.search(address) and address not in pair.target.text
    ]
    if lost:
        yield f"{', '.join(lost)} is not in the translation", "Keep addresses as they are"
    there, here = (
        len(_TAG.findall(ADDRESS.sub(" ", side.text))) for side in (pair.source, pair.target)
    )
    if there != here:
        yield (
            f"The source has {there} hashtags, the translation {here}",
            "Keep the # before and after each",
        )
