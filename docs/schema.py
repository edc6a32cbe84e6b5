"""Prints the JSON schema of the files of scenarios: `python -m docs.schema > docs/scenarios.schema.json`."""

import json
import sys
from collections.abc import Collection
from typing import Any, get_args

from model.economics.phrases import title
from model.economics.sensitivity import ON_GDP
from model.economics.verdict import Status
from model.language.names import LONGEST_NAME, LONGEST_NOTE
from model.language.wording import Wording
from model.link.file import BESIDE, BY_HAND, LOCKED, NAMED, SCENARIO
from model.link.kept import SHOWN
from model.link.link import LANGUAGES, NOTE
from model.link.migrations import VERSION
from model.link.parts import params_of
from model.progress import further
from model.progress.further import FURTHER
from model.region.loader import packs
from model.region.naming_checks import OWN
from model.region.pack import Pack
from model.scenario.levers import RATES, Lever, levers, series_of
from model.work.view import BAND, NO_BAND, SECTIONS
from model.work.work import MOST_KEPT

Schema = dict[str, Any]
REGION = (
    "The region, or a county of one's own (own~: name, base year, levels, growth, target); re-planned from outcomes of "
    "the year after @. Of the last two, levers have other ranges and defaults than below. "
    "After each ~ an outcome that was typed: indicator, year, level, growth in % if known, ! where it replaces an "
    "official one; or a row of the plan report with its level, its growth, or both."
)
NUMBER = "-?[0-9.]{1,20}"
AGAIN = f"(@[0-9]{{4}})?(~[A-Za-z0-9_]+@[0-9]{{4}}:({NUMBER})?(:{NUMBER})?!?)*"
LEVEL = "[0-9]{1,20}([.][0-9]{1,20})?"


def schema() -> Schema:
    """The schema of a file that is written today, from the declarations of its parts."""
    known = packs()
    region = f"^({_one_of(known)}|{OWN}~[^@]*){AGAIN}$"
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Scenarios of a region's development plan",
        "description": "Rates in per cent, levels at current prices; 1 亿元 is 100 million yuan.",
        **_object(
            {
                "v": {"description": "Version of links and files.", "const": VERSION},
                "edition": {"description": "Of data and model when it was made.", "type": "integer", "minimum": 1},
                "region": {"description": REGION, "pattern": region, "type": "string"},
                "lang": {"description": "Language of the page.", "enum": list(LANGUAGES)},
                "view": {
                    "description": "The band of uncertainty or not, the section, the growth edited year by year.",
                    **_pattern(_one_of((BAND, NO_BAND)), _one_of(SECTIONS), _one_of(RATES)),
                },
                "map": {
                    "description": "The two levers of the two-way map.",
                    **_pattern(rf"(?!([a-z_]+),\1$){_one_of(ON_GDP)}", _one_of(ON_GDP)),
                },
                SHOWN: _shown("the scenario on the page"),
                "reference": {
                    "description": "What others are compared with: 0 is the plan, n the nth kept scenario.",
                    "type": "integer", "minimum": 0, "maximum": MOST_KEPT,
                },
                SCENARIO: {"description": "The scenario on the page.", "type": "object"},
                BESIDE: {"description": "The scenarios kept beside it.", "type": "array", "maxItems": MOST_KEPT},
                FURTHER: {
                    "description": "Rows of the plan report that are drawn on beside them: growth in the plan year and "
                    "in later years, in %.",
                    "type": "object", "maxProperties": further.MOST,
                    "additionalProperties": {
                        "type": "array", "minItems": 2, "maxItems": 2,
                        "items": {"type": "number", "minimum": further.LOWEST * 100, "maximum": further.HIGHEST * 100},
                    },
                },
                "check": {
                    "description": "CRC-32 of everything but the language: tells whether the file was edited since.",
                    "type": "string", "pattern": "^[0-9a-f]{8}$",
                },
            },
            (FURTHER,),
        ),
        "allOf": [_of(pack) for pack in known.values()],
        "$defs": {pack.key: _scenario(pack) for pack in known.values()},
    }  # fmt: skip


def _of(pack: Pack) -> Schema:
    """What a file holds where it is of that region."""
    scenario = {"$ref": f"#/$defs/{pack.key}"}
    kept = {
        **scenario,
        "properties": {NAMED: {"minLength": 1}, SHOWN: _shown("this scenario")},
        "required": [SHOWN],
        "unevaluatedProperties": False,
    }
    return {
        "if": {"properties": {"region": {"const": pack.key}}},
        "then": {
            "properties": {
                SCENARIO: {**scenario, "unevaluatedProperties": False},
                BESIDE: {"items": kept},
                FURTHER: {"propertyNames": {"enum": list(further.offered(pack))}},
            },
        },
    }


def _scenario(pack: Pack) -> Schema:
    """A scenario of that region: its name, the levers by their part of a link, the years set by hand and locked."""
    w = Wording("en", pack.base_year)
    name = {"description": "Printable.", "type": "string", "maxLength": LONGEST_NAME}
    why = "Why these assumptions, or who decided on them."
    note = {"description": why, "type": "string", "maxLength": LONGEST_NOTE}
    properties = {NAMED: name, NOTE: note, **{param: _levers(members, w) for param, members in params_of(pack).items()}}
    years = range(pack.first_year, int(levers(pack)["horizon"].high) + 1)
    rates = {
        series: {
            "type": "object",
            "propertyNames": {"enum": [str(year) for year in years]},
            "additionalProperties": {"$ref": f"#/$defs/{pack.key}/properties/{series}/prefixItems/1"},
        }
        for series in series_of(pack)
    }
    locks = {"type": "array", "items": {"enum": list(years)}, "uniqueItems": True}
    properties[BY_HAND] = {"description": "Growth in single years set by hand, in %.", **_object(rates, rates)}
    properties[LOCKED] = {
        "description": "Which of the years set by hand nothing changes but a hand.",
        **_object(dict.fromkeys(series_of(pack), locks), series_of(pack)),
    }
    return {"type": "object", "properties": properties, "required": list(properties)}


def _levers(members: list[Lever], w: Wording) -> Schema:
    """The levers that stand in one part of a link, in their order."""
    return {
        "type": "array",
        "prefixItems": [_lever(lever, w) for lever in members],
        "minItems": len(members),
        "items": False,
    }


def _lever(lever: Lever, w: Wording) -> Schema:
    low, high, default = (json.loads(lever.written(value)) for value in (lever.low, lever.high, lever.default))
    unit = {"description": f"In {lever.unit}."} if lever.unit else {}
    kind = "integer" if lever.kind == "year" else "number"
    return {"title": title(lever, w), **unit, "type": kind, "minimum": low, "maximum": high, "default": default}


def _shown(of: str) -> Schema:
    """The result that the file carries of a scenario."""
    description = f"GDP of {of} at its deadline and its verdict, when the file was made."
    return {"description": description, **_pattern(LEVEL, _one_of(get_args(Status)))}


def _object(properties: Schema, optional: Collection[str] = ()) -> Schema:
    """An object with these properties and no others, all required but those that are optional."""
    wanted = [key for key in properties if key not in optional]
    said = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**said, "required": wanted} if wanted else said


def _one_of(words: Any) -> str:
    return f"({'|'.join(words)})"


def _pattern(*parts: str) -> Schema:
    """A text of these parts with commas between them."""
    return {"type": "string", "pattern": f"^{','.join(parts)}$"}


def text() -> str:
    """The schema as it stands in docs/scenarios.schema.json."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]  # as every file here is
    sys.stdout.write(text())
