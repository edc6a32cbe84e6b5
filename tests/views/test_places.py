"""Where something is wrong in a link is said in words."""

from a_visit import showing

from model.problem import Problem
from views.words.places import named


def test_parts_of_a_link_are_named_in_words():
    said = [named(Problem.at(where, "is wrong"), showing()).where for where in ("k2 fai0", "gdp", "link")]
    assert "fai0" not in said[0]
    assert said[0].startswith("saved scenario 2 ")
    assert said[1:] == ["GDP, real growth", "link"]
