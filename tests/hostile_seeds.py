"""Texts that try to be more than text. Each by its id, with what must stand literally on its
page.
"""

LONG = ("小米回应争议" + "这件事情为什么这么严重" * 6) * (20_000 // 72)
LINES = "\n".join(
    f"小米第{n}次回应。" if n % 2 else f"第{n}次回应 #热点{n}# #新知#" for n in range(1, 1_501)
)

HOSTILE = {
    "html": (
        '小米<script>alert(1)</script>回应\n正文<img src=x onerror=alert(2)>，<b onclick="x()">雷军</b>道歉。</div></section></p><iframe src=//evil.example>',
        [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(2)>",
            "</div></section></p><iframe src=//evil.example>",
        ],
    ),
    "entities": (
        "&lt;/title&gt;&lt;script&gt;alert(3)&lt;/script&gt; 小米\n正文 &amp; &#60;b&#62; &nbsp; 。",
        ["&lt;/title&gt;&lt;script&gt;alert(3)", "&amp; &#60;b&#62; &nbsp;"],
    ),
    "title": (
        "</title><script>alert(4)</script>\n小米回应。",
        ["</title><script>alert(4)</script>"],
    ),
    "quotes": (
        '" onmouseover="alert(5)\n小米\' onfocus=\'alert(6)。\\" \\u003cscript\\u003e',
        ['" onmouseover="alert(5)', "' onfocus='alert(6)", "\\u003cscript\\u003e"],
    ),
    "markdown": (
        "# 小米回应\n\n## 二级\n\n* 列表\n\n[小米](https://evil.example)，**粗**，`代码`，![图](x.png)。\n\n```python\nprint(1)\n```\n\n[TOC]\n\n文[^1]。\n\n[^1]: 注。\n\n"
        "小米\n{: .evil #evil onclick=x }\n\n    缩进\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<https://evil.example>\n\n小米 {#evil2 .evil}\n\n*[KOL]: evil",
        [
            "# 小米回应",
            "[小米](https://evil.example)",
            "**粗**",
            "```python",
            "[TOC]",
            "[^1]: 注。",
            "{: .evil #evil onclick=x }",
            "|---|---|",
            "{#evil2 .evil}",
            "*[KOL]: evil",
        ],
    ),
    "snippets": (
        '小米\n--8<-- "mkdocs.yml"\n--8<--\nmkdocs.yml\n--8<--\n;--8<-- "mkdocs.yml"\n!!! note\n    文\n<!-- 注释 -->\n<!--\n小米 --> ]]> <![CDATA[ x ]]> <?php x ?>',
        ['--8<-- "mkdocs.yml"', "!!! note", "<!-- 注释 -->", "]]> <![CDATA[ x ]]> <?php x ?>"],
    ),
    "jinja": (
        '{{ 7*7 }} {% include "x.html" %} {# 注 #}\n小米{{ config }}回应{% raw %}。',
        ['{{ 7*7 }} {% include "x.html" %} {# 注 #}', "{{ config }}"],
    ),
    "front-matter": (
        "---\ntitle: Evil\ntemplate: evil.html\n---\n小米回应。\n...\n",
        ["---", "title: Evil", "template: evil.html"],
    ),
    "controls": (
        "小米\x1b[31m\x07回应\x08。\x02wzxhzdk:0\x03 \x0b\x0c\x1c\x1d\x85雷军\x7f\ufeff道歉\ufffe\uffff。",
        ["小米␛[31m␇回应␈", "␂wzxhzdk:0␃"],
    ),
    "bidi": (
        "小米\u202e道歉\u202c回应\u2066x\u2069\u200f。",
        ["小米[U+202E]道歉[U+202C]回应[U+2066]x[U+2069][U+200F]"],
    ),
    "emoji": ("小米👨‍👩‍👧‍👦发布🇹🇼❤️‍🔥\n𠀀雷军🧑🏽‍💻道歉。", ["👨‍👩‍👧‍👦", "🇹🇼", "𠀀雷军🧑🏽‍💻道歉"]),
    "combining": (
        "cafe\u0301 小米\u0301回应\nTe\u0302\u0301t Xiaomi re\u0301pond a\u0300 la crise. \u1100\u1161\u11a8",
        ["café", "Tết Xiaomi répond à la crise.", "각"],
    ),
    "separators": (
        "小米\u2028回应\u2029雷军\u00a0道歉\u3000。\n第二行\u2028。",
        ["回应", "第二行"],
    ),
    "crlf": ("小米回应\r\n\r\n雷军道歉。\r又一行。\r\n", ["小米回应", "雷军道歉。", "又一行。"]),
    "punctuation": ("？！……。，、\n——“”\n;;;", ["？！……。，、"]),
    "digits": ("20260107\n12345 67890", ["20260107", "12345 67890"]),
    "one-letter": ("x", ["x"]),
    "urls": (
        "javascript:alert(1)\nhttps://evil.example/?a=1&b=2#c data:text/html,x 小米。",
        ["javascript:alert(1)", "https://evil.example/?a=1&b=2#c"],
    ),
    "marks": (
        "小米<b>雷军</b>&小米\n“小米”<小米>{小米}[小米](小米)，2026年1月7日<i>。",
        ["小米<b>雷军</b>&小米", "<小米>{小米}[小米](小米)"],
    ),
    "placeholders": (
        "klzzwxh:0000 wzxhzdk:1 \\* $& \\1 %s {0} $1\n小米。",
        ["klzzwxh:0000 wzxhzdk:1 \\* $& \\1 %s {0} $1"],
    ),
    "long-line": (LONG, [LONG[:100], LONG[-100:]]),
    "many-lines": (LINES, ["小米第1次回应", "小米第1499次回应", "#热点1500#"]),
    "index-1": ("小米", ["小米"]),
    "小米 说明": (
        "說明：雷軍回應小米KOL投放爭議。網友表示抵制，後來發佈了聲明，說明了情況。",
        ["說明：雷軍回應小米KOL投放爭議。"],
    ),
    "taiwan": (
        "說明：雷軍回應小米網路投放爭議，裡面說明了一臺車的情況。",
        ["說明：雷軍回應小米網路投放爭議，裡面說明了一臺車的情況。"],
    ),
}
DECLARED = {"taiwan": "zh-Hant-TW"}
