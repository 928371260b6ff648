"""One page of every type, for tests that hold for all of them."""

PAGES = {
    "home": "index.html",
    "hub of cases": "archive/cases/index.html",
    "hub of sources": "archive/sources/index.html",
    "hub of actors": "archive/actors/index.html",
    "hub of events": "archive/events/index.html",
    "hub of terms": "archive/terms/index.html",
    "source": "archive/sources/003_16daff63415a9ed2.html",
    "source in Chinese": "archive/sources/002_b8987737408373dc.html",
    "case": "archive/cases/kol-partnership.html",
    "actor": "archive/actors/xu-jieyun.html",
    "event": "archive/events/2023-12-19-xiaomi-statement.html",
    "term": "archive/terms/toufang.html",
    "claims": "archive/claims.html",
    "contradictions": "archive/contradictions.html",
    "timeline": "archive/timeline.html",
    "year": "archive/timeline/2026.html",
    "colophon": "archive/colophon.html",
    "script review": "archive/script.html",
    "how to read": "reading.html",
    "editing": "editing.html",
    "teaching": "teaching.html",
    "for developers": "developing/matching.html",
    "not found": "404.html",
}
SOURCES = ("000_d82e5c46edea4b3a", "001_b446ac9665efe7f7", "002_b8987737408373dc", "003_16daff63415a9ed2", "004_6fc1b4d48f1f3f36")
