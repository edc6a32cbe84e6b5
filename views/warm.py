"""What is done once for all visitors: load what stays, and take it out of the garbage collector's sight."""

import contextlib
import gc

from model.language.problem import Refused
from model.region.loader import packs
from views.pages import frame as frame  # all that a page imports


def once() -> None:
    """Loads the packs, then freezes all that is loaded; each chart is defined when it is first drawn."""
    with contextlib.suppress(Refused):  # the page says what is wrong
        packs()
    gc.collect()
    gc.freeze()
