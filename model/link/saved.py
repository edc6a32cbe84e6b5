"""What can be saved: the one model of links and files, each field of which is checked by itself.

docs/scenarios.schema.json is made from it.
"""

from collections.abc import Mapping
from typing import Annotated, Literal, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError, WithJsonSchema

from model.language.names import LONGEST_NAME, LONGEST_NOTE, clean_name, clean_note
from model.language.problem import Problem
from model.language.words import N_
from model.link.headline import SHOWN, Shown, parse
from model.work.work import MOST_KEPT

VERSION: Literal[4] = 4
"""Of the links and files that are written now."""
Language = Literal["zh", "en"]
UNUSABLE = N_("cannot be used (got {got}); it is written as in {example}; it was left out")

LONG_NAME = N_("was made printable and at most {allowed} characters long (got {got})")


def _result(text: str) -> Shown:
    """The headline that a text states; a `ValueError` where it states none."""
    if (shown := parse(text)) is None:
        raise ValueError
    return shown


Name = Annotated[str, BeforeValidator(clean_name), StringConstraints(max_length=LONGEST_NAME)]
Note = Annotated[str, BeforeValidator(clean_note), StringConstraints(max_length=LONGEST_NOTE)]
Result = Annotated[Shown, BeforeValidator(_result), WithJsonSchema({"type": "string", "pattern": f"^{SHOWN.pattern}$"})]
Levers = Annotated[str, WithJsonSchema({"type": "string", "pattern": "^[0-9Ee.,:+-]+$"})]


class SavedScenario(BaseModel):
    """A scenario. Its other keys are the link keys of levers, with values in per cent and in the units of the data;
    behind them single years (`2026:5`); with `.locked` behind the key, those of them that are locked."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Levers] = Field(init=False)

    name: Name = Field("", description="Printable.", examples=["floor"])
    note: Note = Field("", description="Why these assumptions, or who decided on them.", examples=["draft"])
    shown: Result | None = Field(
        None, description="GDP at the deadline and the verdict, when it was saved.", examples=["548.998,not_reached"]
    )


class Saved(SavedScenario):
    """The scenario on the page, with every lever, and what stands beside it. Of each saved scenario, `k1` to `k4`,
    what differs from the one on the page. Rates in per cent, levels at current prices; 1 亿元 is 100 million yuan."""

    v: Literal[4] = Field(VERSION, description="Version of links and files.", examples=[str(VERSION)])
    region: str = Field("", description="The region's key; `own` for one's own county.", examples=["fengjie"])
    base: str | None = Field(None, description="The year it is re-based on.", examples=["2024"])
    lang: Language | None = Field(None, description="Language of the page.", examples=list(get_args(Language)))
    reference: Annotated[int, Field(ge=0, le=MOST_KEPT)] = Field(
        0, description="What others are compared with: 0 is the plan, n the nth saved scenario.", examples=["0", "1"]
    )
    view: str = Field(
        "", description="The section of Feasibility, the growth edited year by year.", examples=["solve,gdp"],
    )  # fmt: skip
    map: str = Field("", description="The two levers of the two-way map.", examples=["gdp_later,deflator_later"])
    edition: Annotated[int, Field(ge=1, lt=10**9)] | None = Field(
        None, description="Of data and model when it was saved.", examples=["1"]
    )
    check: str = Field(
        "", description="CRC-32 of everything but the language: tells whether it was edited since.",
        examples=["8acd19ed"],
    )  # fmt: skip


class SavedFile(Saved):
    """A file: all of it. Keys of the link that begin alike (`k1.`, `own.`, `outcome.`) stand under that beginning."""

    own: dict[str, str] = Field({}, description="Of one's own county: name, base year, levels, growth, target.")
    outcome: dict[str, str] = Field(
        {}, description="Outcomes that were typed, by indicator or row of the plan report: year, level, growth.",
        examples=[{"gdp": "2025:440:6.2"}],
    )  # fmt: skip

    k1: SavedScenario | None = None
    k2: SavedScenario | None = None
    k3: SavedScenario | None = None
    k4: SavedScenario | None = None


M = TypeVar("M", bound=SavedScenario)


def checked(model: type[M], fields: Mapping[str, str]) -> tuple[M, list[Problem]]:
    """The fields that can be used, and the others named; the model's default stands for each of these."""
    bad: set[str] = set()
    try:
        model.model_validate(fields)
    except ValidationError as error:
        bad = {str(fault["loc"][0]) for fault in error.errors()}
    examples = {key: ", ".join(map(str, model.model_fields[key].examples or ())) for key in bad}
    problems = [Problem.at(key, UNUSABLE, got=fields[key], example=examples[key]) for key in fields if key in bad]
    good = {key: value for key, value in fields.items() if key not in bad}
    found = model.model_validate(good)
    return found, [*problems, *_cleaned(found, good)]


def _cleaned(model: SavedScenario, fields: Mapping[str, str]) -> list[Problem]:
    """A sentence for a name or a note that is not what was given."""
    texts = (("name", model.name, LONGEST_NAME), ("note", model.note, LONGEST_NOTE))
    wrong = ((key, most) for key, text, most in texts if fields.get(key, text) != text)
    return [Problem.at(key, LONG_NAME, got=fields[key], allowed=most) for key, most in wrong]
