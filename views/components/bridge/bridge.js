const REST = 500 // ms without a change after which the hand rests, and the result is read aloud
const AHEAD = 6 // positions of a drag on their way at a time; of anything else one
const LOST = 2000 // ms after which no answer comes any more, if nothing is running
const PAUSE = 150 // ms: browsers limit how often the address is rewritten (the strictest: 100 times in 30 seconds)
const GONE = 400 // ms after which a broken connection is worth a word
const COPIED = 4000

const app = document.querySelector("[data-testid=stApp]")
const connected = () => app.dataset.testConnectionState === "CONNECTED"
let now = null
let [open, transmit] = [() => {}, () => {}]
const timers = {}
function later(name, wait, action) {
  clearTimeout(timers[name])
  timers[name] = setTimeout(action, wait)
}

// Both stand outside what Streamlit draws, so that they are never replaced.
const [live, bar] = ["bridge-live", "bridge-bar"].map((className) => {
  const part = Object.assign(document.createElement("div"), { className })
  part.setAttribute("role", "status")
  return document.body.appendChild(part)
})
const rest = () => bar.replaceChildren(connected() ? "" : now.labels.lost)

function rewrite() {
  clearTimeout(timers.address)
  if (!now || location.search === "?" + now.query) return
  try {
    history.replaceState(history.state, "", location.pathname + "?" + now.query + location.hash)
  } catch {
    later("address", 1000, rewrite) // refused: too often
  }
}
addEventListener("pagehide", rewrite)
addEventListener("visibilitychange", rewrite)

// What levers say is sent in turn, since Streamlit keeps only the newest value of a component; of positions of one drag
// that wait, the newest.
const queue = []
let last = { done: true }
let [sent, answered, at] = [0, 0, 0]
const joined = (one, next) => one && "value" in one && "value" in next && one.key === next.key && one.gesture === next.gesture
function put(message) {
  clearTimeout(timers.rest)
  if (joined(queue.at(-1), message)) queue.pop()
  queue.push(message)
  send()
}
function send() {
  if (!queue.length || !connected() || sent - answered >= (joined(last, queue[0]) ? AHEAD : 1)) return
  last = Object.assign(queue.shift(), { seq: ++sent, done: false })
  at = performance.now()
  transmit(last)
}
function hear(seq) {
  answered = Math.max(answered, seq)
  if (answered >= last.seq) last.done = true
  send()
  if (last.done && "value" in last) later("rest", REST, () => put({ key: last.key, rest: true }))
}
addEventListener("hand", (event) => put(event.detail))
// Sends what could not be sent, or was sent into a connection that broke, once the page stands still again.
setInterval(() => {
  copy()
  const waits = queue.length || !last.done
  if (!waits || app.dataset.testScriptState !== "notRunning" || performance.now() - at < LOST) return
  if (!last.done && !joined(last, queue[0] ?? {})) queue.unshift(last)
  answered = sent
  send()
}, 250)

// A server that was started again opens what the address holds.
new MutationObserver(() => {
  at = performance.now()
  rewrite()
  later("connection", connected() ? 0 : GONE, rest)
}).observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] })

// Streamlit's own dialog about the connection tells a visitor to start the server in a terminal, in English, and takes
// the focus from the box in which somebody types: it is closed, and the focus goes back.
let focused = null
// (Focus that moves from slider to box of one lever is not heard out here; focus that leaves the lever is.)
addEventListener("focusout", (event) => {
  const dialog = event.relatedTarget?.closest("[data-testid=stDialog]")
  if (dialog && dialog !== event.target.closest("[data-testid=stDialog]")) focused = event.composedPath()[0]
})
new MutationObserver((changes) => {
  if (connected()) return
  for (const added of changes.flatMap((change) => [...change.addedNodes])) {
    if (added.dataset?.testid !== "stDialog") continue
    added.querySelector("[aria-label=Close]").click()
    for (const wait of [0, 20, 100, 400]) setTimeout(() => focused?.focus({ preventScroll: true }), wait)
  }
}).observe(document.body, { childList: true })

