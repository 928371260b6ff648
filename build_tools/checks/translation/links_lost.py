"""link-lost: a web address or #hashtag# that the translation does not keep."""

import re
from collections.abc import Iterator

from build_tools.checks.translation.pair import ADDRESS, Compared, Finding, Pair

_TAG = re.compile(r"#[^#\n]{1,60}#|(?<![\w#&])#[^\W\d]\w*")
"""#小米拟合作米黑KOL#, as Weibo writes them; #Xiaomi, as others do."""


def check(pair: Pair, within: Compared) -> Iterator[Finding]:
    lost = [address for address in ADDRESS.findall(pair.source.text) if address not in pair.target.text]
    if lost:
        yield f"{', '.join(lost)} is not in the translation", "Keep addresses as they are"
    there, here = (len(_TAG.findall(ADDRESS.sub(" ", side.text))) for side in (pair.source, pair.target))
    if there != here:
        yield f"The source has {there} hashtags, the translation {here}", "Keep the # before and after each"
