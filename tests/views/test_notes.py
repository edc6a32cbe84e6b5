"""Every figure in use stands at the foot of the page with its source."""

from a_visit import PACK, showing, tables

from views import notes


def test_every_figure_is_listed_with_value_basis_trust_and_source():
    (table,) = tables(notes.figures(showing()))
    shown = {(row[0][0], row[1][0]): [cell[0] for cell in row] for row in table}
    value, basis, trust, source, where = shown["GDP: baseline", "2023"][2:7]
    assert (value, basis, trust, where) == ("38.6 bn yuan", "current prices", "C", "411.5 / 1.066")
    assert source == "Derived: arithmetic on the rows above, given in the locator"
    assert shown["Budget revenue: announced goal", "2024"][2] == "1.85 bn yuan"
    assert shown["Secondary sector: history", "2020"][2] == "12.429 bn yuan"


def test_what_the_band_is_calibrated_with_is_among_them():
    listed = dict(notes.listed(showing(language="zh")))
    assert listed["相邻两年偏离的相关系数"] is PACK.calibration["persistence"]
