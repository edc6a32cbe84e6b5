// The address bar follows the scenario. Browsers limit how often a page may rewrite it (the strictest: 100 times in
// 30 seconds), so it is rewritten once changes have paused, and again later where a browser still refuses.
const PAUSE = 150
const RETRY = 1000

let wanted = null
let made = 0
let timer = null

function rewrite() {
  clearTimeout(timer)
  timer = null
  if (wanted === null || location.search === "?" + wanted) return
  try {
    history.replaceState(history.state, "", location.pathname + "?" + wanted + location.hash)
  } catch {
    timer = setTimeout(rewrite, RETRY)
  }
}

// This component is not drawn again when a lever moves, so what it was given may be older than what was announced.
function follow(address) {
  if (address.made < made) return
  made = address.made
  wanted = address.query
  name(address.steps)
  clearTimeout(timer)
  timer = setTimeout(rewrite, PAUSE)
}

// What can be taken back changes with every move, and so do the names of the buttons that do it.
let buttons = {}
function name(steps) {
  for (const [step, button] of Object.entries(buttons)) {
    const [possible, title] = steps[step]
    button.disabled = !possible
    button.title = title
    button.setAttribute("aria-label", button.title)
  }
}

addEventListener("scenario", (event) => follow(event.detail))
addEventListener("pagehide", rewrite)
addEventListener("visibilitychange", rewrite)

function address() {
  return location.origin + location.pathname + "?" + wanted
}

// Copies by the browser's own command, which works on plain http too, where the clipboard API does not exist. Some
// browsers copy only where something is selected.
function copy(parts) {
  const field = document.createElement("textarea")
  field.value = parts["text/plain"]
  field.style.cssText = "position:fixed;top:0;left:0;opacity:0"
  document.body.append(field)
  field.select()
  let done = false
  const fill = (event) => {
    for (const [kind, text] of Object.entries(parts)) event.clipboardData.setData(kind, text)
    event.preventDefault()
    event.stopImmediatePropagation()
    done = true
  }
  addEventListener("copy", fill, { capture: true })
  try {
    document.execCommand("copy")
  } finally {
    removeEventListener("copy", fill, { capture: true })
    field.remove()
  }
  return done
}

// A table as a spreadsheet takes it: plain numbers, and no text that it would take for a formula. A mark behind a
// number goes to the head of its row, the unit or the words behind it to a column of their own; a column of buttons
// alone is left out.
const SIGNED = /^[+-][\d,.]+ ?[%\p{L} ]*( \/ [+−-]?[\d,.]+ ?[%\p{L} ]*)?$/u
const IN_BRACKETS = /^[(（]([^()（）]*)[)）]$/
function cells(table) {
  const columns = (behind) => [...table.querySelectorAll(behind)].map((part) => part.parentElement.cellIndex)
  const [behind, noted] = [Math.max(...columns(".unit")), new Set(columns(".more"))]
  const rows = [...table.rows].map((row, i) => {
    const unit = i ? row.querySelector(".unit")?.textContent.trim() : table.dataset.units
    const texts = [...row.cells].flatMap((cell, j) => {
      const own = cell.cloneNode(true)
      own.querySelectorAll("button, .unit, .more").forEach((part) => part.remove())
      const text = own.textContent.trim().replace(/\s*\n\s*/g, " / ").replace(/^−/, "-")
      const more = i ? cell.querySelector(".more")?.textContent : table.querySelector(".more")?.dataset.head
      const note = (more ?? "").trim().replace(IN_BRACKETS, "$1")
      return [text, ...(behind > 0 && j === behind ? [unit ?? ""] : []), ...(noted.has(j) ? [note] : [])]
    })
    const marked = texts.some((text) => text.endsWith(" *"))
    const [head, ...others] = texts.map((text) => {
      const number = text.replace(/ \*$/, "").replace(/ %$/, "%")
      if (/^[+-]?[\d,]+(\.\d+)?%?$/.test(number)) return number.replace(/[+,]/g, "")
      return /^[=+@-]/.test(text) && !SIGNED.test(text) ? "'" + text : text
    })
    return [marked ? head + " *" : head, ...others]
  })
  const filled = rows[0].map((_, i) => rows.slice(1).some((row) => row[i]))
  return rows.map((row) => row.filter((_, i) => filled[i]))
}

