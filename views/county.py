"""The page "my own county": a form, and a template to fill in instead; what is given becomes the region of the link."""

import base64
import binascii
import functools
from dataclasses import replace
from html import escape

import streamlit as st

from model import amounts, county_sheet, county_text, regions
from model.county import BASE_YEAR, NAMELESS, TARGET, County
from model.county_fields import BY_FIELD, FIELDS, NEEDED, Field, checked, named, numbers_of
from model.county_units import hinted
from model.indicators import BY_KEY, GDP
from model.levers import Lever
from model.link import write
from model.loader import packs
from model.naming_checks import official_name
from model.problem import Problem, Refused
from model.rates import plain
from model.scenario import LONGEST_NAME, clean_name, plan
from model.wording import Wording
from model.words import N_
from model.work import Work
from model.workbook_guard import LARGEST, NOT_A_WORKBOOK, WORKBOOK
from views import answer, frame, levers, session, strip, wishes
from views.component import component
from views.downloads import county_template
from views.sheet import block, words
from views.state import State, change_pack
from views.words import notes, verdict

NAME = "name"
OTHERS = tuple(key for key in BY_KEY if key != GDP.key)
UPLOAD = "county_upload"
HTML = '<label><span></span><input type="file" accept=".xlsx"></label>'
NAME_FIELD = N_("Name of the county")
SAID = (
    N_("Type what your county knows; * is needed."),
    N_("Growth is what was announced: by the yearly plan for the first year, by the five-year plan for later ones."),
    N_("All of it stands in the link and is stored nowhere else."),
    N_("It opens in place of what is on the page; undo brings that back."),
)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def page() -> None:
    """Draws everything from the current state."""
    now = frame.begin("county")
    if now is None:
        return
    labels = _labels(now.wording)
    top = st.empty()

    def follow(after: State, _: Lever) -> None:
        others = tuple(problem for problem in after.problems if problem.where not in labels)
        said = answer.complaints(replace(after, complaints=others))
        top.html(f'{said}<div class="answers">{verdict.html(after)}</div>{strip.html(after)}')

    with st.sidebar:
        levers.show(now, follow)
    left, right = st.columns([5, 2], gap="large")
    with left:
        _form(now)
    with right:
        _template(now)
    notes.show(now)


def _form(now: State) -> None:
    """Every field, filled from the county on the page, if it is one's own."""
    w, own = now.wording, county_text.of(now.pack)
    known = own.known if own else {}
    prefix = f"county_{now.pack.own.key if own else ''}_{now.language}"
    keys = {key: f"{prefix}_{key}" for key in (NAME, *BY_FIELD)}
    title = N_("Edit my own county") if own else N_("My own county")
    st.html(block(w(title), words(*map(w, SAID))))
    with st.form(f"{prefix}_form", enter_to_submit=True, border=False):
        first, second = st.columns([2, 1])
        first.text_input(
            w(NAME_FIELD),
            own.name if own else "",
            LONGEST_NAME,
            keys[NAME],
            placeholder=w(NAMELESS),
            autocomplete="off",
        )
        with first:
            _told(now, w(NAME_FIELD))
        with second:
            _field(now, BY_FIELD[BASE_YEAR], known, keys)
        _series(now, GDP.key, known, keys)
        for series, place in zip(OTHERS, st.columns(len(OTHERS)), strict=True):
            with place:
                _series(now, series, known, keys)
        _series(now, TARGET, known, keys)
        st.form_submit_button(w(N_("Open my county")), on_click=_take, args=(keys,), type="primary")
        if wrong := len({problem.where for problem in now.problems} & _labels(w)):
            st.html(_wrong(w(N_("To be corrected above: {count}. Nothing was changed."), count=wrong)))


def _series(now: State, series: str, known: dict[str, float], keys: dict[str, str]) -> None:
    """The fields of one indicator, or of the target: three in a row, but of those beside GDP below one another."""
    fields = [field for field in FIELDS if field.series == series]
    title = now.wording(BY_KEY[series].name if series in BY_KEY else N_("Target"))
    st.html(f"<p><b>{escape(title)}</b></p>")
    across = 1 if series in OTHERS else len(OTHERS)
    for start in range(0, len(fields), across):
        for place, field in zip(st.columns(across), fields[start : start + across], strict=False):
            with place:
                _field(now, field, known, keys)


def _field(now: State, field: Field, known: dict[str, float], keys: dict[str, str]) -> None:
    w = now.wording
    example = numbers_of(next(iter(packs().values()))).get(field.key)
    name = w(field.name)[:1].upper() + w(field.name)[1:]
    label = w(N_("{name}, {unit}"), name=name, unit=w.unit(field.unit)) if field.kind == "level" else name
    st.text_input(
        f"{label}{' *' if field.key in NEEDED else ''}",
        _shown(field, known[field.key], w) if field.key in known else "", 40, keys[field.key], autocomplete="off",
        placeholder="" if example is None else w(N_("e.g. {number}"), number=_shown(field, example, w)),
    )  # fmt: skip
    _told(now, named(field, w))


