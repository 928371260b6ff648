"""Years that are counted from the beginning of a reign, of the Republic of China, or of a reign in
Japan; and years in Chinese figures.
"""

import re

from build_tools.language.numbers.words import small

NUMERALS = "一二三四五六七八九十"
FIGURES = {figure: n for n, figure in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "O": 0,
}
ERAS = {
    "民国": (1912, 200),
    "宣统": (1909, 3),
    "光绪": (1875, 34),
    "同治": (1862, 13),
    "咸丰": (1851, 11),
    "道光": (1821, 30),
    "嘉庆": (1796, 25),
    "乾隆": (1736, 60),
    "雍正": (1723, 13),
    "康熙": (1662, 61),
    "顺治": (1644, 18),
}
"""First year and number of years. Earlier reigns often share their names."""
OF_JAPAN = {
    "明治": (1868, 45),
    "大正": (1912, 15),
    "昭和": (1926, 64),
    "平成": (1989, 31),
    "令和": (2019, 99),
}
"""Those of Japan, as Taiwan counted to 1945; months are those of the sun, since 1873."""
REPUBLIC, SOLAR = 1912, 1873
"""From when on China, and Japan, count months by the sun."""
NAMED = re.compile(rf"(?:中[华華])?(?P<era>{'|'.join([*ERAS, *OF_JAPAN])})\s?(?P<n>.+)")
NTH = rf"(?:元|\d{{1,3}}|[{NUMERALS}廿卅百零〇○]{{1,5}})"
ERA = rf"(?:中[华華])?(?:{'|'.join([*ERAS, *OF_JAPAN])})\s?{NTH}"


def in_figures(year: str) -> str:
    """一八四一 in figures."""
    return "".join(str(FIGURES.get(figure, figure)) for figure in year)


def years_of(era: str, nth: str) -> tuple[int, ...]:
    """The years that a year of an era can be called: one that ends with the twelfth moon reaches
    into the next.

    >>> years_of("民国", "12"), years_of("民国", "一〇八"), years_of("光绪", "二十四"), years_of("宣统", "9")
    ((1923,), (2019,), (1898, 1899), ())
    """
    start, lasted = {**ERAS, **OF_JAPAN}[era]
    said = in_figures(nth) if len(nth) > 1 and not set(nth) - set(FIGURES) else nth
    number = 1 if nth == "元" else small(said)
    year = start + number - 1
    if not 0 < number <= lasted or year > 2099:
        return ()
    return (year, year + 1) if era in ERAS and year < REPUBLIC else (year,)
