"""`casebook`, and `python -m build_tools`."""

import sys


def main() -> None:
    """The command. Ctrl-C ends it in a word, also while its parts are still being loaded."""
    try:
        from build_tools.cli import main as casebook

        casebook()
    except KeyboardInterrupt:
        print("Aborted!", file=sys.stderr)
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
