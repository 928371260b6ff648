"""A new kind of record is its record, its row in the table, a field in what was read and what is
linked, and its words.
"""

import json

from tests.conftest import SITE, copy_project, run
from tests.test_new_kind import changed

RECORD = '''"""Lessons: what a case teaches."""

from build_tools.model.record import ActorId, Bilingual, EventId, Id, record


@record
class Lesson:
    id: Id
    teaches: Bilingual
    """What it comes to."""
    actor: ActorId
    event: EventId
'''
ROW = """LESSON = RecordKind(
    id="lesson", plural="lessons", folder="lessons", record=Lesson, title="teaches"
)

RECORD_KINDS = (LESSON, """
LESSON = "id: answer-soon\nteaches: {en: Answer soon., zh-Hans: 尽快回应。}\nactor: xiaomi\nevent: 2026-01-controversy\n"


def test_a_new_kind_of_record_is_read_named_checked_described_and_searched(tmp_path):
    root = copy_project(tmp_path / "copy", SITE)
    model = root / "build_tools" / "model"
    (model / "lessons.py").write_text(RECORD, encoding="utf-8")
    changed(model / "record_kinds.py", "RECORD_KINDS = (", ROW)
    changed(
        model / "record_kinds.py",
        "from build_tools.model.teaching",
        "from build_tools.model.lessons import Lesson\nfrom build_tools.model.teaching",
    )
    for file, after in (
        ("editorial.py", "    spoken: tuple["),
        ("archive.py", "    spoken: tuple["),
    ):
        field = "    lessons: dict[str, Any] = field(default_factory=dict)\n"
        changed(model / file, after, field + after)
    changed(
        root / "templates" / "labels.yml", "\nterm:", "\nlesson: {en: Lesson, zh-Hans: 教训}\nterm:"
    )
    folder = root / "editorial" / "lessons"
    folder.mkdir()
    (folder / "answer-soon.yml").write_text(LESSON, encoding="utf-8")
    (folder / "answer-late.yml").write_text(
        LESSON.replace("answer-soon", "answer-late").replace("2026-01-controversy", "nowhere"),
        encoding="utf-8",
    )

    done = run(root, "build_tools", "build", PYTHONPATH=str(root))
    told = done.stdout + done.stderr
    assert "editorial/lessons/answer-late.yml:4" in told and "“nowhere”" in told, told
    made = root / "docs" / "archive"
    schema = json.loads((made / "schema" / "lesson.json").read_text(encoding="utf-8"))
    assert {"id", "teaches", "actor", "event"} == set(schema["properties"])
    found = "".join(path.read_text(encoding="utf-8") for path in (made / "search").iterdir())
    assert "answer-soon" in found and "尽快回应" in found and "answer-late" not in found
