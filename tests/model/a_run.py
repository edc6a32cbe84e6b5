"""Runs the command line as a person does, in this process: what it prints, what it complains of, its exit code."""

import contextlib
import io
import os
import sys
from typing import NamedTuple

from model.__main__ import main

LANGUAGE = ("LC_ALL", "LC_MESSAGES", "LANG")


class Run(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


def run(*arguments: str, given: str = "", **environment: str) -> Run:
    """The command with those arguments, with text on its standard input and the environment's language set so."""
    streams = [io.TextIOWrapper(io.BytesIO(text), encoding="ascii", newline="") for text in (given.encode(), b"", b"")]
    before, kept = {name: os.environ.pop(name, None) for name in LANGUAGE}, sys.stdin
    os.environ.update(environment)
    try:
        sys.stdin = streams[0]
        with contextlib.redirect_stdout(streams[1]), contextlib.redirect_stderr(streams[2]):
            code = main(arguments)
    finally:
        sys.stdin = kept
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value
    out, err = (_written(stream) for stream in streams[1:])
    return Run(code, out, err)


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode("utf-8")
