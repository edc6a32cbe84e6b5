"""Export: files in a popover of the header; images, and lines that give the same numbers, in a dialog."""

import datetime
from collections.abc import Callable
from functools import partial
from urllib.parse import urlsplit

import streamlit as st

from model.language.words import N_
from views.downloads import brief, data, gallery, picture, snippet, workbook
from views.downloads.about import Occasion, file_name
from views.state import State, current

OFFICE = "application/vnd.openxmlformats-officedocument"
FILES = (
    (N_("Workbook (.xlsx)"), N_("workbook"), "xlsx", f"{OFFICE}.spreadsheetml.sheet", workbook.build),
    (N_("Brief (.docx)"), N_("brief"), "docx", f"{OFFICE}.wordprocessingml.document", brief.build),
    (N_("Data (.csv)"), N_("data"), "csv", "text/csv", data.build),
    (N_("Data (.parquet)"), N_("data"), "parquet", "application/vnd.apache.parquet", data.parquet),
)
"""Name, what its own name says that it is, ending, type, and how it is made when somebody asks for it."""


KEY, MORE = "export", "export_more_asked"


def show(state: State) -> None:
    """Draws the popover; its contents are drawn when it is opened."""
    w = state.wording
    popover = st.popover(w(N_("Export")), type="tertiary", on_change="rerun", key=KEY)
    if popover.open:
        occasion = taken(state)
        with popover:
            for name, kind, ending, mime, build in FILES:
                _button(w(name), file_name(occasion, w(kind), ending), mime, partial(build, occasion))
            st.button(w(N_("Images and code …")), type="tertiary", key="export_more", on_click=_ask_more)
    if st.session_state.pop(MORE, False):
        st.dialog(w(N_("Images and code")), width="large")(_dialog)()


def _ask_more() -> None:
    """Closes the popover, which would take the first Escape in the dialog, and has the dialog opened."""
    st.session_state[KEY], st.session_state[MORE] = False, True


def taken(state: State) -> Occasion:
    """What is on the page, at the address the visitor has it at, on the visitor's day."""
    page = urlsplit(st.context.url or "")
    today = day(datetime.datetime.now(datetime.UTC), st.context.timezone_offset)
    return Occasion(state, page._replace(path=page.path or "/", query="", fragment="").geturl(), today)


def day(moment: datetime.datetime, behind: int | None) -> datetime.date:
    """The day of a moment where clocks are that many minutes behind UTC; the server's where nobody knows."""
    return (moment.astimezone() if behind is None else moment - datetime.timedelta(minutes=behind)).date()


def _button(label: str, name: str, mime: str, build: Callable[[], bytes | str]) -> None:
    """A button that makes its file when it is pressed."""
    st.download_button(label, build, name, mime, on_click="ignore", type="tertiary", key=f"export_{name}")


def _dialog() -> None:
    occasion = taken(current())
    _images(occasion)
    with st.expander(occasion.now.wording(N_("Reproduce this: in Python or on a command line"))):
        st.code(snippet.lines(occasion), language="python", wrap_lines=True)
        st.code(snippet.command(occasion), language="bash", wrap_lines=True)


def _images(occasion: Occasion) -> None:
    """Any chart of any page, in every format."""
    w, charts = occasion.now.wording, gallery.gallery(occasion.now)
    choice, *places = st.columns([4, *(1 for _ in picture.FORMATS)], vertical_alignment="bottom")
    key = choice.selectbox(w(N_("Picture of a chart")), list(charts), format_func=lambda each: charts[each].title)
    for place, (ending, (mime, _)) in zip(places, picture.FORMATS.items(), strict=True):
        with place:
            name = file_name(occasion, charts[key].short, ending)
            _button(ending.upper(), name, mime, partial(picture.build, occasion, key, ending))
