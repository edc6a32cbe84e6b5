"""What the model cannot say, in plain words."""

from model.indicators import GDP
from model.words import N_
from views.sheet import listed
from views.state import State

LIMITS = (
    N_(
        "It does not forecast. It says what follows from growth rates that somebody assumes, not which will come, nor "
        "how likely the assumptions are."
    ),
    N_(
        "It knows no cause and effect: no policy, project or budget enters it. Linkage passes growth on by "
        "coefficients that the reader sets; no data of the county stand behind them."
    ),
    N_(
        "Indicators grow beside each other. Unless linkage is on, investment does not feed GDP, nor GDP income; "
        "population, land, debt and the environment set no limits."
    ),
    N_(
        "No GDP deflator of the county is in the data. Zero is an assumption; the municipality's deflator "
        "is shown for comparison and need not be the county's."
    ),
    N_(
        "The band of uncertainty is a lower bound: its errors were measured on provinces, and a county varies more "
        "than a province. It is symmetric in logs, though past misses are skewed downward."
    ),
    N_(
        "Only GDP has a band. Investment, retail sales and income have none, and the deflator has no error of its own "
        "within it."
    ),
    N_(
        "It works in whole years: no months or quarters, no season, no reading of a year to date. The fractional year "
        "in which a target is reached assumes even growth within the year."
    ),
    N_(
        "Figures stay as they were when their source was published. Later revisions, changes of boundary or of "
        "statistical coverage are not followed unless they stand in the data."
    ),
    N_(
        "Growth of investment is published on a comparable base: a level that is worked out from it can be off by "
        "several per cent."
    ),
    N_(
        "What has been observed informs and sets no limits: a rate that was never reached may be reached, and one that "
        "was reached may not come again."
    ),
)
DERIVED = N_(
    "The {base} GDP was never printed: it is derived from the level of {first} and its published real growth, as if "
    "prices had not changed. The verdict can hang on it."
)
VINTAGES = N_(
    "Whether the county's figures contain the Fifth National Economic Census is not published, and neither is the "
    "size of the county's own revision: the vintages offered apply the national one."
)
SECTORS = N_("The sectors' shares are those of {year}, the last published, and are held; they shift in truth.")


def html(now: State) -> str:
    """The list, with what is true of this region only."""
    w = now.wording
    return listed([*_of_region(now), *map(w, LIMITS)])


def _of_region(now: State) -> list[str]:
    w, pack, said = now.wording, now.pack, []
    if pack.baselines[GDP.key].source == "derived":
        said.append(w(DERIVED))
    if len(pack.vintages) > 1:
        said.append(w(VINTAGES))
    if pack.sectors:
        said.append(w(SECTORS, year=pack.sectors[0].year))
    return said
