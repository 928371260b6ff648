"""Templates compiled by an earlier command are taken as they are, unless the template has changed or what
was kept is damaged.
"""

import sys

import pytest
from jinja2 import DictLoader, Environment

from build_tools.render.templates import Compiled


@pytest.fixture(autouse=True)
def compiled_files_are_kept(monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def said(folder, template):
    """What another command says that fills the template in."""
    environment = Environment(
        loader=DictLoader({"page.html": template}), bytecode_cache=Compiled(folder)
    )
    return environment.get_template("page.html").render(name="小米")


def test_a_template_is_compiled_once_for_all_commands(tmp_path, monkeypatch):
    assert said(tmp_path, "{{ name }}") == "小米"
    monkeypatch.setattr(Environment, "_generate", None)  # compiling anew would fail
    assert said(tmp_path, "{{ name }}") == "小米"


def test_a_template_that_has_changed_is_compiled_anew(tmp_path):
    said(tmp_path, "{{ name }}")
    assert said(tmp_path, "{{ name }}手机") == "小米手机"


@pytest.mark.parametrize("rubbish", [b"", b"j2", b"\x00" * 200, "not UTF-8 小米".encode("utf-16")])
def test_what_is_damaged_is_compiled_anew(tmp_path, rubbish):
    said(tmp_path, "{{ name }}")
    (kept,) = tmp_path.glob("*.template")
    kept.write_bytes(kept.read_bytes()[: len(rubbish)] or rubbish)
    assert said(tmp_path, "{{ name }}") == "小米"
    kept.write_bytes(rubbish)
    assert said(tmp_path, "{{ name }}") == "小米"


def test_a_folder_that_cannot_be_made_keeps_nothing_and_hurts_nothing(tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert said(tmp_path / "file" / "below", "{{ name }}") == "小米"
