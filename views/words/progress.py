"""The plan's targets beside their results: what the page opens with."""

from collections.abc import Sequence
from dataclasses import dataclass

from model.language.wording import Wording
from model.language.words import N_
from model.progress.outcome_limits import announced
from model.progress.target_results import Track
from model.progress.tracking import series_results
from model.region.indicators import GDP, OBSERVED
from model.region.records import OWN_TARGET, Assessment, Figure, Goal, Met, Statement
from model.region.statements import ALL_OF, MET_OF
from views.state import State
from views.words import notes, outcomes

ALL_MET = N_("{met} of {known} main targets for {first} met")
AND_COUNTS = N_("{met} of {known} main targets for {first} met, and {counted} of the plan’s {all} indicators")
OPEN = N_("{count} main targets for {first}; no result is known yet")
YEARLY = N_("{met} of {known} growth targets met")
YEARLY_OPEN = N_("No GDP outcome entered yet")
NO_REPORT = N_("The data of this region hold no plan report, only these targets of real GDP growth.")
UNLISTED = {
    "yes": N_("Met too, without a target in the text of the plan report: {names} ({place})."),
    "no": N_("Missed too, without a target in the text of the plan report: {names} ({place})."),
}
TITLE = {True: N_("Main targets for {first}"), False: N_("GDP growth: targets and results")}
"""What the picture of the main targets is called, by whether there is a plan report."""
MET = N_("Indicators of the plan that were met")
BESIDE = N_("{count} targets for {first} beside results of {base}")
BY_STATUS = {"binding": N_("Binding: {met} of {all} met"), "expected": N_("Indicative: {met} of {all} met")}


@dataclass(frozen=True)
class Headline:
    """A target beside its result, in the unit that is written."""

    name: str
    unit: str
    before: float | None
    """The result of the year before; None where it is not counted alike or not known."""
    target: float | None
    actual: float | None
    met: bool | None
    said: str
    """Whether it was met, and by how much; or what is not known."""
    apart: str
    note: str = ""
    """What is to be known of the result."""


@dataclass(frozen=True)
class Count:
    """How many indicators of one status were met."""

    status: str
    met: int
    all: int
    said: str


def headlines(state: State) -> list[Headline]:
    """The main targets of the plan year; where there is no plan report, those of GDP growth, year by year."""
    return _of_report(state) if state.pack.statements else _by_year(state)


def _of_report(state: State) -> list[Headline]:
    own, known = state.pack.own, series_results(state.pack)
    goals = [(key, goal) for key, goal in announced(own).items() if goal.year == own.first_year]
    return [_headline(state, own.statements[key], goal, known.get(key)) for key, goal in goals]


def _headline(state: State, row: Statement, goal: Goal, track: Track | None) -> Headline:
    w, grows = state.reported, goal.kind == "growth"
    before = row.result_growth if grows else row.result if row.comparable == "yes" else None
    actual = None if track is None else track.growth if grows else track.level
    name = w(OBSERVED[goal.indicator].short)
    if goal.indicator == GDP.key:
        name = w(N_("{name} (real)"), name=name)
    met = None if track is None else track.met
    by = outcomes.apart(w, track) if track else ""
    unit = "%" if grows else w.unit(goal.unit)
    before, target, actual = (
        each if grows or each is None else float(w.shifted(each, goal.unit)) for each in (before, goal.value, actual)
    )
    note = w.either(track.figure.note_zh, track.figure.note_en) if track and track.figure else ""
    return Headline(name, unit, before, target, actual, met, _result(w, met, by), by, note)


def _by_year(state: State) -> list[Headline]:
    """The growth of every year from the first target to the last, with its target and outcome, where they are known."""
    w, own = state.reported, state.pack.own
    plan, _ = own.announced(GDP.key)
    aims: dict[int, Figure] = {figure.year: figure for figure in own.shown_growth(OWN_TARGET)} | {plan.year: plan}
    found = []
    for year in range(min(aims), max(aims) + 1):
        known = aims.get(year), own.published_growth(GDP.key, year)
        target, actual = (figure.value if figure else None for figure in known)
        met, by = None, ""
        if target is not None and actual is not None:
            apart = round(actual - target, 9)
            met, by = apart >= 0, w.points(apart / 100, 1)
        said = w(N_("no target in the data")) if target is None else _result(w, met, by)
        found.append(Headline(str(year), "%", None, target, actual, met, said, by))
    return found


