"""Pinyin over the Chinese of the first five seeds: what the dictionary reads wrongly, the editors'
words put right.
"""

import pytest

from build_tools.language.chinese.pinyin import HAN, syllables


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("签署金额为300万元", "qiān shǔ jīn é wéi wàn yuán"),
        ("泄露了数张", "xiè lòu le shù zhāng"),
        ("两家当事媒体", "liǎng jiā dāng shì méi tǐ"),
        ("”为目的", "wéi mù dì"),
        ("认定为", "rèn dìng wéi"),
        ("不是因为", "bù shì yīn wèi"),
        ("可能性为零", "kě néng xìng wéi líng"),
        ("更长开发周期", "gèng cháng kāi fā zhōu qī"),
        ("危机期间长时间沉默", "wēi jī qī jiān cháng shí jiān chén mò"),
        ("得罪了", "dé zuì le"),
        ("小米被曝", "xiǎo mǐ bèi bào"),
        ("董事长兼", "dǒng shì zhǎng jiān"),
    ],
)
def test_a_word_of_the_seeds_is_read_right(archive, words, said):
    texts = [
        text
        for source in archive.sources.values()
        for each in source.text
        if words in (text := each.rendition("zh-Hans").text)
    ]
    assert texts
    for text in texts:
        start = len(HAN.findall(text[: text.index(words)]))
        assert (
            " ".join(
                sound
                for _, sound in syllables(text, archive.spoken)[
                    start : start + len(HAN.findall(words))
                ]
            )
            == said
        ), text
