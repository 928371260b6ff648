"""templates/labels.yml: the words of our own interface."""

from pathlib import Path

from build_tools.model.problem import Stopped
from build_tools.model.record import Bilingual
from build_tools.readers.yaml_files import load


def read_labels(path: Path) -> dict[str, Bilingual]:
    """Each label by its key. The file is the developers', so a mistake in it raises Stopped."""
    if not path.is_file():
        raise Stopped(
            f"There is no {path}, without which no page has words. Restore it from the project"
        )
    loaded, problems = load(path, f"templates/{path.name}", dict[str, Bilingual])
    if loaded is None or loaded.incomplete:
        raise Stopped(str(problems[0]))
    labels: dict[str, Bilingual] = loaded.record
    return labels
