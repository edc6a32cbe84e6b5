"""The sheet of inputs: every lever that a formula follows. Years by hand are inputs too, on the sheet of paths."""

from model.economics import phrases
from model.economics.verdict import official_levels
from model.language.words import N_
from model.region.indicators import GDP
from model.region.pack import Pack
from model.region.records import ERROR, PERSISTENCE
from model.scenario.lever import Lever
from model.scenario.levers import lever_key, levers, series_of
from model.scenario.scenario import plan
from views.downloads.workbook.book import NOTE, look_of
from views.downloads.workbook.formula import Formula, cell
from views.downloads.workbook.sheet import Sheet
from views.words import notes

WIDTHS = (34, 11, 8, 11, 11, 9, 10, 8, 42)
TOP = 4
PARTS = {"rate": N_("Growth"), "base": N_("Baseline"), "target": N_("Target")}
ALLOWED = N_("Allowed: {low} to {high}. Choose a value between them.")
ALLOWED_YEARS = N_("Allowed: whole years from {low} to {high}. Choose one of them.")
LONGEST_TITLE = 32
"""Characters of the title that a spreadsheet shows beside a refused value."""


def live(pack: Pack) -> dict[str, Lever]:
    """The levers that formulas follow: the rest move the uncertainty, or a view, which are values."""
    unused = {ERROR, PERSISTENCE, "horizon"}
    if has_official(pack):
        unused |= {f"{GDP.key}_low", f"{GDP.key}_high"}
    return {key: lever for key, lever in levers(pack).items() if key not in unused and lever.link_key != "sectors"}


def has_official(pack: Pack) -> bool:
    """Whether the verdict always has its second reading, and the range of the baseline has no part in it."""
    return any(figure.year == pack.first_year for figure in official_levels(pack))


def fill(sheet: Sheet) -> None:
    """Writes the sheet; names each input by its lever, and `base_year` and `inputs_invalid`."""
    book, w, pack, scenario = sheet.book, sheet.w, sheet.book.state.pack, sheet.book.state.scenario
    sheet.begin(w(N_("Inputs")), w(N_("Blue cells are inputs: verdict, paths and solutions follow them.")))
    heads = [
        N_("Assumption"), N_("Value"), N_("Unit"), N_("As exported"), N_("In the plan"), N_("At least"), N_("At most"),
        N_("Not allowed"), N_("Source of the plan's value"),
    ]  # fmt: skip
    sheet.heads([w(head) for head in heads], left=(0, 8))
    part, rows = "", dict[str, int]()
    for key, lever in live(pack).items():
        if (mine := _part(lever)) != part:
            part = mine
            sheet.part(w(PARTS[part]))
        row, look, at = sheet.row, look_of(lever, w), cell(sheet.row, 1)
        whole = f",{at}=ROUND({at},0)" if lever.kind == "year" else ""
        test = f"IF(ISNUMBER({at}),IF(AND({at}>={cell(row, 5)},{at}<={cell(row, 6)}{whole}),0,1),1)"
        own, *others = (
            book.written(value, lever)
            for value in (scenario[key], scenario[key], plan(pack)[key], lever.low, lever.high)
        )
        rows[key] = sheet.line(
            phrases.title(lever, w), (own, look, "input"), (book.unit(lever), "note", "right"),
            *((value, look) for value in others), (Formula(test, 0), "flag"), (_source(sheet, lever), *NOTE),
        )  # fmt: skip
        sheet.name_cells(key, row, 1)
        validate(sheet, lever, row, 1)
    last = sheet.row - 1
    sheet.row += 1
    sheet.name_cells("base_year", sheet.line(w(N_("Base year")), (pack.base_year, "year")), 1)
    sheet.put(2, 0, w(N_("Inputs that are not allowed")), "row")
    wrong = [f"COUNTA({s}_by_hand)-COUNT({s}_by_hand)" for s in series_of(pack)]
    for s in series_of(pack):
        low, high = (cell(rows[lever_key(s, "later")], column) for column in (5, 6))
        wrong.append(f'COUNTIF({s}_by_hand,"<"&{low})+COUNTIF({s}_by_hand,">"&{high})')
    count = "+".join([f"SUM({cell(TOP, 7)}:{cell(last, 7)})", *wrong])
    sheet.put(2, 1, Formula(count, 0), "year", name="inputs_invalid")
    sheet.on.freeze_panes(TOP, 1)
    sheet.on.repeat_rows(TOP - 1)


def _part(lever: Lever) -> str:
    return "rate" if lever.by_year else "base" if lever.slot in ("base", "low", "high") else "target"


def _source(sheet: Sheet, lever: Lever) -> str:
    """Where the plan's value is from, and that it is extended where it is."""
    figure, w = lever.source, sheet.w
    if figure is None:
        return w(N_("system default"))
    said = w(N_("{source}, trust {trust}"), source=notes.placed(sheet.book.state, figure), trust=figure.trust)
    return w.listing([*filter(None, (said, phrases.extended(lever, w)))])


def validate(sheet: Sheet, lever: Lever, row: int, column: int, last: int | None = None) -> None:
    """Refuses what a lever does not allow, in a sentence."""
    w, book = sheet.w, sheet.book
    low, high = (phrases.value(limit, lever, w) for limit in (lever.low, lever.high))
    sheet.on.data_validation(
        row, column, row, column if last is None else last,
        {
            "validate": "integer" if lever.kind == "year" else "decimal", "criteria": "between",
            "ignore_blank": last is not None,
            "minimum": book.written(lever.low, lever), "maximum": book.written(lever.high, lever),
            "error_title": phrases.title(lever, w)[:LONGEST_TITLE],
            "error_message": w(ALLOWED_YEARS if lever.kind == "year" else ALLOWED, low=low, high=high),
        },
    )  # fmt: skip
