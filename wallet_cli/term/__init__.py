"""The terminal: console, prompts, the live QR screen.

Rules of this room: prompts go to the terminal, data to standard output, everything else to standard error. Words come
in as arguments, already in the person's language; pictures of codes come in as rows from `render`. Whatever is changed
at a terminal (attributes, screen, cursor) is put back on every way out, signals included.
"""
