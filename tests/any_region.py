"""Regions as links say them."""

from model.link.link import read
from model.link.region_part import written
from model.region.loader import packs
from model.region.pack import Pack


def find_region(said: str) -> Pack:
    """The region of a link `region=...` that has nothing else, e.g. `fengjie&base=2024`."""
    opened = read(f"region={said}", packs())
    assert opened.problems == ()
    return opened.scenario.pack


def text(region: Pack) -> str:
    """What a link says for a region, as `find_region` takes it."""
    return "&".join(f"{key}={said}" for key, said in written(region).items()).removeprefix("region=")
