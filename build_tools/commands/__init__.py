"""What each command does; `cli.py` says how it is called, so that its help needs none of this."""