// What is printed ends with its link, by its check sum, as pictures do (of a PDF it opens), and the day.
const foot = document.body.appendChild(Object.assign(document.createElement("footer"), { className: "bridge-foot" }))
addEventListener("beforeprint", () => {
  rewrite()
  const check = new URLSearchParams(location.search).get("check")
  const link = Object.assign(document.createElement("a"), { href: location.href, textContent: now.labels.foot.replace("{place}", location.host).replace("{check}", check) })
  foot.replaceChildren(link, " · ", new Date().toLocaleDateString(now.locale))
})

// Copies by the browser's own command, which works on plain http too, where the clipboard API does not exist; what is
// copied must be selected. The click is heard before Streamlit hears it: nothing need be drawn again.
addEventListener("click", (event) => {
  if (event.target.closest?.(".st-key-print button")) {
    event.stopPropagation()
    return print()
  }
  const chooser = event.target.closest?.(".st-key-choose_file button")
  if (chooser) {
    event.stopPropagation()
    event.preventDefault()
    const field = chooser.closest("[data-testid=stForm]").querySelector("textarea")
    const input = Object.assign(document.createElement("input"), { type: "file", accept: ".json,.txt" })
    input.onchange = async () => {
      field.select()
      document.execCommand("insertText", false, await start(input.files[0]))
    }
    return input.click()
  }
  copying = event.target.closest?.(".st-key-copy_link button")
  if (!copying) return
  event.stopPropagation()
  copy()
}, { capture: true })
// Copies the link once what was done last is in it.
let copying = null
function copy() {
  if (!copying || queue.length || !last.done || app.dataset.testScriptState !== "notRunning") return
  const button = copying
  copying = null
  rewrite()
  const value = location.origin + location.pathname + "?" + now.query
  const field = Object.assign(document.createElement("input"), { value, readOnly: true, ariaLabel: now.labels.select })
  bar.replaceChildren(now.labels.select, field)
  field.select()
  if (document.execCommand("copy")) {
    button.focus({ preventScroll: true })
    bar.replaceChildren(now.labels.copied)
    later("copied", COPIED, rest)
  } else field.onblur = rest
}

// A link or file that is dropped or pasted anywhere but into a field is opened. Of a file, one character more than is
// read is sent, so that the page can say that it is too large.
function elsewhere(event) {
  const at = event.composedPath()[0]
  const field = at.isContentEditable || at.tagName === "TEXTAREA" || (at.tagName === "INPUT" && at.type !== "range")
  return !field && !event.defaultPrevented
}
const start = async (file) => (await file.slice(0, 4 * (now.largest + 1)).text()).slice(0, now.largest + 1)
const take = async ({ files: [file] }, text) => open(file ? await start(file) : text)
addEventListener("dragover", (event) => {
  if (!elsewhere(event)) return
  event.preventDefault()
  bar.replaceChildren(now.labels.drop)
})
addEventListener("dragleave", (event) => !event.relatedTarget && rest())
addEventListener("drop", (event) => {
  if (!elsewhere(event)) return
  event.preventDefault()
  rest()
  take(event.dataTransfer, event.dataTransfer.getData("text"))
})
addEventListener("paste", (event) => {
  const data = event.clipboardData
  const text = data.getData("text")
  const years = text.replace(/\r?\n$/, "").split(/\t|\r?\n/)
  if (years.length > 1 && event.target.closest?.(".st-key-years")) {
    // A row or column goes into a box of a year as one text, which the page tells apart: the box would join the numbers.
    event.preventDefault()
    document.execCommand("insertText", false, years.join("; "))
  } else if (elsewhere(event) && (data.files.length || /^\s*\{|\w=/.test(text))) take(data, text)
}, { capture: true })

export default function ({ data, setStateValue, setTriggerValue }) {
  open = (text) => text && setTriggerValue("text", text)
  transmit = (message) => setStateValue("sent", { ...message })
  hear(data.answered)
  if (now?.session === data.session && data.version < now.version) return
  // On a phone a page that is opened shows its answer, not the sheet of levers that was open when it was left.
  if (!now && innerWidth <= 640) document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click()
  if (now && data.announce !== now.announce) later("live", REST, () => (live.textContent = now.announce))
  now = data
  const root = document.documentElement
  if (root.lang !== data.locale) root.lang = data.locale // written again, all styles are worked out again
  later("address", PAUSE, rewrite)
}
