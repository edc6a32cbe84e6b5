"""Counties of one's own: any name, any numbers that the fields allow, with and without what may be missing."""

from any_scenario import NAMES
from hypothesis import strategies as st

from model.language.names import clean_name
from model.region.county import checked
from model.region.key import County

ANY_NAMES = st.sampled_from(NAMES) | st.text(max_size=50) | st.text("~@%:,!&=+ 县", max_size=40)


def _tidy_or_ugly(low: float, high: float) -> st.SearchStrategy[float]:
    return st.integers(int(low) + 1, int(high)).map(float) | st.floats(low, high)


@st.composite
def counties(draw: st.DrawFn) -> County:
    """Any county, made from numbers of which none is refused."""
    level, growth = _tidy_or_ugly(0.1, 1e7), _tidy_or_ugly(-10, 30)
    gdp, year = draw(level), draw(st.integers(1950, 2100))
    numbers = {"base_year": float(year), "gdp": gdp, "gdp_first": draw(growth)}
    numbers |= {"target": draw(st.floats(gdp * 0.1, gdp * 99)), "target_year": float(year + draw(st.integers(1, 12)))}
    if draw(st.booleans()):
        numbers["gdp_later"] = draw(growth)
    if draw(st.booleans()):
        numbers |= {"gdp_low": gdp * draw(st.floats(0.2, 1)), "gdp_high": gdp * draw(st.floats(1, 9))}
    for key, levels in (("fai", level), ("retail", level), ("income", _tidy_or_ugly(100, 1e7))):
        if draw(st.booleans()):
            numbers |= {key: draw(levels), f"{key}_first": draw(growth)}
    found = checked(clean_name(draw(ANY_NAMES)), numbers)
    assert found.county is not None
    assert found.faults == []
    return found.county
