"""The template of a county of one's own: filled in by another program it is read, and all else is refused."""

import contextlib
import io
import re
import zipfile

import openpyxl
import pytest
from a_visit import PACK
from hypothesis import example, given, settings
from hypothesis import strategies as st

from model.county_fields import FIELDS, NEEDED
from model.county_sheet import NAME, ROWS, SHEETS, cell, mark, read
from model.problem import Refused
from model.wording import Wording
from model.workbook_guard import LARGEST, LARGEST_UNPACKED, MOST_PARTS
from views.downloads.county_template import build

ZH = Wording("zh", 0)
TEMPLATES = {language: build(PACK, language) for language in SHEETS}
GIVEN = {NAME: "甲县 <b>=1+1", "base_year": 2023, "gdp": 100, "gdp_low": 95, "gdp_high": 104, "gdp_first": 5,
         "gdp_later": 6, "fai": 50, "fai_first": 8.5, "income": 20000, "income_first": 6, "target": 130,
         "target_year": 2028}  # fmt: skip
LEVELS = {"gdp", "gdp_low", "gdp_high", "fai", "target"}
"""Those in 亿元: in English they are typed in bn yuan."""


def filled(language="zh", given=GIVEN):
    """The template as another program saves it when these values are filled in."""
    book = openpyxl.load_workbook(io.BytesIO(TEMPLATES[language]))
    for key, value in given.items():
        book[SHEETS[language]][cell(key)] = value
        if isinstance(value, str) and key == NAME:
            book[SHEETS[language]][cell(key)].data_type = "s"
    return saved(book)


def saved(book):
    """A workbook's bytes."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def changed(data, method=zipfile.ZIP_DEFLATED, **parts):
    """The file with parts added, or in place of others; a name stands there with `__` for `/`."""
    new, file = {name.replace("__", "/"): content for name, content in parts.items()}, io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", method) as again:
        for name in {**dict.fromkeys(old.namelist()), **new}:
            again.writestr(name, new[name] if name in new else old.read(name))
    return file.getvalue()


def edited(data, part, old, new):
    """The file with something else in one of its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        content = file.read(part).decode()
    assert re.search(old, content)
    return changed(data, **{part.replace("/", "__"): re.sub(old, new, content, count=1)})


def refused(data, language="zh"):
    """What is said of a file that is refused, in English words, with names and units of that language."""
    w = Wording(language, 0)
    with pytest.raises(Refused) as refusal:
        read(data, PACK, w)
    return [problem.sentence(level=w.in_full) for problem in refusal.value.problems]


WHOLE, SHEET = filled(), "xl/worksheets/sheet1.xml"


# Filled in


@pytest.mark.parametrize("language", SHEETS)
def test_what_was_filled_in_is_the_county_in_the_units_of_the_language(language):
    given = GIVEN | {key: GIVEN[key] / 10 for key in LEVELS if language == "en"}
    county = read(filled(language, given), PACK, ZH).county
    assert county.name == GIVEN[NAME]
    assert county.known == {key: float(value) for key, value in GIVEN.items() if key != NAME}


@pytest.mark.parametrize("text", ["100", " 100 ", "１００", "1e2"])
def test_a_number_that_stands_there_as_a_text_is_one(text):
    assert read(filled(given=GIVEN | {"gdp": text}), PACK, ZH).county.known["gdp"] == 100


@pytest.mark.parametrize("language", SHEETS)
def test_the_template_locks_all_but_what_is_filled_in_and_says_its_version(language):
    sheet = openpyxl.load_workbook(io.BytesIO(TEMPLATES[language])).active
    unlocked = {each.coordinate for row in sheet.iter_rows() for each in row if not each.protection.locked}
    assert sheet.protection.sheet
    assert unlocked == {cell(key) for key in ROWS}
    assert {str(ranged) for check in sheet.data_validations.dataValidation for ranged in check.sqref.ranges} == unlocked
    assert mark(language) in {each.value for row in sheet.iter_rows() for each in row}
    stars = {row[0].value.endswith(" *") for row in sheet.iter_rows(min_row=6, max_row=20) if row[0].value}
    assert stars == {True, False}


