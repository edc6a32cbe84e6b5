"""Under the verdict: what differs from the reference, each with a way back, and the scenarios that are kept."""

from html import escape

from model.differences import differences
from model.indicators import GDP
from model.verdict import judge
from model.vintages import effects, recognise
from model.words import N_
from views import changes
from views.actions import KEEP, OPEN, PAGE, RESET, REVERT, VINTAGE
from views.sheet import Button
from views.state import State
from views.verdict import needed_later

TO_PLAN, TO_OPENED = "plan", "opened"
PLAN = N_("the plan")


def html(now: State) -> str:
    """The strip as HTML; everything a visitor typed is escaped."""
    return f'<section class="strip">{_changes(now)}{_kept(now)}{vintages(now)}</section>'


def reference_name(now: State) -> str:
    """What the reference is called."""
    place = now.work.reference
    return now.wording(N_("“{name}”"), name=name_of(now, place)) if place else name_of(now, place)


def name_of(now: State, place: int) -> str:
    """What the plan (0) or the nth kept scenario is called."""
    return now.work.kept[place - 1].name if place else now.wording(PLAN)


def _changes(now: State) -> str:
    """Every assumption that differs, with its old and new value and a button that brings the old one back."""
    w, found = now.wording, differences(now.scenario, now.reference, now.pack)
    said = N_("Changed from {reference}:") if found else N_("Nothing differs from {reference}.")
    items = []
    for each in found:
        name, (old, new) = changes.name(now, each), changes.pair(now, each)
        title = w(N_("{name}: back to {value}"), name=name, value=old)
        back = Button(f"{REVERT}:{each.key}", "↩", title).html()
        items.append(f"<span>{escape(name)} <s>{escape(old)}</s> → <b>{escape(new)}</b> {back}</span>")
    resets = []
    if now.scenario.rename("") != now.work.nth(now.pack, 0):
        resets.append(Button(f"{RESET}:{TO_PLAN}", w(N_("Reset to the plan"))))
    if now.scenario != now.opened.scenario:
        title = w(N_("Back to the scenario as its link or file was opened"))
        resets.append(Button(f"{RESET}:{TO_OPENED}", w(N_("Reset to as opened")), title))
    return f"<p>{escape(w(said, reference=reference_name(now)))} {' '.join(items)} {_buttons(resets)}</p>"


def _kept(now: State) -> str:
    """The plan and the kept scenarios, each to be put on the page, and a button that keeps what is on it."""
    w, work = now.wording, now.work
    title = N_("Put {name} on the page")
    names = [name_of(now, place) for place in range(len(work.kept) + 1)]
    here = now.scenario == work.nth(now.pack, 0)
    places = [
        Button(f"{OPEN}:{place}", name, w(title, name=name), here if not place else work.at == place)
        for place, name in enumerate(names)
    ]
    if work.at is None and not here:
        places.append(Button(KEEP, w(N_("+ Keep this one")), w(N_("Keep the scenario on the page beside the others"))))
    places.append(Button(f"{PAGE}:compare", w(N_("Compare"))))
    return f"<p>{escape(w(N_('Scenarios:')))} {_buttons(places)}</p>"


def vintages(now: State) -> str:
    """The readings of the baseline, each with the growth it would take, and buttons that take one."""
    w, pack, chosen = now.wording, now.pack, recognise(now.scenario, now.pack)
    buttons = []
    for effect in effects(now.scenario, pack):
        name = w.either(effect.vintage.name_zh, effect.vintage.name_en)
        level, needed = w.exactly(effect.baseline, GDP.unit), needed_later(now, effect.required_later)
        said = w(N_("{name} {level}: {rate}"), name=name, level=level, rate=needed)
        note = w.either(effect.vintage.note_zh, effect.vintage.note_en)
        buttons.append(Button(f"{VINTAGE}:{effect.key}", said, note, effect.key == chosen))
    own = "" if chosen else w(N_("typed {level}: {rate}"), level=w.exactly(now.scenario["gdp_base"], GDP.unit),
                              rate=needed_later(now, judge(now.scenario, pack).required_later))  # fmt: skip
    title = w(N_("{base} GDP by vintage, {unit}, and growth needed from {later}:"), unit=w.unit(GDP.unit))
    return f'<p class="vintages">{escape(title)} {_buttons(buttons)} <b>{escape(own)}</b></p>'


def _buttons(buttons: list[Button]) -> str:
    return " ".join(button.html() for button in buttons)
