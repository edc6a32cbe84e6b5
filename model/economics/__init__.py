"""What follows from a scenario: growth, paths, verdict, solutions, uncertainty, checks; and the sentences of it.

Imports `language`, `region` and `scenario`.
"""
