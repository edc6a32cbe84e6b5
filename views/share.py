"""Send, save, open: the link as a picture for phones, the scenarios as a file, and a place to open either."""

import datetime
import functools
from html import escape
from urllib.parse import urlsplit

import streamlit as st

from model import file
from model.query import MOST
from model.words import N_
from views import answer, session
from views.component import component
from views.downloads.about import TOO_LONG, Occasion, file_name, qr
from views.state import State

HTML = (
    '<label><span></span><textarea rows="3" spellcheck="false"></textarea></label>'
    '<p><button type="button" class="open"></button><button type="button" class="beside"></button>'
    '<label class="pick"><span></span><input type="file" accept=".json,application/json,text/plain"></label></p>'
)
KEY = "opener"
HERE_ONLY = ("localhost", "127.0.0.1", "::1")


def dialog(now: State) -> None:
    """Opens the dialog over the page."""
    st.dialog(now.wording(N_("Share: send, save, open")), width="medium")(_contents)(now)


def _contents(drawn: State) -> None:
    now = session.current()
    if now.history != drawn.history:
        st.rerun()  # something was opened: the page behind has to follow
    w = now.wording
    if now.version != drawn.version:
        st.html(answer.complaints(now))  # it was refused, and is still there to be mended
    occasion = taken(now)
    address = occasion.address
    left, right = st.columns([1, 1])
    left.html(_code(now, address))
    with right:
        st.html(_about(now, address))
        st.download_button(
            w(N_("Save as a file")), functools.partial(file.write, now.work, now.pack, now.language),
            file_name(occasion, w(N_("scenarios")), "json"), "application/json", on_click="ignore", key="save",
        )  # fmt: skip
    data = {
        "words": w(N_("A link, or the text of a file, to open")),
        "open": w(N_("Open")),
        "beside": w(N_("Keep beside mine")),
        "largest": file.LARGEST,
        "pick": w(N_("Choose a file …")),
    }
    component("opener", HTML)(key=KEY, data=data, on_text_change=_take, height="content")
    st.caption(w(N_("What is on the page can be had back with undo. Files and links can also be dropped on any page.")))


def taken(now: State) -> Occasion:
    """What is on the page, at the address the visitor has it at, on the visitor's day."""
    page = urlsplit(st.context.url or "")
    today = day(datetime.datetime.now(datetime.UTC), st.context.timezone_offset)
    return Occasion(now, page._replace(path=page.path or "/", query="", fragment="").geturl(), today)


def day(moment: datetime.datetime, behind: int | None) -> datetime.date:
    """The day of a moment where clocks are that many minutes behind UTC; the server's where nobody knows."""
    return (moment.astimezone() if behind is None else moment - datetime.timedelta(minutes=behind)).date()


def _take() -> None:
    given = st.session_state[KEY].text
    session.open_text(str(given["text"]), bool(given["beside"]))


def _code(now: State, address: str) -> str:
    """The link as a QR code, or why there is none."""
    w = now.wording
    code = qr(address)
    if code is None:
        return f"<p>{escape(w(TOO_LONG))}</p>"
    picture = code.svg_data_uri(border=4, light="#fff")
    return f'<img class="qr" src="{escape(picture)}" alt="{escape(w(N_("QR code of the link")))}">'


def here_only(now: State, address: str) -> list[str]:
    """A warning where the link opens on this computer alone."""
    host = urlsplit(address).hostname
    said = N_("Its address, {host}, opens on this computer only.")
    return [now.wording(said, host=host)] if host in HERE_ONLY else []


def _about(now: State, address: str) -> str:
    """What the link carries, and where it opens."""
    w = now.wording
    said = [
        w(N_("The link holds the scenario on the page, {kept} kept ones and the reference: {length} characters."),
          kept=len(now.work.kept), length=len(address))
    ]  # fmt: skip
    if len(now.query) > MOST:
        said.append(w(N_("That is more than some messengers pass on whole: a file is safer.")))
    said += here_only(now, address)
    paragraphs = "".join(f"<p>{escape(sentence)}</p>" for sentence in said)
    return f'{paragraphs}<p class="address"><code>{escape(address)}</code></p>'
