// One position is on its way at a time; the newest that came meanwhile follows once that one was answered. What a hand
// holds, types or has just sent is never replaced by an answer to something older.
const APART = 500 // ms between two key presses that are two steps of undo
const LOST = 2000 // ms after which no answer comes any more, if nothing is running: what was sent is sent again
const SWIPE = 6 // px across before a touch is taken for a drag

const app = document.querySelector("[data-testid=stApp]")
const online = () => app.dataset.testConnectionState === "CONNECTED"
let changed = 0
new MutationObserver(() => (changed = performance.now()))
  .observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] })

let sequence = 0
let gestures = 0

class Lever {
  constructor(root) {
    const part = (selector) => root.querySelector(selector)
    Object.assign(this, { root, label: part("label"), button: part("button"), box: part("#box") })
    Object.assign(this, { slider: part("#slider"), error: part("#error"), help: part("#help") })
    Object.assign(this, { waitsFor: 0, next: null, dirty: false, typed: false, held: false, touch: null, last: 0, at: 0 })
    this.button.onclick = () => this.post({ solve: true }, true)
    this.box.onfocus = () => this.dirty || this.box.select()
    this.box.oninput = () => (this.dirty = true)
    this.box.onblur = (event) => this.leave(event)
    this.box.onkeydown = (event) => this.keyInBox(event)
    this.slider.onkeydown = (event) => this.keyOnSlider(event)
    this.slider.oninput = () => this.slide()
    this.slider.onpointerdown = (event) => this.grasp(event)
    this.slider.onpointermove = (event) => this.follow(event)
  }

  // The page was drawn again.
  draw(data, setStateValue) {
    Object.assign(this, { data, setStateValue })
    sequence = Math.max(sequence, data.answered)
    if (this.label.textContent !== data.label) this.label.textContent = data.label
    Object.assign(this.help, { textContent: data.help })
    this.label.title = data.help
    this.slider.setAttribute("aria-label", data.label)
    this.button.hidden = !data.solve
    this.button.title = data.solve
    this.button.setAttribute("aria-label", data.solve)
    for (const input of [this.box, this.slider]) input.setAttribute("aria-describedby", "error help")
    if (data.answered >= this.waitsFor) this.waitsFor = 0
    this.send()
    if (this.waitsFor || this.next) return
    this.value = data.value
    this.typed &&= Boolean(data.error)
    this.show(data.text, this.dirty || this.typed)
    this.complain(data.error)
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
    if (!this.held && performance.now() - this.last > APART) gestures += 1
    this.last = performance.now()
    Object.assign(this, { value: Number(value.toFixed(9)), dirty: false, typed: false })
    this.show(this.format(this.value))
    this.complain("")
    this.post({ value: this.value })
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
    this.post({ text: this.box.value }, true)
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
    gestures += 1
    this.held = true
    this.touch = event.pointerType === "touch" ? { x: event.clientX, y: event.clientY, drags: false } : null
    const release = (ended) => {
      for (const kind of ["pointerup", "pointercancel"]) removeEventListener(kind, release, true)
      const tapped = this.touch && !this.touch.drags && ended.type === "pointerup"
      if (tapped) this.move(Number(this.touch.at ?? this.value))
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

  post(message, alone = false) {
    if (alone) Object.assign(this, { last: -Infinity, gesture: ++gestures })
    this.next = { ...message, gesture: gestures }
    this.send()
    this.timer ??= setInterval(() => this.watch(), 250)
  }

  send() {
    if (!this.next || this.waitsFor || !online()) return
    Object.assign(this, { message: this.next, next: null, at: performance.now(), waitsFor: ++sequence })
    this.setStateValue("sent", { ...this.message, seq: this.waitsFor })
  }

  // Sends what could not be sent, or was sent into a connection that broke, once the page stands still again.
  watch() {
    if (!(this.waitsFor || this.next) || !this.root.isConnected) {
      clearInterval(this.timer)
      this.timer = null
    } else if (app.dataset.testScriptState === "notRunning" && performance.now() - Math.max(this.at, changed) > LOST) {
      this.next ??= this.message
      this.waitsFor = 0
      this.send()
    }
  }
}

const levers = new WeakMap()

export default function ({ data, parentElement, setStateValue }) {
  if (!levers.has(parentElement)) levers.set(parentElement, new Lever(parentElement))
  levers.get(parentElement).draw(data, setStateValue)
}
