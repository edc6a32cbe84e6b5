"""What is done once for all visitors: load what stays, and take it out of the garbage collector's sight."""

import functools
import gc

from model.language.problem import Refused
from model.region.loader import packs


@functools.cache
def once() -> None:
    """Loads the packs, then freezes all that is loaded; each chart is defined when it is first drawn."""
    try:
        packs()
    except Refused:
        return  # the page says what is wrong
    gc.collect()
    gc.freeze()
