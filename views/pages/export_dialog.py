"""The dialog of Export: files, pictures, print, and lines that give the same numbers."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from model.language.words import N_
from views.components.bridge import PRINT
from views.downloads import brief, data, gallery, picture, slide, snippet, workbook
from views.downloads.about import Occasion, file_name, here_only
from views.pages.occasion import taken
from views.state import current

OFFICE = "application/vnd.openxmlformats-officedocument"
FILES = (
    (N_("Workbook (.xlsx)"), N_("workbook"), "xlsx", f"{OFFICE}.spreadsheetml.sheet", workbook.build),
    (N_("Brief (.docx)"), N_("brief"), "docx", f"{OFFICE}.wordprocessingml.document", brief.build),
    (N_("Slide (.pptx)"), N_("slide"), "pptx", f"{OFFICE}.presentationml.presentation", slide.build),
    (N_("Data (.csv)"), N_("data"), "csv", "text/csv", data.build),
    (N_("Data (.parquet)"), N_("data"), "parquet", "application/vnd.apache.parquet", data.parquet),
)
"""Name, what its own name says that it is, ending, type, and how it is made when somebody asks for it."""


def draw() -> None:
    """Draws it."""
    occasion = taken(current())
    w = occasion.now.wording
    with st.container(horizontal=True):
        for name, kind, ending, mime, build in FILES:
            _button(w(name), file_name(occasion, w(kind), ending), mime, partial(build, occasion))
        st.button(w(N_("Print / save as PDF")), key=PRINT)  # the bridge hears it in the browser
    if local := here_only(occasion.now, occasion.address):
        st.warning(local, icon=":material/link_off:")
    _pictures(occasion)
    with st.expander(w(N_("Reproduce this: in Python or on a command line"))):
        st.code(snippet.lines(occasion), language="python", wrap_lines=True)
        st.code(snippet.command(occasion), language="bash", wrap_lines=True)


def _button(label: str, name: str, mime: str, build: Callable[[], bytes | str]) -> None:
    """A button that makes its file when it is pressed."""
    st.download_button(label, build, name, mime, on_click="ignore", key=f"export_{name}")


def _pictures(occasion: Occasion) -> None:
    """Any chart of any page, in every format."""
    w, charts = occasion.now.wording, gallery.gallery(occasion.now)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        key = st.selectbox(w(N_("Picture of a chart")), list(charts), format_func=lambda each: charts[each].title)
        for ending, mime in picture.FORMATS.items():
            name = file_name(occasion, charts[key].short, ending)
            _button(ending.upper(), name, mime, partial(picture.build, occasion, key, ending))
