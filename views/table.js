// Rows and cells are made once and written into afterwards, as text only: nothing shown here can become markup.
function element(name, text = "", options = {}) {
  return Object.assign(document.createElement(name), { textContent: text, ...options })
}

function build(table, data) {
  const head = element("tr")
  head.append(element("th"), ...data.years.map((year) => element("th", year, { scope: "col" })))
  table.tHead.replaceChildren(head)
  table.tBodies[0].replaceChildren(...data.rows.map((row) => {
    const line = element("tr", "", { className: row.kind })
    const title = element("th", row.title && row.title + " ", { scope: "row" })
    title.append(element("small", row.note))
    line.append(title, ...row.cells.map(() => element("td")))
    return line
  }))
}

// A growth cell is typed over in place: Enter or leaving it sends what stands there, Escape puts the old text back.
function editable(cell, send) {
  cell.contentEditable = "plaintext-only"
  cell.role = "textbox"
  cell.onfocus = () => getSelection().selectAllChildren(cell)
  cell.onkeydown = (event) => {
    if (event.key === "Escape") cell.textContent = cell.dataset.shown
    if (event.key === "Enter" || event.key === "Escape") cell.blur()
    if (event.key === "Enter") event.preventDefault()
  }
  cell.onblur = () => {
    const typed = cell.textContent
    cell.textContent = cell.dataset.shown
    if (typed !== cell.dataset.shown) send(typed)
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const table = parentElement.querySelector("table")
  const shape = JSON.stringify([data.years, data.rows.map((row) => [row.title, row.note])])
  if (table.dataset.shape !== shape) build(table, data)
  table.dataset.shape = shape
  if (table.caption.textContent !== data.caption) table.caption.textContent = data.caption
  table.caption.dataset.copied = data.copied
  parentElement.querySelector(".copyable + small").textContent = data.footnote
  parentElement.querySelector("output").textContent = data.wrong.join(" ")
  data.rows.forEach((row, i) => row.cells.forEach((text, j) => {
    const cell = table.tBodies[0].rows[i].cells[j + 1]
    if (cell !== document.activeElement && cell.textContent !== text) cell.textContent = text
    cell.dataset.shown = text
    const byHand = row.by_hand.includes(data.years[j])
    const locked = row.locked.includes(data.years[j])
    cell.className = locked ? "hand locked" : byHand ? "hand" : ""
    cell.title = locked ? data.locked : byHand ? data.hint : ""
    if (!row.series || !text) return
    cell.ariaLabel = [row.name, data.years[j]].join(" ")
    if (!cell.isContentEditable) editable(cell, (typed) => setTriggerValue("typed", [row.series, data.years[j], typed]))
  }))
}
