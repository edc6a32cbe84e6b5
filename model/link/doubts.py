"""What may be meant otherwise than it was typed: growth in hundredths, a baseline outside its own range."""

from collections.abc import Mapping

from model.language import amounts
from model.language.problem import Problem
from model.language.rates import percent, plain
from model.language.words import N_
from model.progress.outcome_limits import where
from model.region.county import FIELDS
from model.region.indicators import BY_KEY
from model.scenario.levers import levers
from model.scenario.scenario import plan
from model.work.work import Work

UNSORTED = N_("does not lie in its range (got {got}); low, central and high ascend; the range was widened")


def like_fractions(work: Work) -> list[Problem]:
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


def unsorted(values: Mapping[str, float]) -> list[Problem]:
    """The baselines that do not lie in their own ranges, which are widened to hold them."""
    problems = []
    for key in BY_KEY:
        ends = [values.get(f"{key}_{place}") for place in ("low", "base", "high")]
        given = [end for end in ends if end is not None]
        if len(given) == len(ends) and given != sorted(given):
            problems.append(Problem.at(f"{key}0", UNSORTED, got=" ≤ ".join(map(plain, given))))
    return problems
