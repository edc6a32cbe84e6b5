"""A link's text as fields, and back: one grammar, `key=value&key=value`, read by the standard library.

What transport did to the text is undone here first, for page, paste, file and command line alike: `&amp;`, line breaks,
a byte-order mark, full-width forms, words before and after. The check sum proves it. Nothing here knows what a field
means.
"""

import base64
import re
import zlib
from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl, quote, unquote

from model.language.amounts import folded
from model.language.problem import Problem
from model.language.words import N_

Fields = dict[str, str]

LONGEST = 20_000
"""Characters that are read of a link, packed or not."""
MOST = 1_900
"""Characters of a query that is written as it is; with an address before it, a link stays under 2,000."""
PACKED, CHECK = "packed", "check"
READABLE = ("v", "region", "lang", "gdp", "edition", "shown")
"""The fields that stay readable in a packed query."""
STREAMLITS_OWN = ("embed", "embed_options")
"""Parameters with which Streamlit is embedded in another page: no part of a link of ours."""
SAFE = ",:@~"
ESCAPED = str.maketrans({mark: quote(mark) for mark in "%&+"})
KEY = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-%;&"
INVISIBLE = re.compile("[\ufeff\u200b\u2060]")
WRAPPED = re.compile(r"(?<![ \t])[ \t]*[\r\n][\s>]*")
END = re.compile(r"[?&;]check=[0-9a-f]{8}(?:&[\w.;]+=[^\s&]*)*(?=[^\w%]|$)", re.ASCII)
"""The end of a whole link, and what a messenger added."""

LINK = N_("link")
TOO_LONG = N_("is too long (got {length} characters); at most {allowed} are read; ask for the link again")
REPEATED = N_("appears more than once; the first is used; remove the others")
BAD_PACKED = N_(
    "is packed and cannot be unpacked: it was cut off, edited or packed by an older version; ask for the link again"
)
NO_CHECK = N_("has no check sum, so nobody can tell whether it is complete; compare with the sender")
BAD_CHECK = N_("does not fit its check sum: it was cut off or edited after it was made; compare with the sender")


def received(text: str, known: Callable[[str], bool]) -> tuple[Fields, list[Problem]]:
    """The fields of a link, of an address that ends with one, or of a message that holds one; and what is wrong.

    Of the ways to undo what transport did, the one that the check sum proves counts, else the first that says a value.
    """
    wide = folded(text)
    readings = [_fields(each) for each in (text, wide, unquote(wide))]
    proven = (reading for reading in readings if not checksum_problems(reading[0], known))
    return next(proven, None) or next((each for each in readings if any(each[0].values())), readings[0])


def written(fields: Mapping[str, str]) -> str:
    """The query of these fields, packed where it would be too long; the check sum stands last."""
    if len(whole := _joined(fields)) <= MOST:
        return whole
    hidden = (*READABLE, CHECK)
    inside = "&".join(f"{key}={value.translate(ESCAPED)}" for key, value in fields.items() if key not in hidden)
    squeeze = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    squeezed = squeeze.compress(inside.encode()) + squeeze.flush()
    packed = base64.urlsafe_b64encode(squeezed).decode().rstrip("=")
    readable = {key: fields[key] for key in READABLE if key in fields}
    return _joined({**readable, PACKED: packed, CHECK: fields[CHECK]})


def checksum(fields: Mapping[str, str]) -> str:
    """Eight hexadecimal digits over all fields but the language: CRC-32 of "key=value" lines in sorted order."""
    lines = sorted(f"{key}={value}" for key, value in fields.items() if key not in (CHECK, "lang"))
    return f"{zlib.crc32(well_formed(chr(10).join(lines)).encode()):08x}"


def well_formed(text: str) -> str:
    """The text with "?" for halves of characters, as a JSON file or broken bytes may hold them."""
    return text.encode("utf-8", "replace").decode()


def checksum_problems(fields: Fields, known: Callable[[str], bool]) -> list[Problem]:
    """Why the check sum proves nothing; none where it holds, with or without the parts that a messenger added."""
    if CHECK not in fields:
        return [Problem.at(LINK, NO_CHECK)]
    sums = checksum(fields), checksum({key: fields[key] for key in fields if known(key)})
    return [] if fields[CHECK].lower() in sums else [Problem.at(LINK, BAD_CHECK)]


def _joined(fields: Mapping[str, str]) -> str:
    return "&".join(f"{key}={quote(value, safe=SAFE)}" for key, value in fields.items())


def _fields(text: str) -> tuple[Fields, list[Problem]]:
    query = _query(text)
    fields, repeated = _split(query)
    problems = [Problem.at(LINK, TOO_LONG, length=len(query), allowed=LONGEST)] if len(query) > LONGEST else []
    if repeated:
        problems.append(Problem.at(", ".join(repeated), REPEATED))
    if (packed := fields.pop(PACKED, None)) is not None:
        inside = _unpacked(packed)
        problems += [Problem.at(LINK, BAD_PACKED)] if inside is None else []
        fields = {**(inside or {}), **fields}
    return fields, problems


def _query(text: str) -> str:
    """The query in a text: from the key before the first "=" to the check sum, or to the end where there is none."""
    text = INVISIBLE.sub("", text).strip()
    text = WRAPPED.sub("", text[: end.end()] if (end := END.search(text)) else text)
    before, mark, _ = text.partition("=")
    if not mark:
        return "" if "://" in text or text.endswith("?") else text
    return text[len(before.rstrip(KEY)) :].partition("#")[0]


def _split(query: str) -> tuple[Fields, list[str]]:
    """The first value of every key, and the keys that stand more than once."""
    fields: Fields = {}
    repeated: Fields = {}
    for name, value in parse_qsl(query[:LONGEST], keep_blank_values=True, errors="replace"):
        key = name.replace("amp;", "")
        if key not in STREAMLITS_OWN:
            (repeated if key in fields else fields).setdefault(key, value)
    return fields, list(repeated)


def _unpacked(packed: str) -> Fields | None:
    """The fields that were packed; None where they cannot be read."""
    try:
        squeezed = base64.b64decode(packed + "=" * (-len(packed) % 4), altchars=b"-_", validate=True)
        reader = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
        inside = reader.decompress(squeezed, LONGEST).decode()
    except (ValueError, zlib.error):  # that of base64 is a ValueError
        return None
    return _split(inside)[0] if reader.eof else None
