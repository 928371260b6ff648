"""The archive's own debris rules, tried on texts that they were not all made for: no line of a text is hidden."""

import pytest

from tests.sentences.measure import archive_rules, cleaned, debris_scores, divided, texts


@pytest.mark.parametrize(("file", "recall"), [("debris.txt", 0.9), ("debris-later.txt", 0.7)])
def test_the_rules_hide_no_line_of_a_text_and_most_debris(file, recall):
    for score in debris_scores(archive_rules(), file):
        assert score.wrong == 0 and score.recall >= recall, str(score)


def test_the_rules_hide_nothing_in_sentences_letters_and_verse():
    rules = archive_rules()
    for lang in ("english", "chinese"):
        for text, _ in divided(lang):
            assert not cleaned(f"题\n{text}", rules).debris, text
    for name, text in texts("wrapped.txt"):
        hidden = [text for d in cleaned(text.replace("↵", ""), rules).debris if (text := text.replace("↵", "")[d.start : d.end].strip()) and text.strip("->")]
        assert not hidden, name
