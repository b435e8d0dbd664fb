"""The other side: what agency staff, institutions and testers do. The rules are those of `cli`.

Whoever acts does so under a name, the setting `operator`, which the platform's audit keeps.
"""