function parts(button) {
  if (button.dataset.copy === "text") return { "text/plain": button.previousElementSibling.textContent }
  const shown = button.parentElement.querySelector("table")
  const rows = cells(shown)
  const table = document.createElement("table")
  table.createCaption().textContent = shown.caption.dataset.copied ?? shown.caption.textContent
  const [head, body] = [table.createTHead(), table.createTBody()]
  rows.forEach((row, i) => {
    const line = (i ? body : head).insertRow()
    line.append(...row.map((text) => Object.assign(document.createElement(i ? "td" : "th"), { textContent: text })))
  })
  return { "text/plain": rows.map((row) => row.join("\t")).join("\n"), "text/html": table.outerHTML }
}

function copyBeside(button) {
  if (!copy(parts(button))) return
  button.classList.add("done")
  setTimeout(() => button.classList.remove("done"), 1600)
}

function chooseLanguage(group, data, setTriggerValue) {
  group.replaceChildren(...data.languages.map(([language, name, locale]) => {
    const choice = document.createElement("button")
    choice.type = "button"
    choice.textContent = name
    choice.lang = locale
    choice.setAttribute("aria-pressed", String(language === data.language))
    choice.onclick = () => language !== data.language && setTriggerValue("language", language)
    return choice
  }))
}

function choosePage(nav, data, setTriggerValue) {
  nav.replaceChildren(...data.pages.map(([page, name]) => {
    const choice = document.createElement("button")
    choice.type = "button"
    choice.textContent = name
    if (page === data.here) choice.setAttribute("aria-current", "page")
    choice.onclick = () => page !== data.here && setTriggerValue("page", page)
    return choice
  }))
}

// What was asked for is sent until the server says that it has heard it: however fast somebody clicks, nothing is lost
// and nothing is done twice. Each carries the moment at which the page stood.
let asked = 0
let waiting = []
let send = () => {}
let ending = null
function ask(action) {
  clearTimeout(ending)
  waiting.push([++asked, action, made])
  send(waiting)
}

// Buttons in the page's own text say in an attribute what they ask for; so do other components, with an event.
addEventListener("click", (event) => {
  const copies = event.target.closest?.("button[data-copy]")
  if (copies) return copyBeside(copies)
  const button = event.target.closest?.("button[data-action]")
  if (!button) return
  if ("name" in button.dataset) askName(button)
  else ask(button.dataset.action)
})
addEventListener("action", (event) => ask(event.detail))

// A button that needs a name opens a field over itself, which stays where the page is drawn anew: Enter or leaving it
// takes the name, Escape leaves all as it was.
let limit = 0
function askName(button) {
  const field = document.createElement("input")
  const { left, top } = button.getBoundingClientRect()
  Object.assign(field, { value: button.dataset.name, maxLength: limit, className: "name" })
  Object.assign(field.style, { left: left + "px", top: top + "px" })
  field.setAttribute("aria-label", button.title)
  const { action } = button.dataset
  let open = true
  const close = (take) => {
    if (!open) return
    open = false
    if (take) ask(action + "\n" + field.value)
    field.remove()
  }
  field.onblur = () => document.hasFocus() && close(true)
  field.onkeydown = (event) => {
    if (event.isComposing || event.keyCode === 229) return
    if (event.key === "Enter") close(true)
    else if (event.key === "Escape") close(false)
  }
  document.body.append(field)
  field.select()
}

// Keys: a field in which something is being typed keeps its own undo.
function typing(event) {
  const at = event.composedPath()[0]
  if (at.isContentEditable || at.tagName === "TEXTAREA") return true
  return at.tagName === "INPUT" && !["range", "checkbox", "radio", "button"].includes(at.type) && at.dataset.typing !== "no"
}
addEventListener("keydown", (event) => {
  if (event.altKey && !event.ctrlKey && event.code === "KeyR") return take(event, "replay")
  if (!(event.ctrlKey || event.metaKey) || event.altKey || typing(event)) return
  const key = event.key.toLowerCase()
  if (key === "y" || (key === "z" && event.shiftKey)) take(event, "redo")
  else if (key === "z") take(event, "undo")
}, { capture: true })
function take(event, action) {
  event.preventDefault()
  event.stopPropagation()
  ask(action)
}

