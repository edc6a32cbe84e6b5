// A few positions of a drag are on their way at a time, of anything else one; the newest that came meanwhile follows once
// there is room. What a hand holds, types or has just sent is never replaced by an answer to something older.
const AHEAD = 4
const APART = 500 // ms between two key presses that are two steps of undo
const LOST = 2000 // ms after which no answer comes any more, if nothing is running: what was sent is sent again
const SWIPE = 6 // px across before a touch is taken for a drag

const app = document.querySelector("[data-testid=stApp]")
const online = () => app.dataset.testConnectionState === "CONNECTED"
let changed = 0
new MutationObserver(() => (changed = performance.now()))
  .observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] })

let gestures = 0

class Lever {
  constructor(root) {
    const part = (selector) => root.querySelector(selector)
    Object.assign(this, { root, label: part("label"), button: part("button"), box: part("#box") })
    Object.assign(this, { slider: part("#slider"), error: part("#error"), help: part("#help") })
    Object.assign(this, { sent: 0, answered: 0, message: {}, next: null, gesture: 0, last: 0, at: 0 })
    Object.assign(this, { dirty: false, typed: false, held: false, touch: null })
    this.button.onclick = () => this.once({ solve: true })
    this.box.onfocus = () => this.dirty || this.box.select()
    this.box.oninput = () => (this.dirty = true)
    this.box.onblur = (event) => this.leave(event)
    this.box.onkeydown = (event) => this.keyInBox(event)
    this.slider.onkeydown = (event) => this.keyOnSlider(event)
    this.slider.oninput = () => this.slide()
    this.slider.onpointerdown = (event) => this.grasp(event)
    this.slider.onpointermove = (event) => this.follow(event)
    addEventListener("answered", (event) => this.hear(event.detail[this.data.key]))
  }

  // The lever was drawn again.
  draw(data, setStateValue) {
    Object.assign(this, { data, setStateValue })
    if (this.label.textContent !== data.label) this.label.textContent = data.label
    Object.assign(this.help, { textContent: data.help })
    this.label.title = data.help
    this.slider.setAttribute("aria-label", data.label)
    this.button.hidden = !data.solve
    this.button.title = data.solve
    this.button.setAttribute("aria-label", data.solve)
    for (const input of [this.box, this.slider]) input.setAttribute("aria-describedby", "error help")
    this.hear(data.answered)
    // Drawn before what was sent last was taken: 0 is said by a server that was started again.
    const older = data.answered && data.answered < this.sent
    if (older || this.next || this.sent > this.answered) return
    this.value = data.value
    this.typed &&= Boolean(data.error)
    this.show(data.text, this.dirty || this.typed)
    this.complain(data.error)
  }

  // The server has taken everything up to this number.
  hear(answered = 0) {
    this.answered = Math.max(this.answered, answered)
    this.sent = Math.max(this.sent, answered)
    this.send()
    if (this.held || this.message.rest !== false || this.sent > this.answered) return
    clearTimeout(this.resting)
    this.resting = setTimeout(() => this.rest(), APART)
  }

  // Shows the value; the box too, unless it holds what was typed. All of it stays selected, so that typing replaces it.
  show(text, keepBox = false) {
    const { low, high, step } = this.data
    if (!this.held) Object.assign(this.slider, { min: low, max: high, step, value: this.value })
    this.slider.setAttribute("aria-valuetext", text)
    if (keepBox || this.box.value === text) return
    const all = this.box.selectionEnd - this.box.selectionStart === this.box.value.length
    this.box.value = text
    if (all && this.root.activeElement === this.box) this.box.select()
  }

  complain(error) {
    if (this.error.textContent !== error) this.error.textContent = error
    this.box.setAttribute("aria-invalid", String(Boolean(error)))
  }