def test_an_empty_template_names_every_cell_that_is_needed():
    told = refused(TEMPLATES["en"], "en")
    assert [each.partition(" (")[0] for each in told] == [cell(field.key) for field in FIELDS if field.key in NEEDED]
    assert told[1] == "B8 (GDP: base-year level): is missing; there is no plan without it; give a number"


@pytest.mark.parametrize(("key", "text", "number"), [
    ("gdp", "20,000", 20_000), ("gdp", "100 亿元", 100), ("gdp", "10 bn yuan", 100), ("fai", "５０亿", 50),
    ("gdp_first", "5%", 5), ("gdp_first", "5 ％", 5), ("gdp_first", "−0.2%", -0.2), ("income", "20,000元", 20_000),
    ("base_year", "2023年", 2023),
])  # fmt: skip
def test_what_the_form_takes_is_taken_as_a_text_in_a_cell(key, text, number):
    given = GIVEN | {"gdp_low": None, "gdp_high": None, "target": 30_000 if text == "20,000" else 130, key: text}
    assert read(filled(given=given), PACK, ZH).county.known[key] == number


def formatted(values, form, language="zh"):
    """The template with these values in cells that are formatted so, and another sheet beside it."""
    book = openpyxl.load_workbook(io.BytesIO(filled(language)))
    for key, value in values.items():
        book[SHEETS[language]][cell(key)] = value
        book[SHEETS[language]][cell(key)].number_format = form
    book.create_sheet("notes", 0)["B11"] = 0.5
    book["notes"]["B11"].number_format = "0%"
    return saved(book)


@pytest.mark.parametrize("form", ["0%", "0.00%", "#,##0.0%;[Red]-0.0%"])
def test_a_cell_that_shows_per_cent_says_what_it_shows(form):
    known = read(
        formatted({"gdp_first": 0.05, "gdp_later": 0.065, "fai_first": 0, "income_first": -0.002}, form), PACK, ZH
    )
    shown = known.county.known
    assert [shown[key] for key in ("gdp_first", "gdp_later", "fai_first", "income_first")] == [5, 6.5, 0, -0.2]


def test_a_sign_of_per_cent_that_is_only_written_behind_changes_nothing():
    assert read(formatted({"gdp_first": 5}, '0.0"%"'), PACK, ZH).county.known["gdp_first"] == 5
    assert read(formatted({"gdp_first": 5}, "0.0\\%"), PACK, ZH).county.known["gdp_first"] == 5


@pytest.mark.parametrize(("key", "value", "said"), [
    ("gdp_first", 5, "B11 (GDP：首年实际增速，%): cannot be used (got 500); allowed: -10 to 30 %; correct it"),
    ("gdp", 3.86, "B8 (GDP：基数): is not a number (got 386%); write digits"),
    ("base_year", 20.23, "B7 (基年): is not a number (got 2023%)"),
])  # fmt: skip
def test_per_cent_that_cannot_be_meant_is_named(key, value, said):
    assert refused(formatted({key: value}, "0%"))[0].startswith(said)


@pytest.mark.parametrize("value", [0.05, -0.05, 0.3, 1e-300, "0.05"])
def test_growth_that_may_be_a_fraction_is_asked_about(value):
    (told,) = refused(filled(given=GIVEN | {"gdp_first": value}))
    assert told.startswith("B11 (GDP：首年实际增速，%): may be per cent that a spreadsheet keeps as a fraction")
    assert told.endswith("write 5 for 5 %, and what is truly so small in the form on the page")


def test_growth_of_nothing_and_of_a_little_more_than_could_be_a_fraction_is_taken():
    given = GIVEN | {"gdp_first": 0, "gdp_later": 0.31, "fai_first": -0.5}
    assert read(filled(given=given), PACK, ZH).county.known["gdp_later"] == 0.31


# Wrong values: each with its cell