// A file that is dropped, or a link or a file's text that is pasted, anywhere on the page is opened.
// One character more than is read is sent of a file, so that the page can say that it is too large.
let largest = 0
let open = () => {}
let dropping = null
async function textOf(file) {
  return (await file.slice(0, 4 * (largest + 1)).text()).slice(0, largest + 1)
}
function carries(transfer) {
  return transfer && [...transfer.types].some((type) => ["Files", "text/uri-list", "text/plain"].includes(type))
}
addEventListener("dragover", (event) => {
  if (!carries(event.dataTransfer) || typing(event)) return
  event.preventDefault()
  if (dropping) dropping.hidden = false
})
addEventListener("dragleave", (event) => {
  if (!event.relatedTarget && dropping) dropping.hidden = true
})
addEventListener("drop", async (event) => {
  if (!carries(event.dataTransfer) || typing(event)) return
  event.preventDefault()
  if (dropping) dropping.hidden = true
  const file = event.dataTransfer.files[0]
  open(file ? await textOf(file) : event.dataTransfer.getData("text/plain"))
})
addEventListener("paste", (event) => {
  const text = event.clipboardData.getData("text/plain")
  const scenarios = /[?&]region=|^v=\d/.test(text) || text.trimStart().startsWith("{")
  if (!typing(event) && scenarios) open(text)
})

// A server that was started again knows nothing of this page; the address knows everything.
function comeBack(app) {
  let lost = false
  new MutationObserver(() => {
    const connected = app.dataset.testConnectionState === "CONNECTED"
    if (connected && lost) {
      rewrite()
      location.reload()
    }
    lost ||= !connected
  }).observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] })
}

const app = document.querySelector("[data-testid=stApp]")
if (app) comeBack(app)

const REPLAY = 1400
let replayed = 0

export default function ({ data, parentElement, setTriggerValue }) {
  const [title, nav, group, button, share, takeAway, output] = ["h1", "nav", "[role=group]", ".copy", ".share", ".take", "output"].map((part) => parentElement.querySelector(part))
  buttons = Object.fromEntries(["undo", "redo", "replay"].map((step) => [step, parentElement.querySelector("." + step)]))
  for (const [step, each] of Object.entries(buttons)) each.onclick = () => ask(step)
  dropping = parentElement.querySelector(".drop")
  dropping.textContent = data.drop
  open = (text) => setTriggerValue("text", text)
  share.textContent = data.share
  share.onclick = () => ask("share")
  takeAway.textContent = data.take
  takeAway.onclick = () => ask("take_away")
  limit = data.limit
  largest = data.largest
  follow(data.address)
  if (data.replay && data.replay !== replayed) {
    replayed = data.replay
    clearTimeout(ending)
    ending = setTimeout(() => ask("replayed"), REPLAY)
  }
  document.documentElement.lang = data.locale
  document.title = data.title
  title.textContent = data.title
  chooseLanguage(group, data, setTriggerValue)
  choosePage(nav, data, setTriggerValue)
  waiting = waiting.filter(([number]) => number > data.heard)
  send = (actions) => setTriggerValue("action", actions)
  addEventListener("scenario", () => output.replaceChildren(), { once: true })
  if (!button.dataset.busy) button.textContent = data.copy
  button.onclick = () => {
    rewrite()
    if (copy({ "text/plain": address() })) {
      button.dataset.busy = "yes"
      button.textContent = "✓ " + data.copied
      output.replaceChildren()
      setTimeout(() => {
        delete button.dataset.busy
        button.textContent = data.copy
      }, 1600)
    } else {
      const field = document.createElement("input")
      field.readOnly = true
      field.value = address()
      field.setAttribute("aria-label", data.failed)
      output.replaceChildren(data.failed, field)
      field.select()
    }
  }
}
