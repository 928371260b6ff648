"""What stands in a text and is no language: addresses, handles, hashtags, code."""

import re

NOT_WORDS = re.compile(
    r"(?:https?|ftp)://[^\s<>“”「」『』《》（）【】，。；、！？]+"
    r"|www\.[A-Za-z0-9-]+\.[^\s<>“”「」『』《》（）【】，。；、！？]+"
    r"|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9\u4e00-\u9fff-]{1,63}(?:\.[A-Za-z0-9\u4e00-\u9fff-]{1,63}){0,6}\.[A-Za-z]{2,24}"
    r"|(?<![\w.])@[\w\u4e00-\u9fff·-]{1,30}(?=[\s:：,，。]|$)"
    r"|#[^\s#]{1,60}#|(?<![\w&])#\w{1,60}(?=\s|$)"
    r"|`[^`\n]+`"
)
"""`https://example.com/发布`, `pr@公司.cn`, `@某某：`, `#某某道歉#`, `code`: they lead somewhere only as they are written."""
