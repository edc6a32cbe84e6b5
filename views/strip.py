"""Under the verdict: what differs from the reference, each with a way back, and the scenarios that are kept."""

from html import escape

from model.words import N_
from model.work import MOST_KEPT
from views import changes
from views.actions import KEEP, OPEN, PAGE, PUT, RENAME, RESET, TO_OPENED, TO_PLAN, proposed
from views.sheet import Button
from views.state import State

PLAN = N_("the plan")


def html(now: State) -> str:
    """The strip as HTML; everything a visitor typed is escaped."""
    return f'<section class="strip">{_changes(now)}{_kept(now)}</section>'


def reference_name(now: State) -> str:
    """What the reference is called."""
    place = now.work.reference
    return now.wording(N_("“{name}”"), name=name_of(now, place)) if place else name_of(now, place)


def name_of(now: State, place: int) -> str:
    """What the plan (0) or the nth kept scenario is called."""
    return now.work.name(place) or now.wording(PLAN)


def _changes(now: State) -> str:
    """Every assumption that differs, with its old and new value and a button that brings the old one back."""
    w, found = now.wording, changes.items(now, now.scenario, now.reference)
    said = N_("Changed from {reference}:") if found else N_("Nothing differs from {reference}.")
    items = [_change(now, each) for each in found]
    resets = []
    if now.scenario != now.work.nth(now.pack, 0):
        resets.append(Button(f"{RESET}:{TO_PLAN}", w(N_("Reset to the plan"))))
    opened = now.opened.scenario
    if now.scenario != opened and now.scenario.region == opened.region:
        title = w(N_("Back to the scenario as its link or file was opened"))
        resets.append(Button(f"{RESET}:{TO_OPENED}", w(N_("Reset to as opened")), title))
    return f"<p>{escape(w(said, reference=reference_name(now)))} {' '.join(items)} {_buttons(resets)}</p>"


def _change(now: State, item: changes.Item) -> str:
    title = now.wording(N_("{name}: back to {value}"), name=item.name, value=item.old)
    name, old, new = (escape(text) for text in (item.name, item.old, item.new))
    return f"<span>{name} <s>{old}</s> → <b>{new}</b> {Button(item.back, '↩', title).html()}</span>"


def _kept(now: State) -> str:
    """The plan and the kept scenarios, each to be put on the page, and a button that keeps what is on it."""
    w, work = now.wording, now.work
    title = N_("Put {name} on the page")
    here = now.scenario == work.nth(now.pack, 0)
    places = []
    for place in range(len(work.kept) + 1):
        name, shown = name_of(now, place), here if not place else work.at == place
        places.append(Button(f"{OPEN}:{work.name(place)}", name, w(title, name=name), shown))
        if place and shown:
            places.append(renaming(now, place))
    if changed := work.at is None and not here:
        places += keeping(now)
    places.append(Button(f"{PAGE}:compare", w(N_("Compare"))))
    hint = N_("Move a lever, then keep what you see: up to {most} scenarios stand here and side by side.")
    full = N_("All {most} are taken: update or delete one to keep another.")
    said = hint if here and not work.kept else full if changed and len(work.kept) == MOST_KEPT else ""
    words = f"<small>{escape(w(said, most=MOST_KEPT))}</small>" if said else ""
    return f"<p>{escape(w(N_('Scenarios:')))} {_buttons(places)} {words}</p>"


def keeping(now: State) -> list[Button]:
    """What keeps the scenario on the page: in place of the one it comes from, or as one more where there is room."""
    w, work, found = now.wording, now.work, []
    if place := work.origin:
        said, title = w(N_("Update “{name}”"), name=name_of(now, place)), w(N_("Keep what is on the page in its place"))
        found.append(Button(f"{PUT}:{work.name(place)}", said, title))
    if len(work.kept) < MOST_KEPT:
        title = w(N_("Keep the scenario on the page beside the others"))
        found.append(Button(f"{KEEP}:", w(N_("+ Keep this one")), title, name=proposed(now)))
    return found


def renaming(now: State, place: int) -> Button:
    """What gives a kept scenario another name."""
    w, name = now.wording, name_of(now, place)
    return Button(f"{RENAME}:{name}", "✎", w(N_("Another name for {name}"), name=name), name=name)


def _buttons(buttons: list[Button]) -> str:
    return " ".join(button.html() for button in buttons)
