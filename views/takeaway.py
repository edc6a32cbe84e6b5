"""Take it away: workbook, brief, data, a picture of any chart, and the lines that give the same numbers elsewhere."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

import streamlit as st

from model.words import N_
from views import share, warm
from views.downloads import brief, data, gallery, picture, snippet, workbook
from views.downloads.about import Occasion, file_name, title
from views.sheet import words
from views.state import State


class File(NamedTuple):
    """A file that can be taken away: what it is, what it is for, and how it is made when somebody asks for it."""

    name: str
    kind: str
    """What its own name says that it is."""
    purpose: str
    ending: str
    mime: str
    build: Callable[[Occasion], bytes]


OFFICE = "application/vnd.openxmlformats-officedocument"
FILES = (
    File(
        N_("Workbook (.xlsx)"), N_("workbook"),
        N_("The scenario on the page in live formulas: change an assumption and everything follows."),
        "xlsx", f"{OFFICE}.spreadsheetml.sheet", workbook.build,
    ),
    File(
        N_("Brief (.docx)"), N_("brief"),
        N_("One to two pages to file: question, verdict, table, chart, sources, link."),
        "docx", f"{OFFICE}.wordprocessingml.document", brief.build,
    ),
    File(
        N_("Data (.csv)"), N_("data"), N_("Every year of every scenario that is compared, to 15 digits."),
        "csv", "text/csv", data.build,
    ),
)  # fmt: skip
KINDS: Mapping[str, tuple[str, Callable[[Occasion, str], bytes]]] = {
    "svg": ("image/svg+xml", picture.svg),
    "png": ("image/png", picture.png),
}
"""The formats of a picture, each with how it is made."""


def dialog(now: State, page: str) -> None:
    """Opens the dialog over the page of that key."""
    st.dialog(now.wording(N_("Take it away")), width="large")(_contents)(now, page)


def _contents(now: State, page: str) -> None:
    warm.pictures()
    w, occasion = now.wording, share.taken(now)
    said = N_("{scenario}. Every file says what the page says, and is made when you ask for it.")
    st.html(words(w(said, scenario=title(occasion)), w(N_("The link stands in all but the data.")),
                  *share.here_only(now, occasion.address)))  # fmt: skip
    for place, each in zip(st.columns(len(FILES)), FILES, strict=True):
        with place:
            _button(
                w(each.name), file_name(occasion, w(each.kind), each.ending), each.mime, partial(each.build, occasion)
            )
            st.caption(w(each.purpose))
    _pictures(occasion, page)
    st.caption(w(N_("Every table has a button at its top right that copies it.")))
    with st.expander(w(N_("Reproduce this: in Python or on a command line"))):
        st.html(words(w(N_("In Python, in the program's folder"))))
        st.code(snippet.lines(occasion), language="python", wrap_lines=True)
        st.html(words(w(N_("The same on a command line (PowerShell, bash, zsh)"))))
        st.code(snippet.command(occasion), language="bash", wrap_lines=True)


def _pictures(occasion: Occasion, page: str) -> None:
    """Any chart of any page, to be chosen, in every format; at first the one that is looked at."""
    w, charts = occasion.now.wording, gallery.gallery(occasion.now)
    keys, choice, *places = list(charts), *st.columns([4, *(1 for _ in KINDS)], vertical_alignment="bottom")
    at = keys.index(gallery.looked_at(occasion.now, page))
    key = choice.selectbox(w(N_("Picture of a chart")), keys, at, format_func=lambda each: charts[each].title)
    for place, (ending, (mime, make)) in zip(places, KINDS.items(), strict=True):
        with place:
            name = file_name(occasion, charts[key].short, ending)
            _button(ending.upper(), name, mime, partial(make, occasion, key))
    if lacking := picture.lacking(occasion):
        st.caption(lacking)


def _button(label: str, name: str, mime: str, build: Callable[[], bytes]) -> None:
    """A button that makes its file when it is pressed."""
    st.download_button(label, build, name, mime, on_click="ignore", width="stretch", key=f"take_{name}")
