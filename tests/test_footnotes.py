"""Reference marks such as [1]: they lead to their entry, or nothing is said of them; only without
any list do they lead nowhere.
"""

import pytest

from build_tools.pipeline import build
from tests.conftest import copy_small, parsed

NOWHERE = "What this mark refers to is not in the seed"
SAID = "The ferry company apologised on Monday.[1] Its refund was called generous.[2] Nobody had checked.[1]\n\n"
ZH = "渡轮公司周一致歉。[1]退款被认为慷慨。[2]没有人核对过。[1]\n\n"
TEXTS = {
    "none": SAID,
    "none-zh": ZH,
    "numbered": f"{SAID}References\n\n[1] Harbour Post, 4 March 2024.\n[2] Bay Times, 5 March 2024. Also online.\n",
    "numbered-zh": f"{ZH}[1] 海湾晚报，2024年3月4日。\n\n[2] 港湾周刊，2024年3月5日。\n",
    "carets": f'{SAID}References[edit | edit source]\n^ "Ferry firm sorry". Harbour Post. 4 March 2024.\n^ a b Bay Times, 5 March 2024.\n',
    "carets-fewer": f'{SAID}Nobody knew.[3]\n\nReferences\n^ "Ferry firm sorry". Harbour Post. 4 March 2024.\n^ Bay Times, 5 March 2024.\n',
    "gap": f"{SAID}[2] Bay Times, 5 March 2024.\n",
    "titled": f"{SAID}Notes\n\nHarbour Post, 4 March 2024.\n\nBay Times, 5 March 2024.\n",
    "titled-zh": f"{ZH}参考资料：\n\n海湾晚报，2024年3月4日。\n\n港湾周刊，2024年3月5日。\n",
    "pages": "The ferry company apologised on Monday.\n\n[1] [2] [3] next page\n",
    "pages-zh": "渡轮公司周一致歉。\n\n上一頁 [1] [2]\n",
    "apart": "The ferry company apologised on Monday. [1] [2] Nobody had checked the figures.\n\nDeaths at sea[1]\n",
    "no-marks": "The ferry company apologised on Monday.\n\nReferences\n\nHarbour Post, 4 March 2024.\n",
}
LEAD_NOWHERE = {"none", "none-zh", "apart"}
LEAD = {"numbered", "numbered-zh", "carets"}
ENTRIES = {"[1]": ("Harbour Post", "海湾晚报"), "[2]": ("Bay Times", "港湾周刊")}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    root = copy_small(tmp_path_factory.mktemp("notes") / "archive")
    for id, text in TEXTS.items():
        (root / "seeds" / f"{id}.txt").write_text(text, encoding="utf-8")
    built = build(root)
    return {id: parsed(built.pages[f"sources/{id}.md"]) for id in TEXTS}


@pytest.mark.parametrize("id", TEXTS)
def test_a_mark_leads_nowhere_only_where_the_seed_holds_no_list(pages, id):
    said = [
        span
        for span in pages[id].all("span", of="m-dangling")
        if NOWHERE in span.attributes["title"]
    ]
    assert bool(said) == (id in LEAD_NOWHERE)


@pytest.mark.parametrize("id", TEXTS)
def test_a_mark_leads_to_its_entry_where_that_is_sure(pages, id):
    links = [
        a
        for a in pages[id].all("a", of="m-note")
        if a.parent.attributes["lang"] in ("en", "zh-Hans")
    ]
    assert [a.text() for a in links] == (["[1]", "[2]", "[1]"] if id in LEAD else [])
    segments = {
        f"#{each.attributes['id']}": each.text() for each in pages[id].all("div", of="cb-seg")
    }
    for a in links:
        entry = segments[a.attributes["href"]]
        assert (
            any(name in entry for name in ENTRIES[a.text()])
            and "apologised" not in entry
            and "致歉" not in entry
        )
