"""Commands. One command, one file: parse, one use-case, show.

Rules of this room: strings become domain values here, once; no rule of the field is decided here; options stand in
their own Typer signature and nowhere else; a module is imported only when its command is asked for.
"""
