"""What the tests of downloads share: states to take away."""

from datetime import date

from a_visit import PLAN, showing

from model.economics import presets
from model.link.link import read
from model.region.loader import packs
from model.work.history import History
from views.downloads.about import Occasion
from views.state import Moment, State

PAGE = "http://plan.example/"
DAY = date(2026, 11, 25)
LONG_ZH = "保底情景：投资不低于百分之十、消费不低于百分之六、价格不变且推后两年达标的稳妥方案"[:40]
LONG_EN = "Whatever “happens” <b>&amp;=1+1</b> 🌱 Woww"[:40]
KEPT = (
    PLAN.set(gdp_later=0.09).rename(LONG_ZH),
    PLAN.set(gdp_later=0.04, fai_later=0.2).rename(LONG_EN),
    PLAN.set(gdp_base=391.0).rename("=1+1"),
    PLAN.set(income_later=0.02, retail_later=-0.05).rename("twin"),
)
FULL = tuple(kept.rename(number + LONG_ZH[1:]) for number, kept in zip("甲乙丙丁", KEPT, strict=True))
GROWING = ("gdp_first", "gdp_later", "deflator_later", "fai_later", "retail_later", "income_later")
HELD = dict.fromkeys(range(2024, 2036), 0.051234)
STATES = {
    "plan": {},
    "changed": {"scenario": PLAN.set(gdp_later=0.08, fai_first=0.2).by_hand("gdp", 2026, 0.05)},
    "four kept": {"scenario": PLAN.set(gdp_later=0.07).rename("a"), "kept": KEPT, "reference": 2},
    "no range": {"scenario": PLAN.set(gdp_low=386.0, gdp_high=386.0).rename(LONG_EN)},
    "2035": {"scenario": presets.apply("city", PLAN.set(target_year=2035.0, target_level=900.0))},
    "plan year": {"scenario": PLAN.set(target_year=2024.0)},
    "much": {
        "scenario": PLAN.set(gdp_base=396.4, gdp_low=390.3, gdp_high=401.6).set(
            fai_later=0.25, deflator_first=-0.011234,
            deflator_later=0.012345, target_year=2031.0, horizon=2035.0, target_level=777.7777, gdp_first=0.0712345,
            retail_first=0.01, retail_later=0.26, income_later=0.012345,
        ).with_years("gdp", {2026: 0.0598765, 2029: 0.08}, (2029,)).rename(LONG_ZH),
        "kept": FULL, "reference": 1,
    },
    "highest": {
        "scenario": PLAN.set(
            **dict.fromkeys(GROWING, 0.3), gdp_base=3860.0, gdp_high=3860.0, target_level=38600.0,
            target_year=2032.0, horizon=2035.0,
        )
    },
    "close together": {
        "scenario": PLAN.set(gdp_later=0.0751, fai_later=0.1201).rename("a"),
        "kept": tuple(PLAN.set(gdp_later=0.0751 + n / 10_000).rename("bcde"[n]) for n in range(4)),
    },
    "lowest": {
        "scenario": PLAN.set(
            **dict.fromkeys(GROWING, -0.1), gdp_base=39.0, gdp_low=39.0, gdp_high=40.0, target_level=1.0,
            horizon=2035.0,
        )
    },
    "far target": {"scenario": PLAN.set(target_level=5000.0, target_year=2026.0)},
    "by hand": {"scenario": PLAN.set(target_year=2035.0).with_years("gdp", HELD, (2025,))},
}  # fmt: skip


def occasion(state="plan", language="en", page=PAGE, **others):
    """One of the states, taken away."""
    return Occasion(showing(**{"language": language, **STATES[state], **others}), page, DAY)


def opened(link, language="en"):
    """What a link shows, taken away."""
    found = read(link, packs())
    return Occasion(State(History(Moment(found.work, language, found)), ()), PAGE, DAY)
