"""Export: files in a popover of the header; images, the QR code, and what opens a link or file in a dialog."""

import datetime
from collections.abc import Callable, Mapping
from functools import partial
from urllib.parse import urlsplit

import streamlit as st

from model import file
from model.query import MOST
from model.words import N_
from views import warm
from views.downloads import brief, data, gallery, picture, snippet, workbook
from views.downloads.about import TOO_LONG, Occasion, file_name, qr
from views.state import State, callback, current, open_text

OFFICE = "application/vnd.openxmlformats-officedocument"
FILES = (
    (N_("Workbook (.xlsx)"), N_("workbook"), "xlsx", f"{OFFICE}.spreadsheetml.sheet", workbook.build),
    (N_("Brief (.docx)"), N_("brief"), "docx", f"{OFFICE}.wordprocessingml.document", brief.build),
    (N_("Data (.csv)"), N_("data"), "csv", "text/csv", data.build),
)
"""Name, what its own name says that it is, ending, type, and how it is made when somebody asks for it."""
IMAGES: Mapping[str, tuple[str, Callable[[Occasion, str], bytes]]] = {
    "svg": ("image/svg+xml", picture.svg),
    "png": ("image/png", picture.png),
}
"""The formats of an image, each with its type and how it is made."""
HERE_ONLY = ("localhost", "127.0.0.1", "::1")
PASTED, CHOSEN = "pasted", "chosen"


def show(state: State) -> None:
    """Draws the popover; its contents are drawn when it is opened."""
    w = state.wording
    popover = st.popover(w(N_("Export")), type="tertiary", on_change="rerun", key="export")
    if not popover.open:
        return
    occasion = taken(state)
    with popover:
        for name, kind, ending, mime, build in FILES:
            _button(w(name), file_name(occasion, w(kind), ending), mime, partial(build, occasion))
        saved = partial(file.write, state.work, state.pack, state.language)
        _button(w(N_("Scenarios (.json)")), file_name(occasion, w(N_("scenarios")), "json"), "application/json", saved)
        if st.button(w(N_("Images, QR code, open a link …")), type="tertiary", key="export_more"):
            st.dialog(w(N_("Images, links and files")), width="large")(_dialog)()


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
    warm.pictures()
    state = current()
    occasion = taken(state)
    _images(occasion)
    left, right = st.columns(2)
    with left:
        _link(occasion)
    with right:
        _open(state)
    with st.expander(state.wording(N_("Reproduce this: in Python or on a command line"))):
        st.code(snippet.lines(occasion), language="python", wrap_lines=True)
        st.code(snippet.command(occasion), language="bash", wrap_lines=True)


def _images(occasion: Occasion) -> None:
    """Any chart of any page, in every format."""
    w, charts = occasion.now.wording, gallery.gallery(occasion.now)
    choice, *places = st.columns([4, *(1 for _ in IMAGES)], vertical_alignment="bottom")
    key = choice.selectbox(w(N_("Picture of a chart")), list(charts), format_func=lambda each: charts[each].title)
    for place, (ending, (mime, make)) in zip(places, IMAGES.items(), strict=True):
        with place:
            name = file_name(occasion, charts[key].short, ending)
            _button(ending.upper(), name, mime, partial(make, occasion, key))
    if lacking := picture.lacking(occasion):
        st.caption(lacking)


def _link(occasion: Occasion) -> None:
    """The link as a QR code for phones, and what is to be known before it is sent."""
    w, code, host = occasion.now.wording, qr(occasion.address), urlsplit(occasion.address).hostname
    if code is None:
        st.caption(w(TOO_LONG))
    else:
        said = w(N_("QR code of the link"))
        st.image(code.svg_inline(border=4, light="#fff"), width=220, caption=said, alt=said)
    if len(occasion.now.query) > MOST:
        st.caption(w(N_("That is more than some messengers pass on whole: a file is safer.")))
    if host in HERE_ONLY:
        st.caption(w(N_("Its address, {host}, opens on this computer only."), host=host))


def _open(state: State) -> None:
    """A link or a file in place of what is on the page, or its scenarios beside the saved ones."""
    w = state.wording
    st.text_area(w(N_("A link, or the text of a file, to open")), key=PASTED)
    st.file_uploader(w(N_("Choose a file …")), ["json", "txt"], key=CHOSEN)
    with st.container(horizontal=True):
        st.button(w(N_("Open")), on_click=_take, args=(False,), key="open_instead", type="primary")
        st.button(w(N_("Save beside mine")), on_click=_take, args=(True,), key="open_beside")
    st.caption(w(N_("What is on the page can be had back with undo. Files and links can also be dropped on any page.")))


@callback
def _take(beside: bool) -> None:
    """Opens what was chosen, or else what was pasted, and draws the page anew."""
    chosen = st.session_state[CHOSEN]
    text = chosen.getvalue()[: 4 * file.LARGEST].decode("utf-8", "replace") if chosen else st.session_state[PASTED]
    if text.strip():
        open_text(text, beside)
        st.rerun("answer")
