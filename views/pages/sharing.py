"""Share: the link as a QR code, the scenarios as a file, and a place to open either."""

from functools import partial

import streamlit as st

from model.language.words import N_
from model.link import file
from model.link.transport import MOST
from views.components.bridge import CHOOSE_FILE
from views.downloads.about import Occasion, file_name, qr, without_code
from views.pages.occasion import taken
from views.state import State, callback, current, open_text
from views.words import problems
from views.words.plain import plain


def button(state: State) -> None:
    """The button that opens the dialog."""
    w = state.wording
    name = w(N_("Share"))
    if st.button(name, type="tertiary", key="share"):
        st.dialog(name, width="medium")(partial(_contents, state))()


def _contents(state: State) -> None:
    w, occasion = state.wording, taken(state)
    code, about = st.columns([1, 2])
    with code:
        picture = qr(occasion.address)
        if picture is None:
            st.markdown(without_code(state, occasion.address))
        else:
            st.image(picture.svg_inline(border=4, light="#fff"), width="stretch", alt=w(N_("QR code of the link")))
    with about:
        st.markdown("  \n".join(plain(sentence) for sentence in _about(state, occasion)))
        with st.expander(w(N_("The link as text")), type="compact"):
            st.code(occasion.address, language=None, wrap_lines=True)
        st.download_button(
            w(N_("Save as a file")), partial(file.write, state.work, state.language),
            file_name(occasion, w(N_("scenarios")), "json"), "application/json", on_click="ignore", key="share_save",
        )  # fmt: skip
    _open(state)
    st.caption(w(N_("Undo brings back what was on the page. Files and links can also be dropped on any page.")))


def _open(state: State) -> None:
    """Opens a link or a file in place of what is on the page, or beside it."""
    w = state.wording
    with st.form("share_open", border=False):
        text = st.text_area(w(N_("A link, or the text of a file, to open")), height=80)
        with st.container(horizontal=True):
            instead = st.form_submit_button(w(N_("Open")), type="primary")
            beside = st.form_submit_button(w(N_("Save beside mine")))
            st.form_submit_button(w(N_("Choose a file…")), key=CHOOSE_FILE)  # the bridge puts its text into the field
    if not (instead or beside):
        return
    callback(open_text)(text, beside)
    now = current()
    if now.history != state.history:
        st.rerun()  # it was opened: the dialog closes
    st.warning("\n".join(f"- {plain(said)}" for said in problems.sentences(now, now.problems)), icon=":material/info:")


def _about(state: State, occasion: Occasion) -> list[str]:
    """What the link carries."""
    w, address = state.wording, occasion.address
    said = [w(N_("The link holds this scenario, {saved} saved ones and the reference: {length} characters."),
              saved=len(state.work.kept), length=len(address))]  # fmt: skip
    if len(state.query) > MOST:
        said.append(w(N_("Some messengers cut off links of this length: a file is safer.")))
    return said
