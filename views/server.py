"""What stands before the page: headers for the browser, and what is refused before Streamlit hears of it."""

import asyncio
import base64
import hashlib
import re
import time
from pathlib import Path

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from model.language.problem import Problem
from model.language.wording import LOCALES, Wording
from model.language.words import N_
from model.link.transport import LINK, TOO_LONG

CLOSED = ("/_stcore/metrics", "/_stcore/upload_file")
"""What Streamlit answers to anybody, and nobody who uses the page asks for."""
HEALTH = "/_stcore/health"
"""Asked by those who watch a process, under whichever name."""
LONGEST = 65_536
"""Characters of the longest address that is read; a page reads far less of it, and says so."""
BURST, PER_SECOND = 200, 20
"""Messages of a connection that are read at once, and those read each second after them: a drag sends no more."""
ADDRESS = N_("address")
UNKNOWN = N_("is at an unknown host (got {got}); allowed are {allowed}; add it to server.allowedHosts")
SHUT = N_("is closed (got {got}); open the page at /")


def policy() -> str:
    """The content security policy: nothing comes from another host, and only `client.allowedOrigins` may embed."""
    index = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    inline = re.findall(r"<script>(.*?)</script>", index, re.DOTALL)
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in inline]
    rules = {
        "default-src": ["'self'"],
        # Streamlit runs a component's script from a blob, and its protobuf library tries WebAssembly; nothing evals.
        "script-src": ["'self'", "blob:", "'wasm-unsafe-eval'", *hashes],
        "style-src": ["'self'", "'unsafe-inline'"],  # Streamlit writes styles while it draws
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'", *st.get_option("client.allowedOrigins")],
    }
    return "; ".join(" ".join((rule, *sources)) for rule, sources in rules.items())


def refusal(scope: Scope) -> tuple[int, Problem] | None:
    """The status and the reason, if a request is refused."""
    base, host = st.get_option("server.baseUrlPath").strip("/"), Headers(scope=scope).get("host")
    path, length = (
        scope["path"].removeprefix(f"/{base}" if base else ""),
        len(scope["path"]) + len(scope["query_string"]),
    )
    if path != HEALTH and not is_host_allowed(host):
        allowed = ", ".join(st.get_option("server.allowedHosts"))
        return 421, Problem.at(ADDRESS, UNKNOWN, got=host or "", allowed=allowed)
    if length > LONGEST:
        return 414, Problem.at(LINK, TOO_LONG, length=length, allowed=LONGEST)
    if f"{path}/".startswith(tuple(f"{closed}/" for closed in CLOSED)):
        return 404, Problem.at(ADDRESS, SHUT, got=path)
    return None


def paced(receive: Receive) -> Receive:
    """The same messages, those beyond the limit later: the network holds back whoever sends more, and none is lost."""
    due = 0.0

    async def next_message() -> Message:
        nonlocal due
        message = await receive()
        now = time.monotonic()
        due = max(due, now - BURST / PER_SECOND) + 1 / PER_SECOND
        await asyncio.sleep(max(due - now, 0))
        return message

    return next_message


class Guard:
    """Adds the headers, refuses in words, and limits the messages of a connection."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers = {
            "Content-Security-Policy": policy(),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self.headers)
            await send(message)

        if scope["type"] != "http":
            await self.app(scope, paced(receive), send)
        elif refused := refusal(scope):
            status, problem = refused
            said = "\n".join(problem.sentence(Wording(language, 0).template) for language in LOCALES)
            await PlainTextResponse(said, status)(scope, receive, with_headers)
        else:
            await self.app(scope, receive, with_headers)
