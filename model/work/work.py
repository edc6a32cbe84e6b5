"""All that a link carries: the scenario on the page, those saved, the reference, the view."""

from dataclasses import dataclass, replace

from model.language.names import LONGEST_NAME, clean_name
from model.language.problem import Problem, Refused
from model.language.words import N_
from model.progress import report_rows
from model.progress.carry import carried
from model.region.pack import Pack
from model.scenario.levers import series_of
from model.scenario.scenario import Scenario, plan
from model.work.view import USUAL, View

MOST_KEPT = 4
FULL = N_("has room for {allowed} saved scenarios (got one more); delete one first; nothing was changed")
OTHER_REGION = N_(
    "has another region, base year or outcomes (got {got}); only scenarios of {allowed} can be saved here; open "
    "it instead"
)
KEPT = N_("Scenarios")


@dataclass(frozen=True)
class Work:
    """What a visitor works on. Saved scenarios have names of their own and stay as they were when they were saved."""

    scenario: Scenario
    kept: tuple[Scenario, ...] = ()
    reference: int = 0
    """What others are compared with: 0 is the plan, n the nth kept scenario."""
    view: View = USUAL

    @property
    def pack(self) -> Pack:
        """The region's figures, those of every scenario."""
        return self.scenario.pack

    def nth(self, place: int) -> Scenario:
        """The plan (0), or the nth kept scenario."""
        return self.kept[place - 1] if place else plan(self.pack)

    def name(self, place: int) -> str:
        """What the nth kept scenario is called; the plan (0) has no name."""
        return self.kept[place - 1].name if place else ""

    def compared(self) -> tuple[Scenario, ...]:
        """The plan, the kept scenarios, and the one on the page where it is none of them."""
        known = (plan(self.pack), *self.kept)
        return known if self.scenario in known else (*known, self.scenario)

    @property
    def at(self) -> int | None:
        """Which kept scenario the one on the page is; None where it is none."""
        return self.kept.index(self.scenario) + 1 if self.scenario in self.kept else None

    @property
    def changed_from(self) -> int | None:
        """Which kept scenario the one on the page has the name of without being it; None where it is none."""
        names = [kept.name for kept in self.kept]
        return names.index(self.scenario.name) + 1 if self.at is None and self.scenario.name in names else None

    def call(self, name: str) -> "Work":
        """With the scenario on the page under another name, also where it is kept."""
        return self.rename(self.at, name) if self.at else replace(self, scenario=self.scenario.rename(name))

    def keep(self, name: str, note: str = "") -> "Work":
        """With the scenario on the page saved, under that name. Raises `Refused` where there is no room."""
        return self.add(self.scenario.rename(name).annotate(note), on_page=True)

    def add(self, scenario: Scenario, on_page: bool = False) -> "Work":
        """With one more scenario kept. Raises `Refused` where there is no room or it is of another region."""
        if len(self.kept) == MOST_KEPT:
            raise Refused([Problem.at(KEPT, FULL, allowed=MOST_KEPT)])
        if scenario.pack != self.pack:
            got, here = (f"{each.region} {each.pack.base_year}" for each in (scenario, self.scenario))
            raise Refused([Problem.at(KEPT, OTHER_REGION, got=got, allowed=here)])
        named = scenario.rename(self._free(scenario.name, ()))
        return replace(self, kept=(*self.kept, named), scenario=named if on_page else self.scenario)

    def add_all(self, other: "Work", free: str) -> "Work":
        """With every scenario of another work saved, the plan only where it is all; `free` names one without a name.

        What was changed since it was saved is another scenario: the name and the note are those of the saved one.
        """
        found = self
        if other.pack.rows and other.pack.own.key == self.pack.own.key:
            rows = report_rows.keys(self.pack)
            for row in report_rows.keys(other.pack):
                rows = report_rows.add(row, report_rows.with_rows(self.pack, rows))
            found, other = self.projecting(rows), other.projecting(rows)
        if other.changed_from:
            other = replace(other, scenario=other.scenario.rename(free).annotate(""))
        for scenario in other.compared()[1:] or (other.scenario,):
            found = found.add(scenario if scenario.name else scenario.rename(free))
        return found

    def open(self, place: int) -> "Work":
        """With the plan or a kept scenario on the page."""
        return replace(self, scenario=self.nth(place))

    def put(self, place: int) -> "Work":
        """With the scenario on the page in the place of a saved one, under its name and with its note."""
        named = self.scenario.rename(self.name(place)).annotate(self.kept[place - 1].note)
        return replace(self._with(place, named), scenario=named)

    def rename(self, place: int, name: str) -> "Work":
        """With a saved scenario under another name; an empty name changes nothing."""
        old = self.kept[place - 1]
        return self._changed(place, old.rename(self._free(clean_name(name), (old,)))) if clean_name(name) else self

    def annotate(self, place: int, note: str) -> "Work":
        """With another note on a saved scenario."""
        return self._changed(place, self.kept[place - 1].annotate(note))

    def _changed(self, place: int, new: Scenario) -> "Work":
        """With a saved scenario replaced, on the page too where it is there."""
        old = self.kept[place - 1]
        return replace(self._with(place, new), scenario=new if self.scenario == old else self.scenario)

    def move(self, place: int, by: int) -> "Work":
        """With a kept scenario moved that many places, as far as there are any; the reference stays what it was."""
        order = list(range(1, len(self.kept) + 1))
        order.remove(place)
        order.insert(min(max(place - 1 + by, 0), len(order)), place)
        reference = order.index(self.reference) + 1 if self.reference else 0
        return replace(self, kept=tuple(self.kept[old - 1] for old in order), reference=reference)

    def drop(self, place: int) -> "Work":
        """Without a kept scenario; where it was the reference, the plan is."""
        kept = self.kept[: place - 1] + self.kept[place:]
        after = self.reference - (self.reference > place)
        return replace(self, kept=kept, reference=0 if self.reference == place else after)

    def refer(self, place: int) -> "Work":
        """With the plan or a kept scenario as the reference."""
        return replace(self, reference=place)

    def projecting(self, rows: tuple[str, ...]) -> "Work":
        """With exactly these rows of the plan report among the indicators of every scenario."""
        return self.carried_to(report_rows.with_rows(self.pack, rows))[0]

    def carried_to(self, pack: Pack) -> tuple["Work", list[Problem]]:
        """The work with every scenario taken over to other figures of the region; and what could not be."""
        taken = [carried(each, pack) for each in (self.scenario, *self.kept)]
        page, *kept = (scenario for scenario, _ in taken)
        problems = dict.fromkeys(problem for _, lost in taken for problem in lost)
        view = self.view if self.view.series in series_of(pack) else replace(self.view, series=USUAL.series)
        return replace(self, scenario=page, kept=tuple(kept), view=view), list(problems)

    def _with(self, place: int, scenario: Scenario) -> "Work":
        return replace(self, kept=(*self.kept[: place - 1], scenario, *self.kept[place:]))

    def _free(self, name: str, but: tuple[Scenario, ...]) -> str:
        """The name, or with the number that tells it from the names of the others."""
        taken = {other.name for other in self.kept if other not in but}
        free, number = name, 2
        while free in taken or not free:
            free = f"{name[: LONGEST_NAME - 4]} {number}".strip()
            number += 1
        return free
