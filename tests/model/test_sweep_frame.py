"""`sweep` in Python: a lazy Dask frame, whose rows are those of the model."""

import re

import pytest

from model.answer import reproduce
from model.language.problem import Refused
from model.sweep import sweep


def test_a_frame_is_lazy_and_each_row_is_its_scenarios_answer() -> None:
    values = {"gdp_base": [380, 386], "target_year": range(2026, 2029), "gdp@2025": [5.0, 6.1]}
    frame = sweep(reproduce("gdp=6.5,7"), values)
    assert (len(frame), list(frame.columns[:4])) == (12, ["gdp_base", "target_year", "gdp@2025", "gdp"])
    for row in frame.compute().to_dict("records"):
        answer = reproduce(
            f"gdp=6.5,7,2025:{row['gdp@2025']}&gdp0={row['gdp_base']},380,391&target=550,{row['target_year']}"
        )
        assert (row["gdp"], row["status"]) == (answer.verdict.level, answer.verdict.status)
        assert row["chance"] == pytest.approx(answer.chance, rel=1e-12)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"gdp_latre": [5]}, "gdp_latre: is not a lever;"),
        ({"gdp@2020": [5]}, "gdp@2020: sets a year that is not projected (got 2020);"),
        ({"gdp_later": []}, "gdp_later: has no value;"),
        ({"gdp_later": [5, 31]}, "gdp_later: is outside the range (got 31); allowed: -10 to 30 %;"),
        ({"target_year": [2026.5]}, "target_year: is not a whole year (got 2026.5);"),
    ],
)
def test_what_cannot_be_swept_is_refused_before_anything_is_worked_out(
    values: dict[str, list[float]], sentence: str
) -> None:
    with pytest.raises(Refused, match="^" + re.escape(sentence)):
        sweep(reproduce("gdp=6.5"), values)
