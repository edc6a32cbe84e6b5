"""A link's query as fields, and back: keys and values, what a link's address adds to them, and the check sum.

Nothing here knows what a field means.
"""

import re
import zlib
from collections.abc import Mapping
from urllib.parse import parse_qsl, quote

Fields = dict[str, str]

LONGEST = 20_000
STREAMLITS_OWN = ("embed", "embed_options")
"""Parameters with which Streamlit is embedded in another page: no part of a link of ours."""
UNCHECKED = ("check", "lang")
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
    return "&".join(f"{key}={quote(value, safe=',:')}" for key, value in fields.items())


def checksum(fields: Mapping[str, str]) -> str:
    """Eight hexadecimal digits over all fields but the language: CRC-32 of "key=value" lines in sorted order."""
    lines = sorted(f"{key}={value}" for key, value in fields.items() if key not in UNCHECKED)
    return f"{zlib.crc32(chr(10).join(lines).encode('utf-8', 'replace')):08x}"
