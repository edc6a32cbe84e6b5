"""A link's query as fields, and back: keys and values, what a link's address adds to them, and the check sum.

Nothing here knows what a field means. A query that would grow too long for messengers is packed: the fields that a
person need not see stand compressed in one.
"""

import base64
import binascii
import re
import zlib
from collections.abc import Mapping
from urllib.parse import parse_qsl, quote

Fields = dict[str, str]

LONGEST = 20_000
"""Characters that are read of a query, packed or not."""
MOST = 1_900
"""Characters of a query that is written as it is; with an address before it, a link stays under 2,000."""
PACKED = "packed"
OPEN = ("v", "region", "lang", "gdp", "reference", "edition", "shown", "check")
"""The fields that stay readable in a packed query."""
STREAMLITS_OWN = ("embed", "embed_options")
"""Parameters with which Streamlit is embedded in another page: no part of a link of ours."""
UNCHECKED = ("check", "lang")
READABLE = ",:!="
AS_WELL = {"region": "@"}
"""What stands in every field as it is, and what beside it in some."""
ESCAPED = str.maketrans({mark: quote(mark) for mark in "%&+"})
"""What is escaped inside a packed field; all else stands there as it is."""
OFTEN = (
    b"name=~locks=~k4=~k3=~k2=~k1=~shown=not_reached~shown=depends~shown=reached"
    b"~2031:~2032:~2033:~2034:~2035:!,2029:,2030:!,2024:,2025:!,2026:,2027:!,2028:"
    b"&deflator=0,0&fai=12,12&retail=7.5,7.5&income=6.5,6.5&gdp0=386,380,391&fai0=90.7&retail0=131.6&income0=27813"
    b"&target=550,2028&horizon=2028&fai_target=160,2028&retail_target=190,2028&income_target=38000,2028&error=1.6,0.6"
    b"&linkage=0,0&sectors=6.5,7.5,6.5,7.5,6.5,7.5&view=band,solve,gdp&map=gdp_later,deflator_later"
)
"""What links often say, so that a packed one need only point to it. Never to be changed: links point into it."""
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.ASCII | re.IGNORECASE)


def query(text: str) -> str:
    """What stands after the "?" of an address, or the text itself where it is a query already.

    A "?" or "://" within a value is part of it.
    """
    text = text.strip()
    head, mark, tail = text.partition("?")
    whole = tail if ADDRESS.match(head) or (mark and "=" not in head) else text
    return whole.partition("#")[0]


def split(query: str) -> tuple[Fields, list[str]]:
    """The first value of every key, and the keys that stand more than once. Reads `LONGEST` characters."""
    fields: Fields = {}
    repeated: Fields = {}
    for key, value in parse_qsl(query[:LONGEST], keep_blank_values=True, errors="replace"):
        if key not in STREAMLITS_OWN:
            (repeated if key in fields else fields).setdefault(key, value)
    return fields, list(repeated)


def join(fields: Mapping[str, str]) -> str:
    """The query of these fields, as readable as addresses allow."""
    return "&".join(f"{key}={quote(value, safe=READABLE + AS_WELL.get(key, ''))}" for key, value in fields.items())


def written(fields: Mapping[str, str]) -> str:
    """The query of these fields, packed where it would be too long."""
    whole = join(fields)
    if len(whole) <= MOST:
        return whole
    inside = "&".join(f"{key}={value.translate(ESCAPED)}" for key, value in fields.items() if key not in OPEN)
    squeeze = zlib.compressobj(9, wbits=-zlib.MAX_WBITS, zdict=OFTEN)
    squeezed = squeeze.compress(inside.encode()) + squeeze.flush()
    text = base64.urlsafe_b64encode(squeezed).decode().rstrip("=")
    return join({**{key: value for key, value in fields.items() if key in OPEN}, PACKED: text})


def unpacked(fields: Fields) -> Fields | None:
    """The fields with those that were packed among them; None where what is packed cannot be read."""
    if PACKED not in fields:
        return fields
    try:
        text = fields[PACKED]
        squeezed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        reader = zlib.decompressobj(wbits=-zlib.MAX_WBITS, zdict=OFTEN)
        inside = reader.decompress(squeezed, LONGEST).decode()
    except (ValueError, binascii.Error, zlib.error):
        return None
    if not reader.eof:
        return None
    return {**split(inside)[0], **{key: value for key, value in fields.items() if key != PACKED}}


def checksum(fields: Mapping[str, str]) -> str:
    """Eight hexadecimal digits over all fields but the language: CRC-32 of "key=value" lines in sorted order."""
    lines = sorted(f"{key}={value}" for key, value in fields.items() if key not in UNCHECKED)
    return f"{zlib.crc32(chr(10).join(lines).encode('utf-8', 'replace')):08x}"
