"""The command line: one module a command, and what they share.

`main` finds the command and says what went wrong; `parser` reads options, `given` the scenario that they mean, `beside`
its further paths, `ranges` the levers of a sweep; `text` lays out columns, `written` prints or saves them, and `files`
saves whole files or none.
"""
