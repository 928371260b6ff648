/* A selection that begins in one language stays in it (text.css shows that), and what is copied of the text is its sentences alone.
   A click on a segment's number copies its link, in the script and languages that the reader sees;
   the card that opens says so and offers the words as a quotation with their source. */
(() => {
  "use strict";
  /* Quotation marks within a quotation: outer ones become inner ones, and what is quoted in them outer ones again. An apostrophe is none. */
  const turned = (words, outer, inner) => {
    const open = [], closes = new RegExp(`${inner[1]}(?![\\p{Script=Latin}\\d])`, "u");
    const atDepth = () => (open.length % 2 ? outer : inner);
    return words.replace(new RegExp(`[${outer}${inner}]`, "gu"), (sign, at) => {
      const pair = outer.includes(sign) ? outer : inner;
      if (sign === pair[0]) {
        if (pair === inner && !closes.test(words.slice(at))) return sign;
        const turn = atDepth()[0];
        open.push(pair);
        return turn;
      }
      if (open.at(-1) !== pair) return pair === outer && !open.length ? inner[1] : sign;
      if (pair === inner && !closes.test(words.slice(at, at + 2))) return sign;
      open.pop();
      return atDepth()[1];
    });
  };

  /* A sentence in quotation marks with its source, as its language has it. `kind` says that it is a translation or was converted. */
  const quotation = ({ words, lang, kind, title, id, archive, address, today }) => {
    const [outer, inner] = lang.startsWith("zh-Hant") ? ["「」", "『』"] : ["“”", "‘’"];
    const quoted = outer[0] + turned(words, outer, inner) + outer[1];
    return lang.startsWith("zh")
      ? `${quoted}${kind && `（${kind}）`}《${title}》${id}，${archive}，${address}，${today}。`
      : `${quoted} ${kind && `(${kind.toLowerCase()}) `}“${title}”, ${id}, ${archive}, ${address}, accessed ${today}.`;
  };
  window.cbQuotation = quotation;

  const page = document.querySelector(".cb-source");
  if (!page) return;
  const root = document.documentElement;

  const elementAt = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node);
  document.addEventListener("selectstart", (event) => {
    const side = elementAt(event.target)?.closest?.(".cb-seg > .cb-side");
    if (side) root.dataset.selecting = side.matches(".cb-zh") ? "zh" : "en"; else delete root.dataset.selecting;
  });

  /* The part of a sentence that is selected, without cut marks and pinyin. */
  const selectedOf = (text, selected) => {
    const part = document.createRange();
    part.selectNodeContents(text);
    if (selected.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(selected.startContainer, selected.startOffset);
    if (selected.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(selected.endContainer, selected.endOffset);
    const copy = part.cloneContents();
    copy.querySelectorAll(".m-cut, rt").forEach((ours) => ours.remove());
    return copy.textContent.trim();
  };

  /* Paragraph by paragraph; plain, for a copied link or underline is not the author's. What reaches beyond the text is the browser's to copy. */
  document.addEventListener("copy", (event) => {
    const selection = getSelection(), selected = selection.rangeCount && selection.getRangeAt(0);
    if (!selected || selected.collapsed || event.target.closest?.("textarea, input") || !elementAt(selected.commonAncestorContainer).closest?.(".cb-text")) return;
    const lines = [...page.querySelectorAll(".cb-block")].filter((block) => selected.intersectsNode(block)).map((block) => {
      const seen = [...block.querySelectorAll(".cb-side > [lang], .cb-as-found > [lang]")]
        .filter((text) => selected.intersectsNode(text) && text.getClientRects().length && getComputedStyle(text).userSelect !== "none");
      const langs = new Set(seen.map((text) => text.lang));
      return seen.map((text) => selectedOf(text, selected)).filter(Boolean).join(langs.size > 1 ? "\n" : [...langs][0] === "en" ? " " : "");
    });
    event.clipboardData.setData("text/plain", lines.filter(Boolean).join("\n"));
    event.preventDefault();
  });

  const addressOf = (segment) => {
    const address = new URL(location.href);
    address.search = new URLSearchParams({ zh: root.dataset.zh, ...(root.dataset.view === "both" ? {} : { view: root.dataset.view }) });
    address.hash = segment.id;
    return address.href;
  };

  const copied = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {                                      // an address without https, or an older browser
      const field = Object.assign(document.createElement("textarea"), { value: text, className: "cb-sr" });
      document.body.append(field);
      const before = document.activeElement;
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      before?.focus({ preventScroll: true });
      return done;
    }
  };

  const wordsIn = (selector, lang) => {
    const found = document.querySelector(selector);
    return (found?.querySelector(`[lang="${lang}"]`) || found)?.textContent.trim() || "";
  };

  /* The words that the reader sees, of the source where it is seen; a translation says that it is one, and a text in another script than its author's that it was converted. */
  const quotationOf = (segment) => {
    const seen = [...segment.querySelectorAll(".cb-is-source, .cb-is-translation")]
      .sort((one, other) => other.matches(".cb-is-source") - one.matches(".cb-is-source"))
      .flatMap((side) => [...side.querySelectorAll(":scope > [lang], :scope > .cb-as-found > [lang]")])
      .find((text) => text.getClientRects().length);
    const lang = seen.lang;
    const copy = seen.cloneNode(true);
    copy.querySelectorAll(".m-cut, .cb-lead, rt").forEach((sign) => sign.remove());
    const kind = seen.closest(".cb-is-translation") ? wordsIn(".cb-columns .cb-is-translation .cb-l", lang)
      : seen.dataset.converted === undefined ? "" : lang === "zh-Hans" ? "字形经转换" : "字形經轉換";
    return quotation({
      words: copy.textContent.trim(), lang, kind, title: wordsIn(`h1[lang="${lang}"]`, lang) || wordsIn("h1", lang), id: segment.id,
      archive: wordsIn(".cb-footer p .cb-l", lang), address: addressOf(segment), today: new Date().toLocaleDateString("sv-SE"),
    });
  };

  page.addEventListener("click", async (event) => {
    const number = event.target.closest("a.cb-no");
    if (number && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      const segment = number.closest(".cb-seg"), address = addressOf(segment);
      try { history.replaceState(history.state, "", address); } catch { /* file:// in some browsers */ }
      const done = await copied(address);
      segment.dispatchEvent(new CustomEvent("cb:segment", { bubbles: true, detail: done ? "link-copied" : "not-copied" }));
    }
    const button = event.target.closest("button[data-copy]");
    if (button) {
      const segment = document.getElementById(button.closest("[data-segment]").dataset.segment);
      const link = button.dataset.copy === "copy-link";
      const done = await copied(link ? addressOf(segment) : quotationOf(segment));
      button.dispatchEvent(new CustomEvent("cb:told", { bubbles: true, detail: !done ? "not-copied" : link ? "link-copied" : "quotation-copied" }));
    }
  });
})();
