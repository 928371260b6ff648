"""script-forms: a name or correction whose Traditional form contradicts another one, or a
correction that is none of script.
"""

from collections.abc import Iterator

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, error
from build_tools.model.text import Seed
from build_tools.stages.wording import protected_words


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Each word whose Traditional forms cannot all be followed."""
    for word, where, other in protected_words(editorial.actors, editorial.corrections)[1]:
        yield error(
            editorial.place(*where),
            "script-forms",
            f"The Traditional forms of “{word}” contradict those in {editorial.place(*other)}",
            "Give one word one form in each script",
        )
    for n, each in enumerate(editorial.corrections):
        if not len(each.zh_hans) == len(each.zh_hant_tw) == len(each.zh_hant_hk):
            yield error(
                editorial.place("rules", "conversion", "corrections", n),
                "script-forms",
                f"The forms of “{each.zh_hans}” have different lengths, so the correction cannot be used",
                "Script changes characters one by one; other words of a region belong in editorial/rules/wording.yml",
            )
