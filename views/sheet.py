"""Tables and buttons as HTML, everything escaped; a button says which action it asks for, see `actions`."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from model.words import N_


@dataclass(frozen=True)
class Button:
    """What can be clicked in the page's own text: the header hears the click."""

    action: str
    label: str
    title: str = ""
    pressed: bool | None = None
    name: str | None = None
    """Where it first asks for a name: the one that is proposed. A line break and the name are added to the action."""

    def html(self) -> str:
        """The button."""
        title = (
            f' title="{escape(self.title)}" aria-label="{escape(self.label)}: {escape(self.title)}"'
            if self.title
            else ""
        )
        pressed = "" if self.pressed is None else f' aria-pressed="{str(self.pressed).lower()}"'
        name = "" if self.name is None else f' data-name="{escape(self.name)}"'
        action = f' data-action="{escape(self.action)}"'
        return f'<button type="button"{action}{name}{title}{pressed}>{escape(self.label)}</button>'


class Strong(str):
    """A text that stands out."""


@dataclass(frozen=True)
class Bar:
    """A text over a bar that grows from the middle: to the left below 0, to either end at -1 and 1."""

    text: str
    far: float
    css: str = ""

    def html(self) -> str:
        """The text, and the ends of the bar in per cent for the style."""
        ends = sorted((50.0, 50 + 50 * min(1.0, max(-1.0, self.far))))
        style = "".join(f"--{name}:{end:.1f}%;" for name, end in zip(("from", "to"), ends, strict=True))
        return f'<span class="bar {escape(self.css)}" style="{style}">{escape(self.text)}</span>'


@dataclass(frozen=True)
class Amount:
    """A number and its unit, which stand together on the page and in columns of their own where they are copied."""

    number: str
    unit: str
    strong: bool = False

    def html(self) -> str:
        """The two, the unit marked for the header."""
        number = f"<b>{escape(self.number)}</b>" if self.strong else escape(self.number)
        return f'{number}<span class="unit"> {escape(self.unit)}</span>'


@dataclass(frozen=True)
class Noted:
    """A text that begins with a number; what follows it has a column of its own where it is copied, under `head`."""

    text: str
    number: str
    head: str

    def html(self) -> str:
        """The text, what follows the number marked for the header."""
        note = escape(self.text.removeprefix(self.number))
        return f'{escape(self.number)}<span class="more" data-head="{escape(self.head)}">{note}</span>'


class Link(str):
    """An address that can be followed."""


COPY = '<button type="button" data-copy></button>'
COPY_TEXT = '<button type="button" data-copy="text"></button>'
"""Its words stand in the style, as they do for whatever no catalogue reaches: see `frame`."""
CAPTION = N_("{title} ({basis})")
"""What a table is called that says its price basis and unit once for all cells."""
Cell = str | Button | Bar | Amount | Noted
Rows = Sequence[Sequence[Cell]]


def plain_text(cell: Cell) -> str:
    """The words and numbers of a cell."""
    if isinstance(cell, Amount):
        return f"{cell.number} {cell.unit}"
    return cell.text if isinstance(cell, Bar | Noted) else cell.label if isinstance(cell, Button) else cell


UNIT = N_("Unit")
"""What heads the column of units."""


def table(
    heads: Sequence[str],
    rows: Rows,
    css: str = "",
    numbers: Container[int] = (),
    labelled: bool = False,
    *,
    caption: str,
    units: str = "",
) -> str:
    """A table; the columns in `numbers` are right-aligned figures, the others text.

    The caption says what it shows, its unit and price basis: it is read aloud and copied, the page has its headings.
    `units` heads the column into which the units of amounts are copied.
    `labelled` cells carry their column's title too, for the style to say where columns have no room.
    """
    aligned = [f' class="{"number" if column in numbers else "text"}"' for column in range(len(heads))]
    head = "".join(f'<th scope="col"{css}>{escape(title)}</th>' for title, css in zip(heads, aligned, strict=True))
    labels = [f' data-head="{escape(title)}"' if labelled else "" for title in heads]
    marks = [css + label for css, label in zip(aligned, labels, strict=True)]
    body = "".join("<tr>" + "".join(_cell(cell, i, marks[i]) for i, cell in enumerate(row)) + "</tr>" for row in rows)
    said = f'<caption class="unseen">{escape(caption)}</caption>'
    copied = f' data-units="{escape(units)}"' if units else ""
    return copyable(
        f'<table class="sheet {css}"{copied}>{said}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    )


def amount(text: str, unit: str, strong: bool = False) -> Cell:
    """The text as an amount where it ends with that unit."""
    number = text.removesuffix(f" {unit}") if unit else text
    if number != text:
        return Amount(number, unit, strong)
    return Strong(text) if strong else text


def copyable(markup: str) -> str:
    """A table in a frame that it can be moved in, below the button that copies it, which the header hears."""
    return f'<div class="copyable">{COPY}<div class="wide">{markup}</div></div>'


def quoted(text: str) -> str:
    """A text to be quoted as it stands, with a button that copies it."""
    return f'<div class="quoted"><pre>{escape(text)}</pre>{COPY_TEXT}</div>'


def block(title: str, *parts: str, css: str = "", anchor: str = "") -> str:
    """A titled part of a page, which links to the anchor lead to; the parts are HTML."""
    named = f' id="{escape(anchor)}"' if anchor else ""
    return f'<section class="part {css}"{named}><h3>{escape(title)}</h3>{"".join(parts)}</section>'


def contents(titles: Mapping[str, str]) -> str:
    """The parts of a page by their anchors, to go to."""
    links = "".join(f'<a href="#{escape(anchor)}">{escape(title)}</a>' for anchor, title in titles.items())
    return f'<nav class="contents">{links}</nav>'


def folded(said: str, markup: str) -> str:
    """A part that opens with a click on what is said of it."""
    return f"<details><summary>{escape(said)}</summary>{markup}</details>"


def words(*sentences: str) -> str:
    """A paragraph."""
    flow = " ".join(sentence for sentence in sentences if sentence)
    return f"<p>{escape(flow.replace('。 ', '。'))}</p>"


def listed(sentences: Sequence[str]) -> str:
    """A list, one sentence an item."""
    return f"<ul>{''.join(f'<li>{escape(sentence)}</li>' for sentence in sentences)}</ul>"


def _cell(cell: Cell, column: int, css: str) -> str:
    inside = cell.html() if isinstance(cell, Button | Bar | Amount | Noted) else escape(cell)
    if isinstance(cell, Strong):
        inside = f"<b>{inside}</b>"
    elif isinstance(cell, Link):
        inside = f'<a href="{inside}" target="_blank" rel="noopener noreferrer">{inside}</a>'
    return f'<th scope="row"{css}>{inside}</th>' if column == 0 else f"<td{css}>{inside}</td>"
