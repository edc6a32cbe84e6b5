"""What people see. Everything shown follows from one immutable value, `views.state.State`.

Rooms, each importing only from those after it: `pages` (one module or folder a page; `frame` stands around all),
`sidebar` (the levers), `downloads`, `charts` (one file a chart), `words` (sentences made of results), `components` (the
lever and the bridge), `state`.

*The state.* `current()` is the visitor's state. `state.scenario`, `.reference`, `.pack`, `.work`, `.view`, `.language`
say what is on the page; `state.wording` says it: `w(N_("GDP in {year}"), year=2028)`.

*A page* is a function `draw(state)`, entered in `frame.PAGES`; an address outside the navigation in `frame.HIDDEN`. It
reads from top to bottom like the screen. A former address draws the same page with a tab open.

*The fragments.* There are two. "answer" (`frame`) is header, levers and page: every widget runs it. Within it, `live`
is what the page gives to `live(draw)`: verdict and opening picture, in places of its own or in containers that the page
made. It alone is drawn at each position of a lever, and all of "answer" half a second after the last one. So it holds
no widget, and as few elements as possible: Streamlit's browser side goes through every element of the page for each
message. A fragment between the two would own the containers, and Streamlit lets `live` write only into those of the
fragment that runs. The bridge stands in `live`, and sends what the levers say. A callback elsewhere, say in a dialog,
ends in `st.rerun("answer")`. What is not seen is not drawn: `parts.tabs` draws the part that is chosen, and of
`st.popover` and `st.expander` with `on_change="rerun"` only what is `.open`.

*A callback* is decorated with `@callback` and changes the state by the functions of `views.state`:
`change_scenario(lambda scenario: scenario.set(gdp_later=0.08), gesture="", where="")`, `change_work`, `set_view`,
`open_text`, `report`. Each is one step of undo; changes of one `gesture` are one step. What is refused is said at the
top of the page, or, with a `where`, by the part of the page that draws `state.problems` if `state.where` is its name. A
widget that shows a part of the state has it as its default, its key by `key_showing`, and its callback asks `is_shown`:
a value put into `st.session_state` is set back by what the browser sends before it hears of it, as if by a click.

*A chart* is a file like `charts/gdp.py`: `definition(language, theme)` builds it once by Altair objects and holds no
value of a scenario, so that it stays the same while a lever moves; `rows(state)` is one `pa.Table` with a column for
the role of each row. Where each indicator has such a chart, both take it as one more argument.
`st.vega_lite_chart(rows(state), definition(state.language, look.theme()), theme=None, alt=...)` draws it. Colours,
type and title are in `charts/look.py`. Each mark has a tooltip in words, or none. `tests/views/test_every_chart.py`
lists the charts.

*A message* is `N_("...")` in English, its Chinese in `model/language/locale/zh.po`. A sentence made of results belongs
into `words`; of the verdict, which the command line says too, into `model.economics.verdict_sentences`.
"""
