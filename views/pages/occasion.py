"""What is taken along: the page, its address, the visitor's day."""

import datetime
from urllib.parse import urlsplit

import streamlit as st

from views.downloads.about import Occasion
from views.state import State


def taken(state: State) -> Occasion:
    """What is on the page, at the address the visitor has it at, on the visitor's day."""
    page = urlsplit(st.context.url or "")
    today = day(datetime.datetime.now(datetime.UTC), st.context.timezone_offset)
    return Occasion(state, page._replace(path=page.path or "/", query="", fragment="").geturl(), today)


def day(moment: datetime.datetime, behind: int | None) -> datetime.date:
    """The day of a moment where clocks are that many minutes behind UTC; the server's where nobody knows."""
    return (moment.astimezone() if behind is None else moment - datetime.timedelta(minutes=behind)).date()
