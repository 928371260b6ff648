/* A small card beside a word: what a name, term, date or event is and how sure that is; what an emendation changed and why;
   what rests on a segment. Hovering or focusing a mark shows it, a tap or click keeps it; Escape closes it.
   It stands above or below its word, never on it. Where cards cannot be had, the links simply work. */
(() => {
  "use strict";
  const GAP = 6;                                  // pixels

  /* Where in the window a card stands: below its word where it fits or there is more room, else above; at the line of the word that is
     pointed at. `most` is the height that it may have. */
  const placed = (lines, x, card, room) => {
    const top = Math.min(...lines.map((line) => line.top)), bottom = Math.max(...lines.map((line) => line.bottom));
    const line = lines.find((one) => x >= one.left && x <= one.right) || lines[0];
    const below = room.height - bottom - 2 * GAP, above = top - 2 * GAP;
    const under = card.height <= below || below >= above;
    const most = Math.max(under ? below : above, 96);
    return {
      left: Math.max(8, Math.min(line.left, room.width - card.width - 8)),
      top: under ? bottom + GAP : top - Math.min(card.height, most) - GAP,
      most,
    };
  };
  window.cbPlaced = placed;

  const page = document.querySelector(".cb-source[data-cards]");
  if (!page || !HTMLElement.prototype.showPopover) return;

  const MARKS = "a.m, a.m-emended, a.m-found, a.cb-references";
  const OPENING = 200, TRAVEL = 350;              // milliseconds of patience with a moving pointer
  const store = document.createElement("template");
  const said = document.getElementById("cb-says").content;

  /* The texts of the cards come with the first move towards the page, or when the browser has long been idle. */
  let asked;
  const cards = () => asked ??= new Promise((ready, failed) => {
    window.cbCards = (html) => {
      store.innerHTML = html;
      page.querySelectorAll(".m[title], .m-emended[title]").forEach((mark) => mark.removeAttribute("title"));
      ready();
    };
    const script = document.createElement("script");
    script.onerror = () => { asked = undefined; failed(); };
    script.src = page.dataset.cards;
    document.head.append(script);
  });
  const ahead = () => { cards().catch(() => {}); };
  ["pointermove", "pointerdown", "touchstart", "keydown"].forEach((sign) => addEventListener(sign, ahead, { once: true, passive: true }));
  addEventListener("load", () => { if (!navigator.connection?.saveData) setTimeout(ahead, 4000); });

  const card = Object.assign(document.createElement("div"), { id: "cb-peek", className: "cb-peek", popover: "manual", tabIndex: -1 });
  page.append(card);

  /* Building. */
  const made = (tag, className, ...children) => {
    const element = Object.assign(document.createElement(tag), { className });
    element.append(...children);
    return element;
  };
  const word = (key) => {
    const found = store.content.querySelector(`.cb-words > [data-word="${key}"]`) || said.querySelector(`[data-word="${key}"]`);
    return made("span", "cb-word", ...(found ? found.cloneNode(true).childNodes : []));
  };
  const copyOf = (element) => {
    const copy = element.cloneNode(true);
    copy.removeAttribute("id");
    copy.querySelectorAll("i[data-word]").forEach((slot) => slot.replaceWith(word(slot.dataset.word)));
    return copy;
  };
  const segmentOf = (mark) => mark.closest(".cb-seg");

  const ofRecord = (mark) => {
    const to = mark.getAttribute("href");
    const found = store.content.querySelector(`.cb-peek-name > a[href="${CSS.escape(to)}"]`);
    if (!found) return [];
    const record = copyOf(found.closest("article"));
    const here = segmentOf(mark)?.id;
    const roles = [...record.querySelectorAll("[data-at]")];
    if (roles.some((role) => role.dataset.at.split(" ").includes(here))) {
      roles.filter((role) => !role.dataset.at.split(" ").includes(here)).forEach((role) => role.remove());
    }
    if (record.dataset.sure) record.append(howSure(mark, record.dataset.sure), ...reasons(mark, to));
    const changed = [...mark.querySelectorAll("[data-e]")].map((one) => one.dataset.e);
    return [record, ...[...new Set(changed)].map(ofEmendation)];
  };
  const howSure = (mark, by) => {
    const dated = by === "basis";
    const line = made("p", "cb-peek-sure");
    if (!dated) line.append(word(mark.matches(".m-suggested") ? "standing-suggested" : "standing-confirmed"));
    const sure = mark.dataset.sure || (dated ? "stated" : "");
    if (sure) line.append(...(dated ? [] : [" · "]), word(`${by}-${sure}`));
    return line;
  };
  const reasons = (mark, to) => [...document.querySelectorAll(".cb-uncertain li")]
    .filter((one) => mark.matches(".m-uncertain") && one.querySelector(`.cb-where[href="#${segmentOf(mark)?.id}"]`)
      && (one.querySelector(`a[href="${CSS.escape(to)}"]`) || one.querySelector("q").textContent === mark.textContent))
    .slice(0, 1).flatMap((one) => [...one.querySelectorAll(".cb-prose")].map(copyOf));

  const ofEmendation = (hash) => {
    const note = document.getElementById(hash.slice(1));
    const body = made("article", "cb-peek-record", made("p", "cb-peek-kind", word("emendation")));
    if (note) body.append(made("div", "cb-peek-change", ...[...note.childNodes].filter((one) => !one.matches?.(".cb-where")).map((one) => one.cloneNode(true))));
    return body;
  };

  const ofSegment = (segment, status) => {
    const numbers = segment.querySelector(".cb-references")?.dataset.rests.split(" ") || [];
    const list = made("ul", "cb-peek-rests", ...numbers.flatMap((number) => {
      const found = store.content.querySelector(`#b${number}`);
      if (!found) return [];
      const line = copyOf(found);
      const others = line.dataset.at.split(" ").filter((id) => id !== segment.id);
      line.append(...others.flatMap((id) => [" ", Object.assign(made("a", "cb-where", id), { href: `#${id}` })]));
      return [line];
    }));
    const button = (key) => Object.assign(made("button", "cb-peek-button", word(key)), { type: "button" });
    const buttons = ["copy-link", "copy-quotation"].map((key) => { const one = button(key); one.dataset.copy = key; return one; });
    const told = made("p", "cb-peek-told", ...(status ? [word(status)] : []));
    told.setAttribute("role", "status");
    const heading = made("p", "cb-peek-kind", `${segment.id} · `, word(list.children.length ? "rests-here" : "nothing-rests"));
    const body = made("article", "cb-peek-record", told, heading, ...(list.children.length ? [list] : []), made("p", "cb-peek-buttons", ...buttons));
    body.dataset.segment = segment.id;
    return [body];
  };

  const contentOf = (mark, status) =>
    mark.matches(".cb-references, .cb-no") ? ofSegment(segmentOf(mark), status)
      : mark.matches(".m-emended, .m-found") ? [ofEmendation(mark.hash)]
        : ofRecord(mark);

  /* Opening, placing, closing. */
  let owner, kept = false, timer, lastPointer = "mouse", quiet = false;

  const place = (mark, x) => {
    card.style.maxHeight = "";
    const size = { width: card.offsetWidth, height: card.offsetHeight };
    const { left, top, most } = placed([...mark.getClientRects()], x, size, { width: document.documentElement.clientWidth, height: innerHeight });
    Object.assign(card.style, { maxHeight: `${most}px`, top: `${scrollY + top}px`, left: `${scrollX + left}px` });
  };

  const close = () => {
    clearTimeout(timer);
    if (!owner) return;
    owner.removeAttribute("aria-describedby");
    if (owner.matches(".cb-references, .cb-no")) owner.setAttribute("aria-expanded", "false");
    owner = undefined;
    kept = false;
    if (card.matches(":popover-open")) card.hidePopover();
  };

  const show = (mark, { keep = false, x = -1, status = "" } = {}) => {
    const content = contentOf(mark, status);
    if (!content.length) return false;
    if (owner !== mark) close();
    clearTimeout(timer);
    [owner, kept] = [mark, keep || kept];
    card.replaceChildren(...content);
    const segment = mark.matches(".cb-references, .cb-no");
    card.setAttribute("role", kept ? "dialog" : "tooltip");
    card.setAttribute("aria-label", (mark.getAttribute("aria-label") || mark.textContent).trim());
    if (kept) {
      const shut = Object.assign(made("button", "cb-peek-close", made("span", "cb-sr", word("close")), "×"), { type: "button" });
      shut.addEventListener("click", () => leave(mark));
      card.append(shut);
    } else {
      mark.setAttribute("aria-describedby", card.id);
    }
    if (segment) mark.setAttribute("aria-expanded", "true");
    if (!card.matches(":popover-open")) card.showPopover();
    place(mark, x);
    return true;
  };
  const open = (mark, how) => cards().then(() => show(mark, how), () => mark.matches(".cb-references, .cb-no") && show(mark, how));

  /* Back to the word, without opening its card again. */
  const leave = (mark) => {
    close();
    quiet = true;
    mark.focus({ preventScroll: true });
    quiet = false;
  };

  addEventListener("pointerdown", (event) => {
    lastPointer = event.pointerType;
    if (owner && !card.contains(event.target) && !owner.contains(event.target)) close();
  }, true);

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const mark = event.target.closest?.(MARKS);
    if (card.contains(event.target) || mark && mark === owner) return clearTimeout(timer);
    if (mark && page.contains(mark) && !kept) {
      clearTimeout(timer);
      timer = setTimeout(() => open(mark, { x: event.clientX }), OPENING);
    } else if (owner && !kept && document.activeElement !== owner) {
      clearTimeout(timer);
      timer = setTimeout(close, TRAVEL);
    } else if (!owner) {
      clearTimeout(timer);
    }
  });

  page.addEventListener("focusin", (event) => {
    if (card.contains(event.target)) return;
    const mark = event.target.closest(MARKS);
    if (mark && !quiet && mark.matches(":focus-visible")) open(mark).then(() => { if (owner === mark && document.activeElement !== mark && !card.contains(document.activeElement)) close(); });
    else if (owner && event.target !== owner) close();
  });
  page.addEventListener("focusout", (event) => {
    if (owner && event.relatedTarget && !card.contains(event.relatedTarget) && event.relatedTarget !== owner) close();
  });

  page.addEventListener("click", (event) => {
    const mark = event.target.closest(MARKS);
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (mark.matches(".cb-references")) {
      event.preventDefault();
      if (owner === mark && kept) return close();
      open(mark, { keep: true }).then(() => { if (event.detail === 0) stops()[0]?.focus(); });
    } else if (lastPointer === "touch" && event.detail > 0 && owner !== mark) {
      event.preventDefault();                      // the first tap shows the card, the second follows the link
      open(mark, { keep: true, x: event.clientX }).catch(() => { location.href = mark.href; });
    }
  });
  document.addEventListener("cb:segment", (event) => open(event.target.querySelector(".cb-no"), { keep: true, status: event.detail }));
  document.addEventListener("cb:told", (event) => card.querySelector(".cb-peek-told")?.replaceChildren(word(event.detail)));

  const stops = () => [...card.querySelectorAll("a[href], button")].filter((one) => one.getClientRects().length);
  document.addEventListener("keydown", (event) => {
    if (!owner) return;
    const within = card.contains(document.activeElement), at = stops();
    if (event.key === "Escape") {
      if (within) leave(owner); else close();
    } else if (event.key === "ArrowDown" && document.activeElement === owner && at.length) {
      event.preventDefault();
      at[0].focus();
    } else if (event.key === "Tab" && within && document.activeElement === at[event.shiftKey ? 0 : at.length - 1]) {
      if (event.shiftKey) event.preventDefault();
      leave(owner);
    } else if (event.key === "Tab" && !event.shiftKey && kept && document.activeElement === owner && at.length) {
      event.preventDefault();
      at[0].focus();
    }
  }, true);
  card.addEventListener("click", (event) => { if (event.target.closest('a[href^="#"]')) close(); });
  document.addEventListener("cb:chosen", close);
  addEventListener("resize", close);
})();
