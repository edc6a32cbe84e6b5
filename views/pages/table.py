"""A table under a picture."""

from collections.abc import Iterable, Sequence

import pandas as pd
import streamlit as st

from views.words.plain import plain


def show(heads: Sequence[str], rows: Iterable[Sequence[str]], wide: str = "") -> None:
    """Draws the rows below their heads; no text is taken for Markdown.

    Of a `wide` table, which is called so, a phone has the first three columns.
    """
    cells = [[plain(cell) for cell in row] for row in rows]
    with st.container(key=f"wide_{wide}" if wide else None):
        st.table(pd.DataFrame(cells, columns=[plain(head) for head in heads]), border="horizontal", hide_index=True)
