"""Export: the files that can be taken away, in a popover of the header."""

import datetime
from functools import partial
from urllib.parse import urlsplit

import streamlit as st

from model import file
from model.words import N_
from views.downloads import brief, data, workbook
from views.downloads.about import Occasion, file_name
from views.state import State

OFFICE = "application/vnd.openxmlformats-officedocument"
FILES = (
    (N_("Workbook (.xlsx)"), N_("workbook"), "xlsx", f"{OFFICE}.spreadsheetml.sheet", workbook.build),
    (N_("Brief (.docx)"), N_("brief"), "docx", f"{OFFICE}.wordprocessingml.document", brief.build),
    (N_("Data (.csv)"), N_("data"), "csv", "text/csv", data.build),
)
"""Name, what its own name says that it is, ending, type, and how it is made when somebody asks for it."""


def show(state: State) -> None:
    """Draws the popover; its contents are drawn when it is opened."""
    w = state.wording
    popover = st.popover(w(N_("Export")), type="tertiary", on_change="rerun", key="export")
    if not popover.open:
        return
    occasion = taken(state)
    with popover:
        for name, kind, ending, mime, build in FILES:
            st.download_button(
                w(name), partial(build, occasion), file_name(occasion, w(kind), ending), mime, on_click="ignore",
                type="tertiary", key=f"export_{ending}",
            )  # fmt: skip
        st.download_button(
            w(N_("Scenarios (.json)")), partial(file.write, state.work, state.pack, state.language),
            file_name(occasion, w(N_("scenarios")), "json"), "application/json", on_click="ignore", type="tertiary",
            key="export_json",
        )  # fmt: skip


def taken(state: State) -> Occasion:
    """What is on the page, at the address the visitor has it at, on the visitor's day."""
    page = urlsplit(st.context.url or "")
    today = day(datetime.datetime.now(datetime.UTC), st.context.timezone_offset)
    return Occasion(state, page._replace(path=page.path or "/", query="", fragment="").geturl(), today)


def day(moment: datetime.datetime, behind: int | None) -> datetime.date:
    """The day of a moment where clocks are that many minutes behind UTC; the server's where nobody knows."""
    return (moment.astimezone() if behind is None else moment - datetime.timedelta(minutes=behind)).date()