@pytest.mark.parametrize(("key", "value", "said"), [
    ("gdp", "much", "B8 (GDP：基数): is not a number (got much); write digits and a decimal point, without a unit"),
    ("gdp", "3,8", "B8 (GDP：基数): is not a number (got 3,8)"),
    ("gdp", True, "B8 (GDP：基数): is not a number (got True)"),
    ("gdp", -3, "B8 (GDP：基数): cannot be used (got −3); allowed: 0.1 to 10,000,000 亿元; correct it"),
    ("gdp", "1e999", "B8 (GDP：基数): cannot be used (got Infinity)"),
    ("gdp_later", 40, "B12 (GDP：以后年度实际增速，%): cannot be used (got 40); allowed: -10 to 30 %; correct it"),
    ("target_year", 2050, "B20 (目标：期限（年末）): cannot be used (got 2050); allowed: 2024 to 2035; correct it"),
    ("base_year", 2023.5, "B7 (基年): is not a whole year and cannot be used (got 2023.5)"),
    ("fai_first", None, "B14 (固定资产投资：年名义增速，%): is missing, where what belongs to it is given"),
    ("gdp", "=50*2", "B8: holds a formula; nothing is worked out here; write the value itself"),
    (NAME, "=cmd|'/c calc'!A0", "B6: holds a formula"),
    (NAME, "甲" * 41, "B6: is too long for a name (got 41 characters); allowed: 40 at most; shorten it"),
    ("gdp", "#DIV/0!", "B8: holds an error such as #DIV/0!; only values are read; write the value itself"),
    ("gdp", "100 apples", "B8 (GDP：基数): is not a number (got 100 apples)"),
    ("gdp", "5%", "B8 (GDP：基数): is not a number (got 5%)"),
    ("gdp_first", "5 亿元", "B11 (GDP：首年实际增速，%): is not a number (got 5 亿元)"),
])  # fmt: skip
def test_a_wrong_value_is_named_with_its_cell(key, value, said):
    given = GIVEN | {key: value}
    book = openpyxl.load_workbook(io.BytesIO(TEMPLATES["zh"]))
    for each, typed in given.items():
        book.active[cell(each)] = typed if each == key or each != NAME else "甲"
    told = refused(saved(book))
    assert told[0].startswith(said), told


NUMBERS = st.floats(allow_nan=False, allow_infinity=False) | st.sampled_from(
    [1e300, -1e300, 1e-300, 10**200, 20_000, "1e300", "-1e300", "1e-300", "1e999", "9" * 40, "0." + "1" * 40]
)


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(list(SHEETS)), st.fixed_dictionaries({field.key: NUMBERS for field in FIELDS}))
@example("en", {field.key: 1e300 for field in FIELDS})
@example("zh", {field.key: -1e300 for field in FIELDS})
def test_any_number_in_any_cell_is_used_or_gets_a_sentence_of_one_line(language, numbers):
    for typed in (numbers, *(GIVEN | {key: value} for key, value in list(numbers.items())[1:2])):
        try:
            assert read(filled(language, typed), PACK, ZH).county.known
        except Refused as refusal:
            said = [Wording(each, 2023).sentence(problem) for problem in refusal.problems for each in SHEETS]
            assert all(10 < len(sentence) < 300 for sentence in said), said


@pytest.mark.parametrize(("value", "got"), [(1e300, "1E+300"), (-1e300, "−1E+300"), (1e-300, "1E-300"), (0, "0")])
def test_a_number_beyond_all_measure_is_quoted_as_it_is(value, got):
    (told,) = refused(filled(given=GIVEN | {"fai": value}))
    assert told == f"B13 (固定资产投资：基数): cannot be used (got {got}); allowed: 0.1 to 10,000,000 亿元; correct it"


IN_TEN_THOUSANDS = {"gdp": 1_000_000, "gdp_low": 950_000, "gdp_high": 1_040_000}


