"""What a visitor is told where the program fails: a sentence in the page's language, the reason in the log alone."""

import pytest
from a_visit import drawn, showing

from views import session


def _page():
    import streamlit as st

    from views import trouble

    @st.fragment
    @trouble.told()
    def part():
        raise KeyError("derived")

    part()
    with trouble.told():
        if st.button("again"):
            st.rerun()
        raise RuntimeError("nobody foresaw this")


@pytest.mark.parametrize(("language", "said"), [
    ("en", "the program has a fault, and the server's log says which. Nothing is lost"),
    ("zh", "程序出错，原因见服务器日志。内容没有丢失"),
])  # fmt: skip
def test_a_fault_is_said_in_a_sentence_and_logged_and_nothing_is_lost(language, said, caplog):
    now = showing(language=language)
    page = drawn(_page, at=now)
    assert [said in each.value for each in page.error] == [True, True]
    assert "nobody foresaw this" not in page.error[1].value
    assert [each.exc_info[0] for each in caplog.records if each.name == "views.trouble"] == [KeyError, RuntimeError]
    assert page.session_state[session.KEY] == now
    assert not page.button[0].click().run().exception  # what Streamlit steers by passes through