def _result(w: Wording, met: bool | None, by: str) -> str:
    return w(N_("no result yet")) if met is None else w(N_("{result} {by}"), result=w(outcomes.RESULTS[met]), by=by)


def counts(state: State) -> list[Count]:
    """The official counts of the indicators that were met, by status."""
    w, pack, found = state.reported, state.pack.own, []
    counted = {each.indicator: each for each in pack.met}
    for status, key in ALL_OF.items():
        if key in counted and key in pack.statements:
            met, every = int(counted[key].value), int(pack.statements[key].target or 0)
            found.append(Count(status, met, every, w(BY_STATUS[status], met=met, all=every)))
    return found


def title(state: State) -> str:
    """What the picture of the main targets is called."""
    return state.reported(TITLE[bool(state.pack.statements)])


def legend(state: State, unit: str = "%") -> list[str]:
    """What its marks mean, each after its sign, and what is measured: of targets in another unit, nothing more."""
    w = state.reported
    if not state.pack.statements:
        aim = w(N_("Growth entered") if state.pack.county else N_("Target"))
        return [f"▎{aim}", f"● {w(N_('Result'))}", w(N_("real growth, %"))]
    marks = [f"▎{w(N_('{first} target'))}", f"● {w(N_('{first} result'))}", f"○ {w(N_('{base} result'))}"]
    return [*marks, *[w(N_("growth on the year before, %; GDP real, the others nominal"))] * (unit == "%")]


def finding(state: State) -> str:
    """The heading."""
    w, some, official = state.reported, headlines(state), counts(state)
    known = [each.met for each in some if each.met is not None]
    if not state.pack.statements:
        return w(YEARLY, met=sum(known), known=len(known)) if known else w(YEARLY_OPEN)
    if not known:
        return w(OPEN, count=len(some))
    message = AND_COUNTS if official else ALL_MET
    totals = {"counted": sum(each.met for each in official), "all": sum(each.all for each in official)}
    return w(message, met=sum(known), known=len(known), **totals)


def second(state: State) -> str:
    """Which of them were met, and by how much the others were missed."""
    w = state.reported
    if state.pack.county:
        typed = state.pack.own.announced(GDP.key)[0]
        return w(N_("Growth entered for {year}: {rate}."), year=typed.year, rate=w.published(typed.value, "%"))
    if not state.pack.statements:
        return w(NO_REPORT)
    met = [each.name for each in headlines(state) if each.met]
    missed = [w(N_("{name} ({by})"), name=each.name, by=each.apart) for each in headlines(state) if each.met is False]
    said = [w(N_("Met: {names}."), names=w.enumeration(met)) if met else ""]
    said.append(w(N_("Missed: {names}."), names=w.enumeration(missed)) if missed else "")
    return w.flow(said)


def cautions(state: State) -> str:
    """What is to be known of the results."""
    w = state.reported
    return w.flow(w(outcomes.NOTED, name=each.name, note=each.note) for each in headlines(state) if each.note)


def counted_by(state: State) -> str:
    """Who counted, and how it was the year before."""
    w, pack = state.reported, state.pack.own
    said = [w(N_("As counted in {place}."), place=_place(state, pack.met[0]))] if counts(state) else []
    before, every = (pack.statements.get(key) for key in MET_OF)
    if before and every and before.result is not None and every.result is not None:
        met, all_ = (w.number(each, 0) for each in (before.result, every.result))
        said.append(w(N_("Of the plan for {base}: {met} of {all} ({places})."), met=met, all=all_,
                      places=_place(state, before)))  # fmt: skip
    return w.flow(said)


def unlisted(state: State) -> str:
    """What a later report says of indicators for which the text of the plan report has no target."""
    w, said = state.reported, []
    for met, message in UNLISTED.items():
        some = [each for each in state.pack.own.assessed if not each.row and each.met == met]
        if some:
            said.append(w(message, names=_names(w, some), place=_place(state, some[0])))
    return w.flow(said)


def _names(w: Wording, some: Sequence[Assessment]) -> str:
    return w.enumeration(w.either(each.name_zh, each.name_en) for each in some)


def _place(state: State, each: Met | Statement | Assessment) -> str:
    return notes.at(state, each.source, each.locator)
