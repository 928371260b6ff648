"""The language of most of a text: which Chinese its Chinese is, and on which side of a page it
begins.
"""

from build_tools.language.chinese.script import detect_script, region_of
from build_tools.model.editorial import SourceFiles
from build_tools.model.text import Aligned, Seed


def chinese_of(seed: Seed, files: SourceFiles) -> str:
    """What most of the seed's Chinese is: declared by an editor, or detected (of a mixture the
    larger part), or taken to be Simplified.
    """
    declared = files.record.language
    if declared and declared != "en":
        return declared
    found = detect_script(seed.text, majority=1) or "zh-Hans"
    return region_of(seed.text) or found if found == "zh-Hant" else found


def side_of(text: tuple[Aligned, ...], bilingual: bool = False) -> str:
    """The language of most of the text, `en` or `zh`; of a text that says all of it in both, the
    one it begins with.
    """
    if bilingual:
        return "en" if text[0].segment.lang == "en" else "zh"
    english = sum(len(each.reading.text) / 3 for each in text if each.segment.lang == "en")
    return (
        "en"
        if english > sum(len(each.reading.text) for each in text if each.segment.lang != "en")
        else "zh"
    )
