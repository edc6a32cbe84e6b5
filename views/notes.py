"""What a reader needs before quoting a number, and where every number came from."""

from html import escape

from model.indicators import BY_KEY, GDP
from model.pack import Figure, Pack
from model.words import N_
from views.state import State
from views.wording import Wording


def read_before_quoting(state: State) -> str:
    """Three lines, visible without a click."""
    w, base = state.wording, state.pack.baselines[GDP.key]
    low, _, high = state.scenario.baseline_range
    lines = (
        w(
            N_("The {base} GDP of {level} {unit} is derived, not printed; {range} is plausible. Investment and retail levels are derived too."),
            level=w.exactly(base.value, base.unit), unit=w.unit(base.unit), range=w.span(low, high, base.unit),
        ),
        w(N_("GDP growth is real; the target is a level at current prices, so the price change matters. Investment, retail sales and income grow at nominal rates.")),
        w(N_("These are consequences of the rates you assume, not a forecast. “Within five years” is read as {congress} (from the Party congress) or {later_reading} (from {base})."),
          congress=_year(state.pack, "congress_2026"), later_reading=_year(state.pack, "five_years_on")),
    )  # fmt: skip
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f'<section class="notes"><h3>{escape(w(N_("Read before quoting")))}</h3><ol>{items}</ol></section>'


def sources(state: State) -> str:
    """The sources line, and behind it every figure with value, unit, basis, trust, source and locator."""
    w, pack = state.wording, state.pack
    zh = state.language == "zh"
    line = "; ".join(
        f"{s.title_zh if zh else s.title_en} ({s.publisher_zh if zh else s.publisher_en}, {s.published})"
        for s in pack.sources.values()
    )
    rows = [
        *(_row(N_("baseline"), b, b.note_zh if zh else b.note_en, pack, w) for b in pack.baselines.values()),
        *(_row(N_("outcome"), f, f.note_zh if zh else f.note_en, pack, w) for f in pack.outcomes),
        *(
            _row(N_("published growth"), f, f.note_zh if zh else f.note_en, pack, w)
            for f in pack.growth
            if f.indicator in BY_KEY
        ),
        *(_row(N_("announced goal"), g, g.note_zh if zh else g.note_en, pack, w) for g in pack.goals.values()),
        *(_row(N_("history"), f, f.note_zh if zh else f.note_en, pack, w) for f in pack.shown_history(GDP.key)),
    ]
    titles = (
        N_("Figure"),
        N_("Year"),
        N_("Value"),
        N_("Price basis"),
        N_("Trust"),
        N_("Source"),
        N_("Where"),
        N_("Note"),
    )
    head = "".join(f'<th scope="col">{escape(w(title))}</th>' for title in titles)
    return (
        f'<section class="sources"><p>{escape(w(N_("Sources")))}: {escape(line)}</p>'
        f"<details><summary>{escape(w(N_('Every figure with its source')))}</summary>"
        f"<p>{escape(w(N_('Trust: A official text; B careful copy or exact derivation; C approximate; D not shown.')))}</p>"
        f'<div class="wide"><table class="figures"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>'
        "</details></section>"
    )


BASES = {"current": N_("current prices"), "constant": N_("constant prices"), "price_change": N_("price change")}


def _row(kind: str, figure: Figure, note: str, pack: Pack, w: Wording) -> str:
    source = pack.sources[figure.source]
    value = (
        f"{w.number(figure.value, 1)}{w.percent_sign}"
        if figure.unit == "%"
        else f"{w.exactly(figure.value, figure.unit)} {w.unit(figure.unit)}"
    )
    cells = (
        f"{w(BY_KEY[figure.indicator].short)}, {w(kind)}", str(figure.year), value, w(BASES[figure.price_basis]), figure.trust,
        source.title_zh if w.language == "zh" else source.title_en, figure.locator, note,
    )  # fmt: skip
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"


def _year(pack: Pack, goal: str) -> str:
    return str(pack.goals[goal].year) if goal in pack.goals else "–"