@pytest.mark.parametrize(("language", "given", "said"), [
    # A target of 130 亿元 is no target beside a GDP of a million 亿元; of 100 亿元 it is one.
    ("zh", IN_TEN_THOUSANDS, "B19 (目标：GDP 目标): cannot be used beside that GDP (got 130); allowed: 10,000 to "
     "100,000,000 亿元; without a unit GDP is read in 亿元: if 1000000 万元 is meant, write the unit behind it"),
    ("zh", {"target": 1_300_000}, "if 1300000 万元 is meant, write the unit behind it"),
    ("zh", {"gdp_low": 950_000}, "if 950000 万元 is meant, write the unit behind it"),
    ("zh", {"income": 2.1}, "without a unit it is read in 元: if 2.1 万元 is meant"),
    ("en", {"gdp": 10, "gdp_low": 95, "gdp_high": 10.4, "target": 13}, "is read in bn yuan: if 95 亿元 is meant"),
])  # fmt: skip
def test_a_number_that_fits_in_another_unit_is_refused_with_the_unit_to_write_behind_it(language, given, said):
    (told,) = refused(filled(language, GIVEN | given), language)
    assert said in told


@pytest.mark.parametrize(("reader", "template", "said"), [
    ("zh", "en", "B8 (GDP：基数)：无法采用（现为 −30 亿元）；允许范围：0.1 至 10,000,000 亿元；请更正"),
    ("en", "zh", "B8 (GDP: base-year level): cannot be used (got −0.3 bn yuan); allowed: 0.01 to 1,000,000 bn yuan; "
     "correct it"),
    ("en", "en", "B8 (GDP: base-year level): cannot be used (got −3); allowed: 0.01 to 1,000,000 bn yuan; correct it"),
])  # fmt: skip
def test_who_reads_another_language_than_the_templates_is_told_in_it_and_in_its_units(reader, template, said):
    w = Wording(reader, 0)
    with pytest.raises(Refused) as refusal:
        read(
            filled(template, {"base_year": 2023, "gdp": -3, "gdp_first": 5, "target": 9, "target_year": 2028}), PACK, w
        )
    assert [w.shown(problem) for problem in refusal.value.problems] == [said]


@pytest.mark.parametrize("given", [{"target": "1300000 元"}, {"gdp_low": 101}, {"target": 10**12}])
def test_no_other_unit_is_offered_where_one_is_written_or_none_fits(given):
    assert "is meant" not in refused(filled(given=GIVEN | given))[0]


def test_units_of_ten_thousand_and_of_a_million_may_stand_behind_a_level():
    county = read(filled("en", GIVEN | {"gdp": "10,000 million yuan", "gdp_low": "950000万元", "gdp_high": 10.4,
                                        "fai": 5, "target": 13}), PACK, ZH).county  # fmt: skip
    assert (county.known["gdp"], county.known["gdp_low"]) == (100, 95)


def test_what_stands_far_outside_is_named_and_never_read():
    book = openpyxl.load_workbook(io.BytesIO(WHOLE))
    book.active["XFD1048576"] = 1
    assert refused(saved(book))[0].startswith("XFD1048576: lies outside the template")


# Wrong files


def test_a_sheet_under_another_name_and_a_version_of_another_year_are_named():
    book = openpyxl.load_workbook(io.BytesIO(WHOLE))
    book.active.title = "Sheet1"
    assert refused(saved(book)) == [
        "workbook: has no sheet called 县区, County (got Sheet1); fill in the template that this page offers"
    ]
    book.active.title = SHEETS["zh"]
    (place,) = [each for row in book.active.iter_rows() for each in row if each.value == mark("zh")]
    place.value = "county 99 zh"
    assert refused(saved(book)) == ["workbook: is of another version of the template (got county 99 zh); known: county "
                                    "1 zh; download it anew"]  # fmt: skip


@pytest.mark.parametrize("move", [lambda sheet: sheet.insert_rows(8), lambda sheet: sheet.delete_rows(12)])
def test_a_template_whose_rows_were_moved_is_told_so(move):
    book = openpyxl.load_workbook(io.BytesIO(WHOLE))
    move(book.active)
    assert refused(saved(book)) == [
        "workbook: has no version of the template in B22, so its rows were moved, added or removed; download it anew, "
        "fill in only its yellow cells and save it as .xlsx"
    ]