  // The text for a value that was not answered yet: the text shown last, with another number in it.
  format(value) {
    const { text, step } = this.data
    const decimals = Math.max(...[text, String(step)].map((number) => /\.(\d+)/.exec(number)?.[1].length ?? 0))
    const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: text.includes(",") }
    return text.replace(/[-+−]?[\d,]+(\.\d+)?/, value.toLocaleString("en", options))
  }

  move(value) {
    if (!this.held && performance.now() - this.last > APART) this.gesture = ++gestures
    this.last = performance.now()
    Object.assign(this, { value: Number(value.toFixed(9)), dirty: false, typed: false })
    this.show(this.format(this.value))
    this.complain("")
    this.post({ value: this.value, rest: false })
  }

  // The hand rests: what stands around the page is drawn too.
  rest() {
    this.post({ value: this.value, rest: true })
  }

  // So many steps on, by way of the next whole step.
  step(steps) {
    const { low, high, step } = this.data
    const at = (this.value - low) / step
    const whole = Math.abs(at - Math.round(at)) < 1e-6 ? Math.round(at) : steps > 0 ? Math.floor(at) : Math.ceil(at)
    this.move(Math.min(Math.max(low + (whole + steps) * step, Math.min(low, this.value)), Math.max(high, this.value)))
  }

  // What is typed, where it is a plain number in any width of digits: steps go on from there.
  number() {
    const typed = Number(this.box.value.normalize("NFKC").trim() || NaN)
    if (this.dirty && Number.isFinite(typed)) this.value = typed
  }

  commit() {
    if (!this.dirty) return
    this.number()
    Object.assign(this, { dirty: false, typed: true })
    this.once({ text: this.box.value })
  }

  // Streamlit's dialog about a broken connection takes the focus; what is half typed then is not yet meant.
  leave(event) {
    if (online() || !event.relatedTarget?.closest("[data-testid=stDialog]")) this.commit()
  }

  keyInBox(event) {
    if (event.isComposing || event.keyCode === 229) return
    const steps = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key]
    if (event.key === "Enter") {
      this.commit()
      this.box.select()
    } else if (event.key === "Escape") {
      Object.assign(this, { dirty: false, typed: false })
      this.show(this.format(this.value))
      this.complain("")
    } else if (steps) {
      event.preventDefault()
      this.number()
      this.step(event.shiftKey && Math.abs(steps) === 1 ? 10 * steps : steps)
    }
    // The page's shortcuts do not see that the key was pressed in a box of a component.
    if (this.dirty || !(event.ctrlKey || event.metaKey || event.altKey)) event.stopPropagation()
  }

  keyOnSlider(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { low, high } = this.data
    const steps = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10 }[event.key]
    if (steps) this.step(event.shiftKey && Math.abs(steps) === 1 ? 10 * steps : steps)
    else if (event.key === "Home") this.move(low)
    else if (event.key === "End") this.move(high)
    else return
    event.preventDefault()
  }

  // A touch sets nothing before it has moved across: it may be the start of a swipe that scrolls the page.
  grasp(event) {
    this.gesture = ++gestures
    this.held = true
    this.touch = event.pointerType === "touch" ? { x: event.clientX, y: event.clientY, drags: false } : null
    const release = (ended) => {
      for (const kind of ["pointerup", "pointercancel"]) removeEventListener(kind, release, true)
      const tapped = this.touch && !this.touch.drags && ended.type === "pointerup"
      if (tapped) this.move(Number(this.touch.at ?? this.value))
      if (this.message.rest === false || this.next) this.rest()
      Object.assign(this, { held: false, touch: null, last: -Infinity })
      this.slider.value = this.value
    }
    for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, release, true)
  }

  follow(event) {
    if (!this.touch) return
    const [x, y] = [Math.abs(event.clientX - this.touch.x), Math.abs(event.clientY - this.touch.y)]
    this.touch.drags ||= x > SWIPE && x > y
  }

  slide() {
    if (!this.touch || this.touch.drags) return this.move(Number(this.slider.value))
    this.touch.at = this.slider.value
    this.slider.value = this.value
  }

  // What is a gesture of its own.
  once(message) {
    Object.assign(this, { last: -Infinity, gesture: ++gestures })
    this.post(message)
  }

  post(message) {
    clearTimeout(this.resting)
    this.next = { ...message, gesture: this.gesture }
    this.send()
    this.timer ??= setInterval(() => this.watch(), 250)
  }

  send() {
    if (!this.next || !online()) return
    const moves = "value" in this.next && "value" in this.message && this.next.gesture === this.message.gesture
    if (this.sent - this.answered >= (moves ? AHEAD : 1)) return
    Object.assign(this, { message: this.next, next: null, at: performance.now() })
    this.setStateValue("sent", { ...this.message, seq: ++this.sent })
  }

  // Sends what could not be sent, or was sent into a connection that broke, once the page stands still again.
  watch() {
    if (!(this.sent > this.answered || this.next) || !this.root.isConnected) {
      clearInterval(this.timer)
      this.timer = null
    } else if (app.dataset.testScriptState === "notRunning" && performance.now() - Math.max(this.at, changed) > LOST) {
      this.next ??= this.message
      this.answered = this.sent
      this.send()
    }
  }
}

const levers = new WeakMap()

export default function ({ data, parentElement, setStateValue }) {
  if (!levers.has(parentElement)) levers.set(parentElement, new Lever(parentElement))
  levers.get(parentElement).draw(data, setStateValue)
}
