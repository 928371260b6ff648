"""What only `mkdocs serve` does: problems stand on the pages that they are about, and a crash is a
sentence there.

workbench keeps what the last build told, and what broke it off, in the words of
`messages/crash.py`; server lays both over the pages as they are sent. Nothing of it is ever written
to docs/archive/ or to a built site.
"""
