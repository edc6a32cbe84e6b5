"""How links of older versions become links of today: small pure steps, each kept for ever."""

from collections.abc import Callable, Mapping

from model.link.query import Fields

Migrations = Mapping[int, Callable[[Fields], Fields]]
VERSION = 3
"""Of the links that are written now."""
SINCE_2 = {
    "fai_target": "160,2028",
    "retail_target": "190,2028",
    "income_target": "38000,2028",
    "error": "1.6,0.6",
    "sectors": "6.5,7.5,6.5,7.5,6.5,7.5",
}
"""What version 1 did not know, as it was for the one region that it knew."""
SINCE_3 = {"edition": "1"}
"""What version 2 did not know: nothing of it was ever written under another edition of data and model."""
MIGRATIONS: Migrations = {1: lambda fields: {**SINCE_2, **fields}, 2: lambda fields: {**SINCE_3, **fields}}
"""Version n -> what turns its fields into those of version n + 1. Links live for ever: add, never change."""
