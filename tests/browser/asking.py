"""A list of queries asked of a site's search, and what it does not find of what it must."""

_ASK_ALL = """async (queries) => {
  const answers = [];
  for (const query of queries) {
    let found = await cbFind.find(query, () => true);
    if (found && found.corrected) found = await cbFind.find(found.corrected, () => true);
    const passages = [];
    for (const number of found.sources) {
      const source = await cbFind.passages(number, found, []);
      passages.push(...source.hits.map((hit) => [source.id, hit.id]));
    }
    answers.push({ records: found.records.map((hit) => `${hit.kind}/${hit.id}`), passages });
  }
  return answers;
}"""


def opened(open_page, path, **options):
    """A page with the search opened on it, as / does."""
    page = open_page(path, **{"locale": "en-GB", **options})
    page.keyboard.press("/")
    page.locator(".cb-search[open]").wait_for()
    return page


def missed(page, queries, sigla=None):
    """Each query that finds what it must not, leads with another record, or lacks a record or a
    passage: `(徐洁云, lacks, 002 s13)`.
    """
    faults = []
    for query, answer in zip(
        queries, page.evaluate(_ASK_ALL, [str(q["ask"]) for q in queries]), strict=True
    ):
        passages = {f"{source[:sigla]} {segment}" for source, segment in answer["passages"]}
        if query.get("none"):
            faults += [(query["ask"], "finds", answer)] if answer["records"] or passages else []
            continue
        if "first" in query and answer["records"][:1] != [query["first"]]:
            faults.append((query["ask"], "leads with", answer["records"][:3]))
        faults += [
            (query["ask"], "lacks", one)
            for one in query.get("also", [])
            if one not in answer["records"]
        ]
        faults += [
            (query["ask"], "lacks", one) for one in query.get("in", []) if one not in passages
        ]
    return faults