def _labels(w: Wording) -> set[str]:
    """What the fields of the form are called where something is wrong with them."""
    return {w(NAME_FIELD), *(named(field, w) for field in FIELDS)}


def _told(now: State, field: str) -> None:
    """What is wrong with a field, below it."""
    for problem in now.problems:
        if problem.where == field:
            st.html(_wrong(now.wording.shown(problem)))


def _wrong(said: str) -> str:
    """What is wrong, as it stands below a field."""
    return f'<p class="wrong" role="alert">{escape(said)}</p>'


def _template(now: State) -> None:
    """The template, and where it is given back."""
    w, like = now.wording, next(iter(packs().values()))
    said = (
        N_("Download the template, fill in the yellow cells and upload it here: the same as the form, for the file."),
        N_("At most {size} kB; no macros, no formulas, no links to other files. It is read and not kept."),
    )
    st.html(block(w(N_("Or from a file")), words(w(said[0]), w(said[1], size=LARGEST // 1000))))
    st.download_button(
        w(N_("Download the template (.xlsx)")), functools.partial(county_template.build, like, now.language),
        w(N_("county-template.xlsx")), XLSX, on_click="ignore", key=f"county_template_{now.language}",
    )  # fmt: skip
    data = {"words": w(N_("Upload the filled-in template …")), "largest": LARGEST}
    component(UPLOAD, HTML)(key=UPLOAD, data=data, on_file_change=_take_file, height="content")
    if wrong := answer.refused(now, UPLOAD):
        st.html(wrong)


def _take(keys: dict[str, str]) -> None:
    now = session.current()
    given = {name: str(st.session_state[key]) for name, key in keys.items()}
    try:
        county = read(now, given)
    except Refused as refusal:
        session.complain(refusal.problems)
        return
    enter(now, county)


def _take_file() -> None:
    """Opens what was uploaded; its bytes are kept nowhere."""
    given = str(st.session_state[UPLOAD].file or "")
    if given:
        upload(session.current(), given[: (LARGEST + 3) // 3 * 4])


def upload(now: State, text: str) -> None:
    """Opens the county of a workbook, whose bytes come in base 64; says what is wrong with it."""
    try:
        county = _uploaded(now, base64.b64decode(text, validate=True))
    except Refused as refusal:
        session.complain(refusal.problems, UPLOAD)
    except binascii.Error:
        session.complain((Problem.at(WORKBOOK, NOT_A_WORKBOOK),), UPLOAD)
    else:
        enter(now, county)


def _uploaded(now: State, data: bytes) -> County:
    """The county of a workbook. Raises `Refused` with a sentence for every cell that is wrong."""
    regions_of_data = packs().values()
    county = county_sheet.read(data, next(iter(regions_of_data)), now.wording).county
    if taken := official_name(county_sheet.cell(county_sheet.NAME), county.name, regions_of_data):
        raise Refused(taken)
    return county


def read(now: State, given: dict[str, str]) -> County:
    """The county that was typed. Raises `Refused` with a sentence for every field that is wrong."""
    w, numbers, name = now.wording, dict[str, float](), clean_name(given[NAME])
    problems = official_name(w(NAME_FIELD), name, packs().values())
    for field in FIELDS:
        if given[field.key].strip():
            try:
                numbers[field.key] = _number(given[field.key], field, w)
            except Refused as refusal:
                problems += refusal.problems
    bad = {problem.where for problem in problems}
    like, fields = next(iter(packs().values())), {key: given[key] for key in BY_FIELD}
    found = checked(name, numbers, like)
    for fault in found.faults:
        where = named(fault.field, w)
        said = fault.at(where, w, given[fault.field.key])
        problems += [] if where in bad else [hinted(said, fault, numbers, fields, like, w)]
    if problems or found.county is None:
        raise Refused(problems)
    return found.county


def enter(now: State, county: County) -> None:
    """Opens the county, as one step: its plan, but where the one on the page is edited, with what was moved on it."""
    after, own = county_text.made(county, next(iter(packs().values()))), county_text.of(now.pack)
    wishes.go("simulate")
    if own and own.base_year == county.base_year:
        change_pack(*regions.onto(after, now.pack))
    else:
        session.open_text(write(Work(plan(after)), after, now.language))
    rates = [field for field in FIELDS if field.kind == "rate" and field.key in county.known]
    said = (amounts.like_a_fraction(named(field, now.wording), plain(county.known[field.key])) for field in rates)
    if found := [note for note in said if note]:
        session.complain((*session.current().complaints, *found))


def _number(text: str, field: Field, w: Wording) -> float:
    """A level in the unit of the data, growth in per cent, or a year."""
    if field.kind == "level":
        return amounts.level(text, field.unit, named(field, w), w)
    return amounts.number(text, field.unit, named(field, w))


def _shown(field: Field, number: float, w: Wording) -> str:
    """The number as it is typed."""
    return plain(w.shifted(number, field.unit)) if field.kind == "level" else plain(number)
