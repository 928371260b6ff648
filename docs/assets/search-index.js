/* The index: many small scripts under archive/search/, fetched when a query needs them and kept.
   They are scripts and not JSON, since a page opened from a folder may load scripts but nothing else. */
(() => {
  "use strict";
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const base = new URL("../archive/search/", document.currentScript.src);
  const arrived = new Map();
  const asked = new Map();
  let manifest = null;

  window.cbSearch = (kind, name, content) => arrived.set(`${kind}-${name}`, content);

  const load = (kind, name) => {
    const key = `${kind}-${name}`;
    if (!asked.has(key)) {
      asked.set(key, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = new URL(kind === "index" ? "index.js" : `${key}.js?${manifest.version}`, base);
        script.onload = () => { script.remove(); resolve(arrived.get(key)); };
        script.onerror = () => { script.remove(); asked.delete(key); reject(new Error(script.src)); };
        document.head.append(script);
      }));
    }
    return asked.get(key);
  };

  const open = async () => {
    if (!manifest) {
      manifest = await load("index", 0);
      window.cbWords.setFolding(manifest.kinds_of_characters, manifest.fold);
    }
    return manifest;
  };

  /* "ABBmB" -> [0, 1, 2, 40]: see `packed` in postings.py. */
  const unpacked = (letters) => {
    const numbers = [];
    let before = 0, step = 0, scale = 1;
    for (const letter of letters) {
      const digit = DIGITS.indexOf(letter);
      step += (digit % 32) * scale;
      if (digit >= 32) { scale *= 32; continue; }
      before += step;
      numbers.push(before);
      step = 0;
      scale = 1;
    }
    return numbers;
  };

  const lines = new Map();
  const shard = async (number) => {
    if (!lines.has(number)) {
      const text = await load("shard", number);
      lines.set(number, new Map(text.split("\n").map((line) => { const gap = line.indexOf(" "); return [line.slice(0, gap), line.slice(gap + 1)]; })));
    }
    return lines.get(number);
  };
  const shardOf = (key) => {
    let low = 0, high = manifest.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (manifest.starts[middle] <= key) low = middle; else high = middle - 1;
    }
    return low;
  };

  const decoded = (packed, into) => {
    const [first, second] = packed.includes("|") ? packed.split("|") : ["", packed];
    unpacked(first).forEach((number) => into.set(number, 1.6));
    unpacked(second).forEach((number) => { if (!into.has(number)) into.set(number, 1); });
    return into;
  };

  /* Document -> weight, for the documents that have the key: 1.6 where it stands in three segments or more. */
  const holders = async (key) => decoded((await shard(shardOf(key))).get(key) || "", new Map());

  /* The same for every key that begins so. A short beginning of very many words is cut off after a few files. */
  const beginning = async (prefix) => {
    const found = new Map();
    for (let number = shardOf(prefix), files = 0; number < manifest.starts.length && files < 3; number += 1, files += 1) {
      if (files && !manifest.starts[number].startsWith(prefix)) break;
      for (const [key, packed] of await shard(number)) if (key.startsWith(prefix)) decoded(packed, found);
    }
    return found;
  };

  /* Pairs of characters that are read so, wherever they stand: gongguan -> 公关, 攻关. */
  const sounding = async (letters) => {
    const chars = [...((await shard(shardOf(`=${letters}`))).get(`=${letters}`) || "")];
    return chars.filter((_, at) => at % 2).map((char, at) => chars[2 * at] + char);
  };

  /* Words of the texts that differ from this one by a slip, the nearest first. They stand in the same file. */
  const near = async (word) => {
    const most = word.length < 8 ? 1 : 2;
    const nearest = [];
    for (const key of (await shard(shardOf(word))).keys()) {
      if (!/^[a-z]{3}/.test(key)) continue;
      const off = window.cbWords.slips(word, key, most);
      if (off <= most) nearest.push([off, key]);
    }
    return nearest.sort().slice(0, 3).map(([, key]) => key);
  };

  const kindOf = (number) => Object.keys(manifest.kinds).find((kind) => number >= manifest.kinds[kind][0] && number < manifest.kinds[kind][1]);
  const blockOf = (number) => Math.floor((number - manifest.sources) / manifest.block);
  const record = async (number) => {
    const block = await load("records", blockOf(number));
    return block[(number - manifest.sources) % manifest.block];
  };
  const text = (number) => load("text", number);
  const facet = async (name) => (await load("facet", name)).map(([id, label, packed]) => ({ id, label, numbers: new Set(unpacked(packed)) }));

  window.cbIndex = { open, holders, beginning, sounding, near, kindOf, blockOf, record, text, facet, base };
})();
