"""GDP growth announced year by year beside its outcomes: what is known of a plan where there is no plan report."""

from model.indicators import GDP
from model.records import OWN_TARGET, Figure
from model.replan import TYPED
from model.uncertainty import misses
from model.words import N_
from views import header, outcomes
from views.actions import PAGE
from views.reached import RESULTS
from views.sheet import Button, Cell, Strong, block, table, words
from views.state import State
from views.words import notes

TITLE = N_("GDP growth targets beside outcomes")
NONE = N_("The data of this region hold no plan report.")
KNOWN = N_(
    "Of its plans they hold these targets of GDP growth, in real terms; those of other years are not known here."
)
SCORE = N_("Of {count} targets whose outcome is known, {met} were met.")


def html(now: State) -> str:
    """Every target of a year's growth, with its outcome where one is published, and where more is to be found."""
    w, own = now.reported, now.pack.own
    plan, _ = own.announced(GDP.key)
    figures = {figure.year: figure for figure in own.shown_growth(OWN_TARGET)}
    aims = [target for _, target in sorted((figures | {plan.year: plan}).items())]
    rows = [_row(now, target) for target in aims]
    heads = [
        w(text)
        for text in (
            N_("Year"),
            outcomes.aim([target.source for target in aims]),
            N_("Outcome"),
            N_("Result"),
            N_("Source, trust"),
        )
    ]
    known = [miss for miss in misses(own) if miss.series == GDP.key]
    score = w(SCORE, count=len(known), met=sum(miss.error >= 0 for miss in known)) if known else ""
    buttons = " ".join(Button(f"{PAGE}:{page}", w(header.PAGES[page])).html() for page in ("track", "method"))
    title = w(TITLE)
    return block(
        title, words(w(NONE), w(KNOWN), score), table(heads, rows, "", (1, 2), caption=title), f"<p>{buttons}</p>"
    )


def _row(now: State, target: Figure) -> list[Cell]:
    """A year's target, its outcome, and whether it was met."""
    w, outcome = now.reported, now.pack.own.published_growth(GDP.key, target.year)
    said = w.published(target.value, "%")
    if target.source == TYPED:
        said = w(N_("{target} ({name})"), target=said, name=w(N_("as typed")))
    source = w(N_("{source}, trust {trust}"), source=notes.placed(now, target), trust=target.trust)
    if outcome is None:
        return [str(target.year), said, "–", "–", source]
    apart = round(outcome.value - target.value, 9)
    result = w(N_("{result}: {by}"), result=w(RESULTS[apart >= 0]), by=w.points(apart / 100, 1))
    return [str(target.year), said, w.published(outcome.value, "%"), Strong(result), source]
