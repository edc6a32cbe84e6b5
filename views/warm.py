"""What is done once for all visitors: load, build, and take what stays out of the garbage collector's sight."""

import functools
import gc
import threading

from model.link import LANGUAGES
from model.loader import packs
from model.problem import Refused
from views import side_by_side
from views.charts import gdp, look, others, paths
from views.downloads import paper


@functools.cache
def once() -> None:
    """Loads the packs and builds the chart definitions, then freezes them."""
    try:
        packs()
    except Refused:
        return  # the page says what is wrong
    for language in LANGUAGES:
        paths.specs(language)
        side_by_side.specs(language)
        for theme in look.COLOURS:
            gdp.definition(language, theme)
            for indicator in others.SHOWN:
                others.definition(indicator.key, language, theme)
    gc.collect()
    gc.freeze()


@functools.cache
def pictures() -> None:
    """Lets pictures be made ready beside what the page does: the first of them takes long."""
    threading.Thread(target=paper.ready, daemon=True).start()