HOSTILE = {
    "too large": (b"PK" + bytes(LARGEST), "is too large (over 200000 bytes)"),
    "not a zip": (b"name,gdp\nA,1\n", "is no workbook (.xlsx), or broken"),
    "empty": (b"", "is no workbook (.xlsx), or broken"),
    "cut off": (WHOLE[:3000], "is no workbook (.xlsx), or broken"),
    "old or encrypted": (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512), "is of the old kind .xls, or protected"),
    "a bomb": (changed(WHOLE, xl__media__a="0" * LARGEST_UNPACKED), "holds too much"),
    "many parts": (changed(WHOLE, **{f"a{n}.xml": "<a/>" for n in range(MOST_PARTS)}), "holds too much"),
    "packed otherwise": (changed(WHOLE, zipfile.ZIP_LZMA), "is no workbook (.xlsx), or broken"),
    "macros": (changed(WHOLE, **{"xl__vbaProject.bin": b"x"}), "holds macros or controls (xl/vbaProject.bin)"),
    "a macro workbook": (edited(WHOLE, "[Content_Types].xml", r"openxmlformats-officedocument\.spreadsheetml\.sheet",
                                "ms-excel.sheet.macroEnabled"), "holds macros or controls ([Content_Types].xml)"),
    "another workbook": (changed(WHOLE, **{"xl__externalLinks__externalLink1.xml": "<a/>"}),
                         "links to something outside (xl/externalLinks/externalLink1.xml)"),
    "dynamic data exchange": (changed(WHOLE, **{"xl__externalLinks__externalLink1.xml": "<externalLink><ddeLink/>"
                              "</externalLink>"}), "links to something outside"),
    "a link": (changed(WHOLE, **{"xl__worksheets___rels__sheet1.xml.rels": '<Relationships><Relationship Id="a" '
               'Target="http://example.org" TargetMode="External"/></Relationships>'}),
               "links to something outside (xl/worksheets/_rels/sheet1.xml.rels)"),
    "a name of another workbook": (edited(WHOLE, "xl/workbook.xml", "<calcPr", "<definedNames><definedName name='a'>"
                                   "[1]S!$A$1</definedName></definedNames><calcPr"),
                                   "links to something outside (xl/workbook.xml)"),
    "a name of a program": (edited(WHOLE, "xl/workbook.xml", "<calcPr", "<definedNames><definedName name='a'>"
                            "cmd&#124;'/c calc'!A1</definedName></definedNames><calcPr"),
                            "links to something outside (xl/workbook.xml)"),
    "entities": (edited(WHOLE, SHEET, "<worksheet", '<!DOCTYPE a [<!ENTITY b "c">]><worksheet'), "declares entities"),
    "broken markup": (edited(WHOLE, SHEET, "</worksheet>", "</work>"), "is no workbook (.xlsx), or broken"),
    "no cells": (edited(WHOLE, "xl/workbook.xml", "r?:?id=\"rId1\"", 'r:id="rId77"'), "is no workbook (.xlsx)"),
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_or_broken_file_gets_a_sentence(what):
    data, said = HOSTILE[what]
    (told,) = refused(data)
    assert told.startswith(f"workbook: {said}"), told


def test_an_encoding_that_nobody_knows_gets_a_sentence():
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as file:
        sheet = file.read(SHEET).decode()
    data = changed(WHOLE, **{SHEET.replace("/", "__"): '<?xml version="1.0" encoding="klingon"?>' + sheet})
    assert refused(data)[0].startswith("workbook: is no workbook")


@given(st.dictionaries(st.integers(0, len(WHOLE) - 1), st.integers(0, 255), max_size=30), st.integers(0, len(WHOLE)))
def test_a_file_of_which_bytes_are_changed_or_cut_off_is_read_or_gets_a_sentence(changes, cut):
    data = bytearray(WHOLE)
    for place, byte in changes.items():
        data[place] = byte
    for each in (bytes(data), bytes(data[:cut])):
        with contextlib.suppress(Refused):
            assert read(each, PACK, ZH).county.known
