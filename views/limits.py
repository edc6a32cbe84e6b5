"""What the model cannot say, in plain words."""

from model.indicators import GDP
from model.levers import INVESTMENT
from model.records import MUNICIPALITY_DEFLATOR, OWN_DEFLATOR
from model.replan import DERIVED as WORKED_OUT
from model.words import N_
from views.sheet import listed
from views.state import State
from views.words import notes

LIMITS = (
    N_(
        "It does not forecast. It says what follows from growth rates that somebody assumes, not which will come, nor "
        "how likely the assumptions are."
    ),
    N_(
        "It knows no cause and effect: no policy, project or budget enters it. Indicators grow beside each other: "
        "investment does not feed GDP, nor GDP income, because no source gives the coefficients. Population, land, "
        "debt and the environment set no limits."
    ),
    N_(
        "It does not know how prices will change: that they stay as they are, with which it opens, is an assumption, "
        "and the verdict can hang on it."
    ),
    N_("Only GDP has a band: no other indicator has one, and the deflator has no error of its own within it."),
    N_(
        "It projects whole years: no months or quarters, no season. A part of a year that is typed is held "
        "against an even pace only."
    ),
    N_(
        "Figures stay as they were when their source was published. Later revisions, changes of boundary or of "
        "statistical coverage are not followed unless they stand in the data."
    ),
    N_(
        "What has been observed informs and sets no limits: a rate that was never reached may be reached, and one that "
        "was reached may not come again."
    ),
)
BAND = {
    "county": N_(
        "The band of uncertainty is a lower bound: its errors were measured on provinces, and a county varies more "
        "than a province. It is symmetric in logs, though past misses are skewed downward."
    ),
    "municipality": N_(
        "The errors of the band of uncertainty were measured on all provincial units, of which this municipality is "
        "one: its own may be larger or smaller. The band is symmetric in logs, though past misses are skewed downward."
    ),
}
"""By what the region is."""
DERIVED = N_(
    "The {base} GDP was never printed: it is derived from the level of {first} and its published real growth, as if "
    "prices had not changed. The verdict can hang on it."
)
VINTAGES = N_(
    "There is more than one reading of GDP in {base}, {names}: levels of different vintages do not compare, and growth "
    "from one to another holds the revision too."
)
REVISIONS = N_(
    "Whether the region's figures contain a revision by an economic census is not published, nor the size of its own: "
    "{names} apply that of another ({source})."
)
INVESTED = N_(
    "Growth of investment is published on a comparable base: a level that is worked out from it can be off by several "
    "per cent. Its scope changes too, and too few years are known: investment is not set beside GDP."
)
KEY_PROJECTS = "key_projects_investment"
"""The statement, where a report has it, on investment in key projects."""
SCOPES = N_("In {base} key projects alone came to {projects}, all investment as derived to {all}: the scopes differ.")
OWN_PRICES = N_(
    "The region's own GDP deflator is in the data for {years}: its past is shown for comparison, and need not go on."
)
OTHER_PRICES = N_(
    "No GDP deflator of the county is in the data: the municipality's is shown for comparison and need not be the "
    "county's."
)
NO_PRICES = N_("No GDP deflator is in the data, of the region or of what it belongs to.")
SECTORS = N_("The sectors' shares are those of {year}, the last published, and are held; they shift in truth.")


def html(now: State) -> str:
    """The list, with what is true of this region only."""
    return listed([*_of_region(now), *map(now.wording, LIMITS)])


def _of_region(now: State) -> list[str]:
    w, pack = now.wording, now.pack
    said = [w(BAND[pack.region.kind])]
    if pack.baselines[GDP.key].source == WORKED_OUT and not pack.replanned:
        said.append(w(DERIVED))
    said += [*_on_vintages(now), _on_prices(now)]
    if INVESTMENT in pack.baselines:
        said.append(w(INVESTED))
        projects, whole = pack.own.statements.get(KEY_PROJECTS), pack.own.baselines[INVESTMENT]
        if projects and projects.result:
            levels = (w.level(level, whole.unit) for level in (projects.result, whole.value))
            said.append(now.reported(SCOPES, **dict(zip(("projects", "all"), levels, strict=True))))
    if pack.sectors:
        said.append(w(SECTORS, year=pack.sectors[0].year))
    return said


def _on_vintages(now: State) -> list[str]:
    """What does not follow from the readings of GDP's baseline, where there are several."""
    w, vintages = now.wording, now.pack.vintages.values()
    if len(vintages) < 2:
        return []
    revised = [each for each in vintages if each.trust == "C" and each.source != WORKED_OUT]
    names, applied = ([w.either(each.name_zh, each.name_en) for each in some] for some in (vintages, revised))
    said = [w(VINTAGES, names=w.listing(names))]
    if revised:
        said.append(w(REVISIONS, names=w.listing(applied), source=notes.title(now, revised[0].source)))
    return said


def _on_prices(now: State) -> str:
    """Whose deflator is in the data."""
    w = now.wording
    known = {key: now.pack.shown_growth(key) for key in (OWN_DEFLATOR, MUNICIPALITY_DEFLATOR)}
    if own := known[OWN_DEFLATOR]:
        return w(OWN_PRICES, years=w.years([figure.year for figure in own]))
    return w(OTHER_PRICES if known[MUNICIPALITY_DEFLATOR] else NO_PRICES)
