"""The form for a county of one's own, which becomes the region of the link; reached from the choice of the region."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import streamlit as st

from model.language import amounts
from model.language.names import LONGEST_NAME
from model.language.problem import Refused
from model.language.rates import plain as digits
from model.language.words import N_
from model.link.link import write
from model.progress.rebasing import with_outcomes
from model.region import county_form
from model.region.county import BY_FIELD, FIELDS, NAMELESS, NEEDED, TARGET, Field, county_pack, named, numbers_of
from model.region.county_form import NAME, NAME_LABEL, UNITS
from model.region.indicators import BY_KEY, GDP
from model.region.key import BASE_YEAR, County
from model.region.loader import packs
from model.scenario.scenario import plan
from model.work.work import Work
from views.pages.live import PAGES_BY_KEY
from views.state import State, callback, change_work, current, open_text, report
from views.words.plain import plain

WHERE = "county"
"""Where faults of the form are said: beside its fields."""
UNIT, DRAFT, OPENED = "county_unit", "county_draft", "county_opened"
OTHERS = tuple(key for key in BY_KEY if key != GDP.key)
OPTIONAL = ("gdp_low", "gdp_high", *(field.key for field in FIELDS if field.series in OTHERS))


def draw(state: State) -> None:
    """Draws the page; once a county was opened, goes to Simulate."""
    if st.session_state.pop(OPENED, False):
        st.switch_page(st.session_state[PAGES_BY_KEY]["simulate"])
    w, own = state.wording, state.pack.county
    st.title(w(N_("Edit my own county")) if own else w(N_("A county of your own")))
    st.caption(plain(w(N_("* is needed. The figures are stored in the link alone, and nobody verifies them."))))
    _fill(state, own)
    st.segmented_control(w(N_("Unit of amounts")), UNITS[state.language], key=UNIT, required=True, width="content")
    wrong = {problem.where for problem in state.problems} if state.where == WHERE else set()
    with st.form("county", enter_to_submit=True, border=False):
        first, second = st.columns([2, 1])
        with first:
            st.text_input(
                w(NAME_LABEL), key=_key(NAME), max_chars=LONGEST_NAME, placeholder=w(NAMELESS), autocomplete="off",
            )  # fmt: skip
            _told(state, w(NAME_LABEL))
        with second:
            _field(state, BY_FIELD[BASE_YEAR])
        _row(state, (GDP.key, "gdp_first", "gdp_later"))
        _row(state, (TARGET, "target_year"))
        opened = any(named(BY_FIELD[key], w) in wrong for key in OPTIONAL) or bool(own)
        with st.expander(w(N_("Range of GDP, and other indicators (optional)")), expanded=opened):
            _row(state, ("gdp_low", "gdp_high"))
            for key in OTHERS:
                _row(state, (key, f"{key}_first"))
        st.form_submit_button(w(N_("Open my county")), on_click=_take, type="primary")
        if wrong:
            st.error(w(N_("To be corrected above: {count}. Nothing was changed."), count=len(wrong)))


def _key(field: str) -> str:
    return f"county_{field}"


def _fill(state: State, own: County | None) -> None:
    """Puts what was typed before into the fields, or the county that is edited, its levels with their unit."""
    if DRAFT not in st.session_state or st.session_state[DRAFT]["county"] != own:
        st.session_state[DRAFT] = {"county": own, NAME: own.name if own else ""} | {
            key: _text(BY_FIELD[key], value) for key, value in (own.known.items() if own else ())
        }
        for key in (NAME, *BY_FIELD):
            st.session_state.pop(_key(key), None)
    for key in (NAME, *BY_FIELD):
        st.session_state.setdefault(_key(key), st.session_state[DRAFT].get(key, ""))
    if st.session_state.get(UNIT) not in UNITS[state.language]:
        st.session_state[UNIT] = UNITS[state.language][0]


def _text(field: Field, value: float) -> str:
    """A number as it may be typed in either language."""
    return f"{digits(value)} {field.unit}" if field.kind == "level" else digits(value)


def _row(state: State, keys: Iterable[str]) -> None:
    """Fields beside each other, in thirds of the page."""
    for place, key in zip(st.columns(3), keys, strict=False):
        with place:
            _field(state, BY_FIELD[key])


def _field(state: State, field: Field) -> None:
    """A field with its unit, an example, and what is wrong with it."""
    w, unit, example = state.wording, field.unit, numbers_of(next(iter(packs().values()))).get(field.key)
    label, name = named(field, w), named(field, w)
    shown = "" if example is None else digits(example)
    if field.kind == "level":
        unit = st.session_state[UNIT] if field.unit == GDP.unit else field.unit
        label = w(N_("{name}, {unit}"), name=name, unit=w.unit(unit) if unit == "元" else unit)
        shift = amounts.units_behind(field.unit)[unit]
        shown = "" if example is None else digits(Decimal(repr(example)).scaleb(-shift).normalize())
    st.text_input(
        f"{label} *" if field.key in NEEDED else label, key=_key(field.key), max_chars=40, autocomplete="off",
        placeholder=w(N_("e.g. {number}"), number=shown) if shown else "",
    )  # fmt: skip
    _told(state, name)


def _told(state: State, name: str) -> None:
    """What is wrong with the field of that name, below it, without the name."""
    for problem in state.problems:
        if state.where == WHERE and problem.where == name:
            said = state.wording.shown(replace(problem, where=""))
            st.markdown(f":red[{plain(said[0].upper() + said[1:])}]")


@callback
def _take() -> None:
    """Opens the county that was typed; what is refused is said beside its field, and all that was typed stays."""
    state = current()
    given = {key: str(st.session_state[_key(key)]) for key in (NAME, *BY_FIELD)}
    st.session_state[DRAFT].update(given)
    try:
        county = county_form.read(given, st.session_state[UNIT], state.wording)
    except Refused as refusal:
        report(refusal.problems, WHERE)
    else:
        enter(state, county)
        st.session_state[OPENED] = True
        del st.session_state[DRAFT]


def enter(state: State, county: County) -> None:
    """Opens the county as one step: at its plan, or where the one on the page is edited, with what was moved on it."""
    after, own = county_pack(county, next(iter(packs().values()))), state.pack.county
    if own and own.base_year == county.base_year:
        there, problems = with_outcomes(after, state.pack.key.base_year, state.pack.typed_outcomes)
        work, lost = state.work.carried_to(there)
        change_work(lambda _: work, problems=(*problems, *lost))
    else:
        open_text(write(Work(plan(after)), state.language))
