"""What is done once for all visitors: load, build, and take what stays out of the garbage collector's sight."""

import functools
import gc
import threading

from model.indicators import INDICATORS
from model.link import LANGUAGES
from model.loader import packs
from model.problem import Refused
from views.charts import (
    asks,
    chances,
    checks,
    compared,
    counts,
    gdp,
    look,
    others,
    past,
    paths,
    prices,
    stairs,
    targets,
    tornado,
    two_levers,
    waterfall,
)
from views.downloads import paper

CHARTS = (
    gdp, stairs, past, prices, tornado, two_levers, chances, checks, waterfall, targets, counts, asks,
)  # fmt: skip
"""The charts whose definitions follow from language and theme."""


@functools.cache
def once() -> None:
    """Loads the packs and builds the chart definitions, then freezes them."""
    try:
        packs()
    except Refused:
        return  # the page says what is wrong
    for language in LANGUAGES:
        paths.specs(language)
        for theme in look.COLOURS:
            for chart in CHARTS:
                chart.definition(language, theme)
            for indicator in INDICATORS:
                compared.definition(indicator.key, language, theme)
            for indicator in others.SHOWN:
                others.definition(indicator.key, language, theme)
    gc.collect()
    gc.freeze()


@functools.cache
def pictures() -> None:
    """Lets pictures be made ready beside what the page does: the first of them takes long."""
    threading.Thread(target=paper.ready, daemon=True).start()
