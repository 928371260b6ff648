"""`python -m build_tools build`."""

from build_tools.cli import main

main()
