"""What no publication says: typed by a visitor, or carried forward by this program."""

from typing import Any

from model.language.wording import LOCALES, Wording
from model.language.words import N_
from model.region.records import Figure, Source, Trust

TYPED, DERIVED = "typed", "derived"
"""Their keys."""
GIVEN = N_("Given by the author of the scenario, not verified")
"""What is typed is called so in files too, which are read where there is no page."""
NOWHERE = "–"
"""The place, the date, the licence of what has no source."""
PUBLISHER = N_("the person who typed them")
IN_LINK = N_("the link's part “region”")
CARRIED_FORWARD = N_("Carried forward at the plan's growth from the last level known")
PROGRAM = N_("worked out by this program")


def typed_figure(indicator: str, year: int, value: float, unit: str, price_basis: str = "current") -> Figure:
    """A number that was typed: never shown as a fact."""
    said: dict[str, Any] = {"indicator": indicator, "unit": unit, "price_basis": price_basis, **in_both("note", GIVEN)}
    return Figure.model_construct(**said, year=year, value=value, trust="D", source=TYPED, locator=NOWHERE)


def typed_source() -> Source:
    """The source of all that a visitor typed."""
    return _unpublished("D", title=GIVEN, short=N_("typed"), publisher=PUBLISHER, locator=IN_LINK)


def carried_source() -> Source:
    """The source of what is carried forward, for regions whose own figures name none such."""
    return _unpublished("C", title=CARRIED_FORWARD, short=N_("derived"), publisher=PROGRAM, locator=N_("arithmetic"))


def _unpublished(trust: Trust, **said: str) -> Source:
    texts = {key: text for field, message in said.items() for key, text in in_both(field, message).items()}
    return Source(**texts, published=NOWHERE, licence_zh=NOWHERE, licence_en=NOWHERE, trust=trust)


def in_both(field: str, message: str, **values: object) -> dict[str, str]:
    """A message that names no years of a plan, as the fields of a record in both languages: `note_zh`, `note_en`."""
    return {f"{field}_{language}": Wording(language, 0)(message, **values) for language in LOCALES}
