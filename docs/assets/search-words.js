/* When two spellings are the same word: the browser's half of build_tools/language/folding.py, rule for rule.
   A query and the words of a text are folded (no case, width, accents, script), cut into words, and stemmed. */
(() => {
  "use strict";
  const HAN = "\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const CHINESE = new RegExp(`^[${HAN}]`, "u");
  const ENDINGS = [
    [/(?<=[a-z]{2})ies$/, "y"], [/(?<=[a-z]{2})ied$/, "y"], [/(?<=[a-z]{2})sses$/, "ss"],
    [/(?<=[a-z]{2}[^suiy])s$/, ""], [/(?<=[a-z]{2})([iy])s(?=(e|ed|er|ing|ation)$)/, "$1z"],
    [/(?<=[a-z]{3})our(?=(ed|ing|ite|able)?$)/, "or"], [/(?<=[a-z]{3})ence$/, "ense"],
    [/(?<=[a-z]{2})tre$/, "ter"], [/(?<=[a-z]{3})(ing|ed)$/, ""],
    [/([bdfgmnprt])\1$/, "$1"], [/(?<=[a-z]{3})e$/, ""],
  ];
  const pairs = new Map();
  const known = new Map();
  const starts = [], kinds = [];
  let words = /$^/gu;

  /* What the index brings: what each character is (build_tools/language/characters.py), and the pairs of those that are searched as one. */
  const setFolding = (runs, simplified) => {
    let at = 0, letters = "";
    for (const [, kind, many] of runs.matchAll(/([WMOX])([0-9a-z]*)/g)) {
      const next = at + parseInt(many || "1", 36);
      starts.push(at);
      kinds.push(kind);
      if (kind === "W") letters += `\\u{${at.toString(16)}}-\\u{${(next - 1).toString(16)}}`;
      at = next;
    }
    words = new RegExp(`[${HAN}]+|(?:(?![${HAN}])[${letters}])+`, "gu");
    const chars = [...simplified];
    for (let n = 0; n < chars.length; n += 2) pairs.set(chars[n], chars[n + 1]);
    known.clear();
  };

  const kindOf = (char) => {
    const point = char.codePointAt(0);
    let low = 0, high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= point) low = middle; else high = middle - 1;
    }
    return kinds[low];
  };
  const plain = (char) => {
    if (kindOf(char) === "X") return char;
    const lower = [...char.normalize("NFKD")].map((each) => each.toLowerCase()).join("");
    return [...lower].filter((each) => kindOf(each) !== "M").map((each) => pairs.get(each) || each).join("");
  };
  const foldChar = (char) => {
    if (!known.has(char)) known.set(char, plain(char));
    return known.get(char);
  };
  const fold = (text) => [...text].map(foldChar).join("");

  const isChinese = (word) => CHINESE.test(word);
  const stem = (word) => {
    if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
    return ENDINGS.reduce((left, [ending, instead]) => left.replace(ending, instead), word);
  };

  /* The words of a text with the places where they stand in it; `hidden` are stretches without words. */
  const wordsOf = (text, hidden = []) => {
    let folded = "";
    const from = [];
    let at = 0;
    for (const char of text) {
      const gone = hidden.some(([start, end]) => at >= start && at < end);
      for (const unit of gone ? " " : foldChar(char)) { folded += unit; for (let n = 0; n < unit.length; n += 1) from.push([at, at + char.length]); }
      at += char.length;
    }
    return [...folded.matchAll(words)].map((found) => ({
      word: found[0], stem: isChinese(found[0]) ? found[0] : stem(found[0]), chinese: isChinese(found[0]),
      places: from.slice(found.index, found.index + found[0].length),
    }));
  };

  const squeezed = (name) => (fold(name).match(words) || []).join("");
  /* Neighbours, whole characters each: 𠮷野家 is 𠮷野 and 野家. */
  const twos = (text) => { const chars = [...text]; return chars.slice(1).map((char, at) => chars[at] + char); };
  const sizeOf = (text) => [...text].length;
  const keysOf = (word) => (!isChinese(word) ? [stem(word)] : sizeOf(word) === 1 ? [word] : twos(word));
  const grams = (name) => twos(`^${name}$`).map((pair) => `~${pair}`);

  /* How many letters were missed, doubled, mistaken or swapped; more than `most` is not counted out. */
  const slips = (here, there, most) => {
    const one = [...here], other = [...there];
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let older = [], before = Array.from({ length: other.length + 1 }, (_, n) => n);
    for (let a = 1; a <= one.length; a += 1) {
      const row = [a];
      for (let b = 1; b <= other.length; b += 1) {
        const same = one[a - 1] === other[b - 1];
        row[b] = Math.min(before[b] + 1, row[b - 1] + 1, before[b - 1] + (same ? 0 : 1));
        if (a > 1 && b > 1 && one[a - 1] === other[b - 2] && one[a - 2] === other[b - 1]) row[b] = Math.min(row[b], older[b - 2] + 1);
      }
      older = before;
      before = row;
    }
    return before[other.length];
  };

  /* Whether the query is written in Traditional or Simplified characters, if it says. */
  const scriptOf = (text) => {
    const chars = [...text].filter(isChinese);
    if (!chars.length) return "";
    if (chars.some((char) => pairs.has(char))) return "hant";
    const simple = new Set(pairs.values());
    return chars.some((char) => simple.has(char)) ? "hans" : "";
  };

  window.cbWords = { setFolding, fold, stem, isChinese, wordsOf, squeezed, keysOf, sizeOf, grams, slips, scriptOf };
})();
