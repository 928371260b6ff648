"""Whether a name that is also a word stands where a firm does, by what it does or has, and what is
done to it: 小米回应, but 小米养胃.
"""

import re

_HAS = (
    r"公司|集团|科技|手机|电脑|汽车|平板|官[方网微宣]|旗下|总部|高[层管]|员工|客服|门店|专卖店|创始人|首席|CEO|董事|总裁|总经理|副总|发言人|公关|法务"
    r"|股[价票东]|市值|财报|营收|供应商|经销商|粉丝|系统|商城|直播间|账号|微博|之家|方面|品牌|用户|新[品机]|芯片"
)
_DOES = (
    r"表示|称(?!为|重)|说|认为|回应|指出|道歉|致歉|透露|介绍|强调|发[文声布表]|宣布|否认|承认|呼吁|提醒|接受|拒绝|要求|召回|推出|起诉|状告|涉嫌|辞退|解雇|开除"
    r"|裁员|收购|投资|公布|通报|声明|承诺|任命|成立|隐瞒|故意|聘请|签约|违反|侵权|败诉|胜诉|撤回|终止|罚|赔偿"
)
_WHEN = r"今[日天]|昨[日天晚]|近日|日前|此前|随[后即]|当[晚天日]|目前|连夜|正式|公开|再[次度]|已经?|曾|也|都|又|正|仍|未|尚未|将|并未|首次|多次|第[\d一二三四五六七八九十]+次|\d+[日号]"
_OVER = r"(?:就(?!是|会|能|要|有|着)|对|针对|因|向(?!来)|在|为|与|给|把|被)[^，。；！？]{1,16}?"
_ACTS = re.compile(
    rf"(?:{_WHEN}|于[^，。；]{{1,8}}?[日号])*(?:的[^，。；]{{0,4}}?)?(?:{_HAS}|{_DOES})"
)
"""小米回应, 小米昨日发布, 小米的公关."""
_OVER_IT = re.compile(rf"(?:{_WHEN})*{_OVER}(?:{_DOES})")
"""苹果就降速门致歉."""
_DONE_TO = re.compile(
    r"(?:起诉|状告|控告|指控?|质疑|曝光|爆料|批评|抨击|举报|投诉|抵制|采访|致电|约谈|处罚|收购|入职|加盟|入股|加入|任职于|供职于|针对|称)[了过]?[“‘「《]?$"
)
"""质疑小米, 诉讼指苹果."""
_BY_IT = re.compile(r"被$"), re.compile(r"[逼辞解开起收投要拒骗坑欺罚约告收]")
"""被网易逼迫."""


def acts(text: str, start: int, end: int) -> bool:
    """Whether what stands around the words tells that they name a firm.

    >>> [acts(text, text.index("小米"), text.index("小米") + 2) for text in
    ...  ("小米昨日发布公告", "网友质疑小米", "红枣小米养胃", "小米就字体过小致歉")]
    [True, True, False, True]
    """
    before = text[max(0, start - 8) : start]
    return bool(
        _ACTS.match(text, end)
        or _OVER_IT.match(text, end)
        or _DONE_TO.search(before)
        or (_BY_IT[0].search(before) and _BY_IT[1].match(text, end))
    )
