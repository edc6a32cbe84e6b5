"""The compare page: a column for each scenario, the assumptions that differ and no others, results side by side."""

from a_visit import PLAN, drawn, showing

MARKUP = "[x](y) *a*"
FAST, SLOW = PLAN.set(gdp_later=0.09).rename("fast"), PLAN.set(gdp_later=0.04).rename("slow")
OWN = PLAN.set(gdp_later=0.08, gdp_base=390.0)


def _page():
    from views.pages import compare
    from views.state import current

    compare.draw(current())


def _shown(scenario=OWN, language="en", **others):
    return drawn(_page, at=showing(scenario, language, **others))


def _words(page):
    return " ".join(each.value for each in page.markdown)


def test_each_scenario_has_a_column_with_its_level_and_the_heading_counts_those_that_reach_the_target():
    page = _shown(kept=(FAST, SLOW), reference=2)
    assert page.title[0].value == "Target reached in 2 of 4 scenarios"
    # 386 x 1.065 x (1.075, 1.09, 1.04)^4 and 390 x 1.065 x 1.08^4, in bn yuan
    assert [each.value for each in page.metric] == ["54.90", "58.03", "48.09", "56.51"]


def test_without_a_saved_scenario_the_page_says_how_to_save_one():
    assert "save the scenario" in _shown(PLAN).info[0].value
    assert not _shown(kept=(FAST,)).info


def test_a_scenario_that_was_changed_since_it_was_saved_has_neither_its_name_nor_its_note():
    saved = SLOW.annotate("agreed in January")
    page = _shown(saved.set(gdp_later=0.05), kept=(saved,))
    assert "This scenario" in _words(page)
    assert "changed from “slow”" in _words(page)
    assert _words(page).count("agreed in January") == 1


def test_assumptions_that_differ_are_listed_once_and_are_bold_where_they_are_not_the_references():
    page = _shown(kept=(FAST, SLOW), reference=2)
    assumptions = page.table[0].value
    assert list(assumptions.columns) == ["Assumption", "The plan", "fast", "slow", "This scenario"]
    growth = assumptions.iloc[0].tolist()
    assert growth[1:] == ["**7\\.5 %**", "**9\\.0 %**", "4\\.0 %", "**8\\.0 %**"]


def test_what_somebody_typed_is_no_markup():
    page = _shown(kept=(FAST.rename(MARKUP).annotate(MARKUP),))
    assert MARKUP not in _words(page)
    assert "\\[x\\]\\(y\\) \\*a\\*" in _words(page)
