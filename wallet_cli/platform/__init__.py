"""The platform in this very process: faces, the engine under them, the rules, and their SQL.

Rules of this room: it knows nothing of vault and screen; what both sides share stands in `domain`, `ports` and
`storage`. A face has no rules, a service no I/O but its act's, whose statements stand in `sql`; opening and upgrading
the one file have their own.
"""
