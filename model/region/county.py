"""The pack of figures that a county of one's own makes."""

import functools
from types import MappingProxyType

from model.language.wording import LOCALES
from model.language.words import N_
from model.region.indicators import GDP, Indicator
from model.region.key import OWN, County, RegionKey
from model.region.pack import CACHED_PACKS, Pack
from model.region.records import FIVE_YEAR_PLAN, PLAN, Baseline, Goal, Region
from model.region.unpublished import TYPED, translated, typed_figure, typed_source

TARGET, TARGET_YEAR = "target", "target_year"
NAMELESS = N_("My own county")


@functools.lru_cache(maxsize=CACHED_PACKS)
def county_pack(county: County, like: Pack) -> Pack:
    """The county's figures, with the calibration, and its sources, of another pack."""
    baselines = {indicator.key: _baseline(indicator, county) for indicator in county.indicators}
    goals = {PLAN[indicator.key]: _growth(indicator, county) for indicator in county.indicators}
    if f"{GDP.key}_later" in county.known:
        goals[FIVE_YEAR_PLAN] = _later(county)
    goals[TARGET] = _target(county)
    names = {f"name_{language}": county.name for language in LOCALES} if county.name else _names(NAMELESS)
    cited = {figure.source for figure in like.calibration.values()}
    return Pack(
        key=RegionKey(OWN, county),
        region=Region(**names, base_year=county.base_year, target=TARGET),
        baselines=MappingProxyType(baselines),
        history=(),
        outcomes=(),
        growth=(),
        goals=MappingProxyType(goals),
        calibration=like.calibration,
        sources=MappingProxyType(
            {TYPED: typed_source(), **{key: source for key, source in like.sources.items() if key in cited}}
        ),
        statements=MappingProxyType({}),
        tallies=MappingProxyType({}),
    )


def _baseline(indicator: Indicator, county: County) -> Baseline:
    known, key = county.known, indicator.key
    figure = typed_figure(key, county.base_year, known[key], indicator.unit)
    return Baseline(**figure.model_dump(), low=known.get(f"{key}_low"), high=known.get(f"{key}_high"))


def _growth(indicator: Indicator, county: County) -> Goal:
    """The growth announced for the first year."""
    value, year = county.known[f"{indicator.key}_first"], county.base_year + 1
    names = _names(N_("{year} target"), year=year)
    return _goal(PLAN[indicator.key], indicator, "growth", value, year, names)


def _later(county: County) -> Goal:
    """GDP's growth announced for the years after the first."""
    value, names = county.known[f"{GDP.key}_later"], _names(N_("five-year plan"))
    return _goal(FIVE_YEAR_PLAN, GDP, "growth", value, county.base_year + 2, names)


def _target(county: County) -> Goal:
    level, year = county.known[TARGET], int(county.known[TARGET_YEAR])
    return _goal(TARGET, GDP, "level", level, year, _names(N_("own target")))


def _goal(key: str, indicator: Indicator, kind: str, value: float, year: int, names: dict[str, str]) -> Goal:
    measure = (indicator.unit, "current") if kind == "level" else ("%", indicator.growth_basis)
    return Goal(**typed_figure(indicator.key, year, value, *measure).model_dump(), key=key, kind=kind, **names)


def _names(message: str, **values: object) -> dict[str, str]:
    """The message in both languages."""
    return {f"name_{language}": translated(language, message, **values) for language in LOCALES}
