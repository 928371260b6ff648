"""One page of every type in the invented archive, for tests that hold for all of them."""

COMMENTARY, SNIPPETS, LEAK, RUMOUR, COLUMN, BARE = (
    f"archive/sources/{name}.html"
    for name in (
        "label-commentary",
        "label-snippets",
        "photo-leak",
        "dairy-rumour",
        "taiwan-column",
        "bare-note",
    )
)
"""Chinese; a container of reports; two that a machine made English; Taiwan's Chinese; and one
beside which no editor has written anything.
"""
SOURCES = (COMMENTARY, SNIPPETS, LEAK, RUMOUR, COLUMN, BARE)
PAGES = {
    "home": "index.html",
    "hub of cases": "archive/cases/index.html",
    "hub of sources": "archive/sources/index.html",
    "hub of actors": "archive/actors/index.html",
    "hub of events": "archive/events/index.html",
    "hub of terms": "archive/terms/index.html",
    "source": RUMOUR,
    "source in Chinese": COMMENTARY,
    "source in Taiwan's Chinese": COLUMN,
    "source without an editor": BARE,
    "case": "archive/cases/old-labels.html",
    "in class": "archive/class/old-labels.html",
    "actor": "archive/actors/qin-zhaoyun.html",
    "event": "archive/events/2022-12-19-helu-statement.html",
    "term": "archive/terms/daoqian.html",
    "hub of concepts": "archive/concepts/index.html",
    "concept": "archive/concepts/ct.rumor.html",
    "codings": "archive/codings/dairy-rumour.html",
    "cases compared": "archive/concepts/matrix.html",
    "agreement": "archive/concepts/agreement.html",
    "codebook": "codebook.html",
    "list of claims": "archive/claims.html",
    "claims": "archive/claims/old-labels.html",
    "list of contradictions": "archive/contradictions.html",
    "contradictions": "archive/contradictions/leaked-cup.html",
    "timeline": "archive/timeline.html",
    "year": "archive/timeline/2025.html",
    "colophon": "archive/colophon.html",
    "script review": "archive/script.html",
    "how to read": "reading.html",
    "editing": "editing.html",
    "teaching": "teaching.html",
    "for developers": "developing/matching.html",
    "not found": "404.html",
}
