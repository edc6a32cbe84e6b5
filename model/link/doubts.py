"""What may be meant otherwise than it was typed: growth in hundredths, a baseline outside its own range."""

from model.language import amounts
from model.language.problem import Problem
from model.language.rates import percent, plain
from model.language.words import N_
from model.progress.outcome_limits import where
from model.region.county import FIELDS
from model.scenario.lever import Slot
from model.scenario.levers import lever_key, levers
from model.scenario.scenario import Scenario, plan
from model.work.work import Work

RANGE: tuple[Slot, ...] = ("low", "base", "high")
UNSORTED = N_("is outside its own range (got {got}); low, central and high must ascend; the range was widened")


def doubts(work: Work) -> list[Problem]:
    """What can be, and may be meant otherwise."""
    return [*_unsorted(work.scenario), *_like_fractions(work)]


def _like_fractions(work: Work) -> list[Problem]:
    """Growth that may have been typed in hundredths, where it is not the plan's."""
    pack = work.pack
    usual, known = plan(pack), levers(pack)
    found = [
        (known[key].link_key, percent(value))
        for scenario in (work.scenario, *work.kept)
        for key, value in scenario.values
        if known[key].unit == "%" and value != usual[key]
    ]
    found += [(series, percent(rate)) for s in (work.scenario, *work.kept) for series, _, rate in s.overrides]
    found += [(where(outcome), plain(outcome.growth)) for outcome in pack.typed_outcomes if outcome.growth is not None]
    known_of_county = pack.county.known if pack.county else {}
    rates = (field.key for field in FIELDS if field.kind == "rate")
    found += [(f"region {key}", plain(known_of_county[key])) for key in rates if key in known_of_county]
    return [note for each in dict.fromkeys(found) if (note := amounts.like_a_fraction(*each))]


def _unsorted(scenario: Scenario) -> list[Problem]:
    """The baselines that do not lie in their own ranges, which are widened to hold them."""
    problems = []
    for indicator in scenario.pack.indicators:
        keys = [lever_key(indicator.key, slot) for slot in RANGE]
        ends = [scenario[key] for key in keys if key in levers(scenario.pack)]
        if len(ends) == len(keys) and ends != sorted(ends):
            problems.append(Problem.at(f"{indicator.key}0", UNSORTED, got=" ≤ ".join(map(plain, ends))))
    return problems
