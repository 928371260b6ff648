/* Chinese words that are typed in pinyin: a query in which nothing was found is read as syllables, and these as characters that
   stand beside each other somewhere in the archive. The index says which pairs of characters sound so. */
(() => {
  "use strict";
  const { fold } = window.cbWords;
  const SYLLABLE = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u)/;
  const MOST = 40, LONGEST = 10;

  /* All ways to cut letters into syllables: xian is xian and xi an. */
  const cuts = (letters) => {
    if (!letters) return [[]];
    const whole = letters.match(SYLLABLE);
    const ways = [];
    for (let size = whole ? whole[0].length : 0; size > 0 && ways.length < MOST; size -= 1) {
      const one = letters.slice(0, size).match(SYLLABLE);
      if (one && one[0].length === size) ways.push(...cuts(letters.slice(size)).map((rest) => [letters.slice(0, size), ...rest]));
    }
    return ways.slice(0, MOST);
  };

  /* Runs of characters that sound so, each pair of neighbours as it stands in a text. */
  const said = async (syllables) => {
    if (syllables.length < 2 || syllables.length > LONGEST) return [];
    let runs = null;
    for (let at = 1; at < syllables.length; at += 1) {
      const pairs = await window.cbIndex.sounding(syllables[at - 1] + syllables[at]);
      runs = runs ? runs.flatMap((run) => pairs.filter((pair) => run.endsWith([...pair][0])).map((pair) => run + [...pair][1])) : pairs;
      if (!runs.length) return [];
      runs = runs.slice(0, MOST);
    }
    return runs;
  };
  const ofLetters = async (letters) => (await Promise.all(cuts(letters).map(said))).flat().slice(0, MOST);

  /* What a query may mean, each as one query: 公关灾难 for gongguan zainan; or with a blank where its words stand apart. */
  const readings = async (typed) => {
    const words = fold(typed).replace(/([a-z])[1-5](?=[a-z\s']|$)/g, "$1").replace(/v/g, "u").split(/[\s'’]+/).filter(Boolean);
    if (!words.length || !words.every((word) => /^[a-z]+$/.test(word))) return [];
    const together = await ofLetters(words.join(""));
    if (together.length || words.length < 2) return together;
    const each = await Promise.all(words.map(ofLetters));
    return each.every((one) => one.length) ? each.reduce((left, right) => left.flatMap((one) => right.map((other) => `${one} ${other}`)).slice(0, MOST)) : [];
  };

  window.cbPinyin = { readings };
})();
