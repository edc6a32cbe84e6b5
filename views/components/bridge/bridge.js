// Browsers limit how often a page may rewrite its address (the strictest: 100 times in 30 seconds), so it is rewritten
// once changes have paused, and again later where a browser still refuses.
const PAUSE = 150
const RETRY = 1000
const SAID = 600 // ms without a change after which the result is read aloud: a drag has ended
const GONE = 400 // ms after which a broken connection is worth a word
const COPIED = 1600

const app = document.querySelector("[data-testid=stApp]")
let now = null
let open = () => {}
const timers = {}
function later(name, wait, action) {
  clearTimeout(timers[name])
  timers[name] = setTimeout(action, wait)
}

// Both stand outside what Streamlit draws, so that they are never replaced.
function add(className, role) {
  const part = document.createElement("div")
  part.className = className
  part.setAttribute("role", role)
  return document.body.appendChild(part)
}
const live = add("bridge-live", "status")
const bar = add("bridge-bar", "status")
const say = (...parts) => bar.replaceChildren(...parts.filter(Boolean))
const connected = () => app.dataset.testConnectionState === "CONNECTED"
const rest = () => say(connected() ? "" : now.labels.lost)

function rewrite() {
  clearTimeout(timers.address)
  if (!now || location.search === "?" + now.query) return
  try {
    history.replaceState(history.state, "", location.pathname + "?" + now.query + location.hash)
  } catch {
    later("address", RETRY, rewrite)
  }
}
addEventListener("pagehide", rewrite)
addEventListener("visibilitychange", rewrite)

// A server that was started again opens what the address holds.
new MutationObserver(() => {
  rewrite()
  later("connection", connected() ? 0 : GONE, rest)
}).observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] })

// Streamlit's own dialog about the connection tells a visitor to start the server in a terminal, in English, and takes
// the focus from the box in which somebody types: it is closed, and the focus goes back.
let focused = null
addEventListener("focusin", (event) => {
  if (connected() || !event.target.closest("[data-testid=stDialog]")) focused = event.composedPath()[0]
})
new MutationObserver((changes) => {
  if (connected()) return
  for (const added of changes.flatMap((change) => [...change.addedNodes])) {
    if (added.dataset?.testid !== "stDialog") continue
    added.querySelector("[aria-label=Close]").click()
    for (const wait of [0, 20, 100]) setTimeout(() => focused?.focus({ preventScroll: true }), wait)
  }
}).observe(document.body, { childList: true })

// Copies by the browser's own command, which works on plain http too, where the clipboard API does not exist. Some
// browsers copy only where something is selected.
function copy(text) {
  const focused = document.activeElement
  const field = Object.assign(document.createElement("textarea"), { value: text })
  field.style.cssText = "position:fixed;top:0;left:0;opacity:0"
  document.body.append(field)
  field.select()
  const done = document.execCommand("copy")
  field.remove()
  focused.focus({ preventScroll: true })
  return done
}

// What is printed ends with its link and the day.
const foot = document.body.appendChild(Object.assign(document.createElement("footer"), { className: "bridge-foot" }))
addEventListener("beforeprint", () => {
  rewrite()
  foot.textContent = location.href + " · " + new Date().toLocaleDateString(now.locale)
})

// Heard before Streamlit hears it: nothing need be drawn again.
addEventListener("click", (event) => {
  if (event.target.closest?.(".st-key-print button")) {
    event.stopPropagation()
    return print()
  }
  if (!event.target.closest?.(".st-key-copy_link button")) return
  event.stopPropagation()
  rewrite()
  const link = location.origin + location.pathname + "?" + now.query
  if (copy(link)) {
    say(now.labels.copied)
    later("copied", COPIED, rest)
  } else {
    const field = Object.assign(document.createElement("input"), { value: link, readOnly: true, onblur: rest })
    field.setAttribute("aria-label", now.labels.select)
    say(now.labels.select, field)
    field.select()
  }
}, { capture: true })

// A link or file that is dropped or pasted anywhere but into a field is opened. Of a file, one character more than is
// read is sent, so that the page can say that it is too large.
function elsewhere(event) {
  const at = event.composedPath()[0]
  const field = at.isContentEditable || at.tagName === "TEXTAREA" || (at.tagName === "INPUT" && at.type !== "range")
  return field || event.defaultPrevented
}
async function take(transfer) {
  const file = transfer.files[0]
  open(file ? (await file.slice(0, 4 * (now.largest + 1)).text()).slice(0, now.largest + 1) : transfer.getData("text"))
}
addEventListener("dragover", (event) => {
  if (elsewhere(event)) return
  event.preventDefault()
  say(now.labels.drop)
})
addEventListener("dragleave", (event) => !event.relatedTarget && rest())
addEventListener("drop", (event) => {
  if (elsewhere(event)) return
  event.preventDefault()
  rest()
  take(event.dataTransfer)
})
// A row or column pasted into a box of a year is written there as one text, which the page tells apart: of its own, the
// box would join the numbers.
addEventListener("paste", (event) => {
  const years = event.clipboardData.getData("text").trim().split(/[\t\r\n]+/)
  if (years.length < 2 || !event.target.closest?.(".st-key-years")) return
  event.preventDefault()
  document.execCommand("insertText", false, years.join("; "))
}, { capture: true })
addEventListener("paste", (event) => {
  const { files } = event.clipboardData
  const text = event.clipboardData.getData("text")
  if (!elsewhere(event) && (files.length || /^\s*\{|\w=/.test(text))) take(event.clipboardData)
})

export default function ({ data, setTriggerValue }) {
  open = (text) => text && setTriggerValue("text", text)
  dispatchEvent(new CustomEvent("answered", { detail: data.answered }))
  if (now?.session === data.session && data.version < now.version) return
  if (now && data.announce !== now.announce) later("live", SAID, () => (live.textContent = now.announce))
  now = data
  document.documentElement.lang = data.locale
  later("address", PAUSE, rewrite)
}
