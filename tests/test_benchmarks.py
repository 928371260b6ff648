"""What is measured now and then still finds what it measures."""

from importlib import import_module

import pytest

from tests.conftest import ROOT


@pytest.mark.parametrize(
    "name", sorted(path.stem for path in (ROOT / "benchmarks").glob("[a-z]*.py"))
)
def test_a_benchmark_imports_what_there_is(name):
    import_module(f"benchmarks.{name}")
