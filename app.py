"""The entry: serves `page.py` behind `views.server.Guard`. Run with `streamlit run app.py`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware

from views.server import Guard


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Loads what all visitors share before the first one comes, once the server's caches exist."""
    from views import warm

    warm.once()
    yield


app = st.App("page.py", lifespan=lifespan, middleware=[Middleware(Guard)])
