"""A table under a picture, and one on paper."""

from collections.abc import Iterable, Sequence

import pandas as pd
import streamlit as st

from views.words.plain import plain


def show(key: str, heads: Sequence[str], rows: Iterable[Sequence[str]], *, marked: bool = False) -> None:
    """Draws the rows below their heads; no text is taken for Markdown, unless the cells are `marked` so.

    `frame.css` knows what a key begins with: of `numbers_`, all columns but the first are numbers, on the right; of
    `wide_`, a phone has the first three columns.
    """
    cells = [[cell if marked else plain(cell) for cell in row] for row in rows]
    with st.container(key=key):
        st.table(pd.DataFrame(cells, columns=[plain(head) for head in heads]), border="horizontal", hide_index=True)


def print_only(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """The rows of an `st.dataframe` as plain HTML for print alone: a canvas prints only what is on screen, and
    `st.table` takes a second for 3,000 cells."""
    with pd.option_context("display.max_colwidth", None), st.container(key="print_only"):
        st.html(pd.DataFrame(rows, columns=list(heads)).to_html(index=False, border=0, na_rep="–"))
