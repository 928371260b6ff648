"""What stands in a text and leads somewhere only as it is written: addresses, names of files,
handles, hashtags, code. Said once, for all that reads texts.
"""

import re

from build_tools.language.chinese.han import HAN_RANGES

_LATIN_HOST = "[A-Za-z0-9À-ɏ_-]{1,63}"
_CHINESE_HOST = rf"[{HAN_RANGES}][\w-]{{0,62}}(?=\.)"
_CHINESE_TOP = "(?:公司|中国|中國|香港|台湾|台灣|澳门|澳門|新加坡|网络|網絡|网址|网站|集团|在线|中文网|商城|商店|移动|手机|政务|公益|企业|信息)"
"""The ends of Chinese hosts, as the root of the net has them."""
_HOST = rf"(?:{_LATIN_HOST}|{_CHINESE_HOST})(?:\.(?:{_LATIN_HOST}|{_CHINESE_HOST}|{_CHINESE_TOP}))*"
"""`a.example.com`, `例子.公司`; not the next sentence in `weibo.com.他说`, nor the 的 of
`weibo.com的`.
"""
_PATH = (
    rf"(?:[/?#:](?:[^\W{HAN_RANGES}]|[-.~:/?#@!$&'*+,;=%]|(?<=[/#=%+~_{HAN_RANGES}-])[{HAN_RANGES}]|(?<=[?&])[{HAN_RANGES}](?=\w{{0,20}}=)"
    r"|\([^\s()]{1,60}\))*(?<=[\w/#=&%~+)]))?"
)
"""`/wiki/小米?a=b`, without the stop behind it. Chinese begins a part of it: the 的微博 of
`/leijun的微博` is text again.
"""
_TOP = "(?:com|net|org|edu|gov|info|io|cn|hk|tw|mo|uk|eu|jp|kr|example|COM|NET|ORG|CN|HK|TW)(?![A-Za-z0-9-])"
ADDRESS = re.compile(
    rf"(?:(?:[Hh]ttps?|HTTPS?|[Ff]tp|FTP)://{_HOST}|(?:www|WWW|Www)\.{_HOST}){_PATH}"
    rf"|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{{1,64}}@(?:(?:{_LATIN_HOST}|{_CHINESE_HOST})\.)+(?:[A-Za-z]{{2,24}}|{_CHINESE_TOP})"
    rf"|(?<![A-Za-z0-9_@./-])(?:[A-Za-z0-9-]+\.)+(?:{_TOP}|[a-z]{{2,24}}(?=/\w)){_PATH}"
)
"""In the web, or of e-mail: `https://例子.公司/发布?年=2024`, `www.example.org`, `pr@公司.cn`,
`weibo.com/xiaomi`, `ifeng.com`.
"""
HANDLE = re.compile(
    r"(?<![A-Za-z0-9_.@])@(?:[\w·-]{1,30}(?=[\s:：,，。]|$)|[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*)"
)
"""`@GoldenLadle`, `@某某：`."""
TOPIC = re.compile(r"#[^#\s]{1,60}#|#[^#\s，。；][^#\n，。；]{0,58}[^#\s，。；]#")
"""`#小米SU7发布#`, `#Xiaomi plans to cooperate#`: its words are words of the text, and yet it stays
as it is.
"""
HASHTAG = re.compile(r"(?<![\w#&])#(?=\d*[^\W\d])\w{1,60}(?![\w#])")
"""`#XiaomiFire`, `#某某道歉`."""
FILE = re.compile(
    r"(?<![\w./@-])[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}\.(?:png|jpe?g|gif|webp|bmp|svg|pdf|docx?|xlsx?|pptx?|mp[34]|mov|zip|rar)(?![A-Za-z0-9_])",
    re.ASCII,
)
"""`103519a6abk9oi8i0kxd0y.png`."""
CODE = re.compile(r"`[^`\n]+`")
TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>\n]{0,300})?/?>")
"""`<sub id="oo950">`, which a scraper left."""
NOT_WORDS = re.compile(
    "|".join(each.pattern for each in (ADDRESS, FILE, HANDLE, TOPIC, HASHTAG, CODE, TAG))
)
"""All of them. No converter and no rule for punctuation may change what they are made of."""
_SIGNS = re.compile(r"\.[\w-]|://|[@#`<]")
"""One of these stands in each of them: the `.c` of `ifeng.com`."""


def may_hold(text: str) -> bool:
    """Whether it is worth looking for any of them: most sentences have none, and looking costs much.

    >>> may_hold("雷军回应：不会。"), may_hold("见weibo.com")
    (False, True)
    """
    return bool(_SIGNS.search(text))


def not_read(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches (start, end) of which no part is a word of the text, in order. The words of a
    topic are.

    >>> text = "见 https://weibo.com/google，致信press@xiaomi.com。#小米道歉# @GoldenLadle"
    >>> [text[start:end] for start, end in not_read(text)]
    ['https://weibo.com/google', 'press@xiaomi.com', '@GoldenLadle']
    """
    return tuple(
        match.span() for match in NOT_WORDS.finditer(text) if not TOPIC.fullmatch(match[0])
    )


def without(text: str) -> str:
    """The text with a blank for each of those stretches.

    >>> without("见weibo.com/xiaomi。#小米道歉#")
    '见 。#小米道歉#'
    """
    if not may_hold(text):
        return text
    return NOT_WORDS.sub(lambda match: match[0] if TOPIC.fullmatch(match[0]) else " ", text)
