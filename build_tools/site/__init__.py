"""MkDocs' events, by their names in MkDocs: mkdocs_hook.py hands them on. Another site generator
does without them.
"""
