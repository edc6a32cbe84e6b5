"""The command line, on click: one module a command.

`main` runs them and says what went wrong; `help` says all in the reader's language; `scenario_options` reads the
scenario that is asked about; `output` prints an answer; `rows` writes those of a sweep.
"""

PROGRAM = "python -m model"
