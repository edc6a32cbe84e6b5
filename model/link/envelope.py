"""What holds a link together, whatever its parts say: length, packing, version and check sum.

What cannot be used is named beside what can.
"""

import re
from collections.abc import Iterable

from model.language.problem import Problem
from model.language.words import N_
from model.link.migrations import VERSION, Migrations
from model.link.query import LONGEST, PACKED, Fields, checksum, query, split, unpacked

LINK = N_("link")
TOO_LONG = N_("is too long (got {length} characters); at most {allowed} are read; ask for the link again")
REPEATED = N_("stands in the link more than once; the first is used; remove the others")
BAD_PACKED = N_("is packed and cannot be unpacked: it was cut off or edited; ask for the link again")
NO_VERSION = N_("carries no version; it was read as version {allowed}")
BAD_VERSION = N_("carries something that is not a version (got {got}); it was read as version {allowed}")
NEWER = N_(
    "has a newer version than this page knows (got {got}, known {allowed}); what is understood was used; update it"
)
NO_CHECK = N_("carries no check sum, so nobody can tell whether it is complete; compare with the sender")
BAD_CHECK = N_("does not fit its check sum: it was cut off or edited after it was made; compare with the sender")


def received(text: str) -> tuple[Fields, list[Problem]]:
    """The fields of a link, or of its bare query, as far as it is read."""
    given = query(text)
    fields, repeated = split(given)
    problems = []
    if len(given) > LONGEST:
        problems.append(Problem.at(LINK, TOO_LONG, length=len(given), allowed=LONGEST))
    if repeated:
        problems.append(Problem.at(", ".join(repeated), REPEATED))
    return fields, problems


def unwrapped(given: Fields) -> tuple[Fields, list[Problem]]:
    """The fields with those that were packed among them."""
    fields = unpacked(given)
    if fields is None:
        return {key: value for key, value in given.items() if key != PACKED}, [Problem.at(LINK, BAD_PACKED)]
    return fields, []


def upgraded(fields: Fields, migrations: Migrations) -> tuple[Fields, list[Problem]]:
    """The fields as today's version has them; as they are, where they are of no older version."""
    given = fields.get("v")
    version = int(given) if given and re.fullmatch(r"\d{1,100}", given, re.ASCII) else None
    if given is None:
        return fields, [Problem.at(LINK, NO_VERSION, allowed=VERSION)]
    if version is None or (version < VERSION and version not in migrations):
        return fields, [Problem.at(LINK, BAD_VERSION, got=given, allowed=VERSION)]
    if version > VERSION:
        return fields, [Problem.at(LINK, NEWER, got=given, allowed=VERSION)]
    for older in range(version, VERSION):
        fields = migrations[older](fields)
    return fields, []


def unvouched(sent: Fields, known: Iterable[str]) -> list[Problem]:
    """Why the check sum vouches for nothing; none where it holds.

    It is one over all that was sent, or without the parts that somebody's messenger added.
    """
    if "check" not in sent:
        return [Problem.at(LINK, NO_CHECK)]
    sums = checksum(sent), checksum({key: sent[key] for key in known if key in sent})
    return [] if sent["check"].lower() in sums else [Problem.at(LINK, BAD_CHECK)]
