"""The entry: serves `page.py` behind `views.server.Guard`. Run with `streamlit run app.py`."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware

from views.server import Guard


def load() -> None:
    """Loads what all visitors share."""
    from views import warm

    warm.once()


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Loads in a thread of its own: the server answers at once, and the first browser loads at the same time."""
    loading = asyncio.get_running_loop().run_in_executor(None, load)
    yield
    await loading


app = st.App("page.py", lifespan=lifespan, middleware=[Middleware(Guard)])
