"""What a Chinese character is, said once. docs/assets/search-words.js and pinyin.js say the same to
a browser.
"""

import re

HAN_RANGES = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""For a class of a regex: with 々 and 〇, and with the two planes that the standard keeps for them,
where 𠮷 stands.
"""
HAN = re.compile(f"[{HAN_RANGES}]")
"""One of them: the 银 of 银行."""
FIRST_WIDE = "\u2e80"
"""From here on a character is as wide as two letters: Han characters, kana, hangul, and their
punctuation.
"""
WIDE_RANGES = f"{FIRST_WIDE}-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
"""For a class of a regex: what a Chinese line is made of. The 银 and the ， of `银行，`."""
CLOSE = re.compile(f"[{WIDE_RANGES}“”‘’…—]")
"""What stands without a blank beside its like: those, and the marks that Chinese shares with
English.
"""
