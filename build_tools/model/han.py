"""What a Chinese character is, said once. docs/assets/search-words.js and pinyin.js say the same to a browser."""

import re

HAN_RANGES = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""For a class of a regex: with 々 and 〇, and with the two planes that the standard keeps for them, where 𠮷 stands."""
HAN = re.compile(f"[{HAN_RANGES}]")
"""One of them: the 银 of 银行."""
