"""What has been observed, from the region's figures alone: growth, its best stretch, the city's pace, ratios to GDP."""

from model.language.rates import rate
from model.region.indicators import GDP
from model.region.pack import Pack
from model.region.records import MUNICIPALITY_GDP, Figure

STRETCH = 5
"""Years of the best stretch of the past."""
CITY_YEARS = 3
"""Years of the municipality's mean real growth."""


def past_growth(pack: Pack) -> dict[int, float]:
    """GDP's own nominal growth by year [fraction], between neighbouring years that may both be shown.

    A level that was derived from growth says nothing about growth.
    """
    levels = {f.year: f.value for f in pack.shown_history(GDP.key) if f.source != "derived"}
    return {year: level / levels[year - 1] - 1 for year, level in levels.items() if year - 1 in levels}


def best_stretch(pack: Pack) -> tuple[float, int, int] | None:
    """The highest average nominal growth [fraction a year] over five years without a gap, and the years of its ends."""
    levels = {f.year: f.value for f in pack.shown_history(GDP.key)}
    whole = [year for year in levels if all(year - back in levels for back in range(STRETCH + 1))]
    found = [((levels[year] / levels[year - STRETCH]) ** (1 / STRETCH) - 1, year - STRETCH, year) for year in whole]
    return max(found, default=None)


def latest_growth(pack: Pack) -> tuple[Figure, ...]:
    """GDP's own real growth in the last two years for which it was published [per cent], by year."""
    return tuple(sorted(pack.own.shown_growth(GDP.key), key=lambda figure: figure.year)[-2:])


def city_latest(pack: Pack) -> tuple[Figure, ...]:
    """The municipality's real growth in the last years known, by year; nothing unless so many follow one another."""
    known = sorted((f for f in pack.growth if f.indicator == MUNICIPALITY_GDP), key=lambda figure: figure.year)
    last = tuple(known[-CITY_YEARS:])
    return last if len(last) == CITY_YEARS and last[-1].year - last[0].year == CITY_YEARS - 1 else ()


def city_pace(pack: Pack) -> float | None:
    """The municipality's mean real growth over the last years known [fraction a year]."""
    last = city_latest(pack)
    return rate(round(sum(figure.value for figure in last) / CITY_YEARS, 6)) if last else None


def ratios(series: str, pack: Pack) -> dict[int, float]:
    """The series over GDP by year [fraction], since its definition last changed: history, baselines, outcomes."""
    known: list[tuple[Figure, ...]] = [pack.history, tuple(pack.baselines.values()), pack.outcomes]
    levels = {(f.indicator, f.year): f.value for some in known for f in some if f.trust != "D"}
    since = max(pack.region.breaks.get(series, ()), default=0)
    return {year: value / levels[GDP.key, year] for (key, year), value in levels.items()
            if key == series and year >= since and (GDP.key, year) in levels}  # fmt: skip
