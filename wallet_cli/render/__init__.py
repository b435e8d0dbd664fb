"""Values to text. Rules of this room: takes values, returns strings; writes nowhere, asks nobody, decides no rule.

`shapes` gives every document its fields, once; `json`, `plain` and `human` are three ways to write the same fields.
"""
