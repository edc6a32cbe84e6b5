// A lever says what a hand does; the bridge sends it. What a hand holds, types or has just sent is never replaced by an
// answer to something older.
const APART = 500 // ms between two key presses that are two steps of undo
const SWIPE = 6 // px across before a touch is taken for a drag
const UP_DOWN = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }
const EVERY_WAY = { ...UP_DOWN, ArrowRight: 1, ArrowLeft: -1 }
const app = document.querySelector("[data-testid=stApp]")
let gestures = 0

class Lever {
  constructor(root) {
    this.root = root
    for (const part of root.querySelectorAll("[class]")) {
      this[part.className] = part
      part.id = `${root.id}-${part.className}`
    }
    this.label.htmlFor = this.box.id
    for (const part of [this.box, this.slider]) part.setAttribute("aria-describedby", `${this.error.id} ${this.help.id}`)
    Object.assign(this, { message: { seq: 0, done: true }, last: -Infinity, dirty: false, typed: false, held: false })
    this.solve.onclick = () => this.once({ solve: true })
    this.box.onfocus = () => this.dirty || this.box.select()
    this.box.oninput = () => (this.dirty = true)
    this.box.onblur = (event) => this.leave(event)
    this.box.onkeydown = this.slider.onkeydown = (event) => this.press(event)
    this.slider.oninput = () => this.slide()
    this.slider.onpointerdown = (event) => this.grasp(event)
    this.slider.onpointermove = (event) => this.follow(event)
  }

  draw(data) {
    this.data = data
    this.heading.textContent = data.heading
    this.label.textContent = this.slider.ariaLabel = data.label
    this.label.title = this.help.textContent = data.help
    this.note.textContent = data.note
    Object.assign(this.solve, { hidden: !data.solve, title: data.solve, ariaLabel: data.solve })
    // Drawn before what was said last was taken. A server that was started again has taken nothing, and says 0.
    if (data.answered ? data.answered < this.message.seq : !this.message.done) return
    this.value = data.value
    this.typed &&= Boolean(data.error)
    this.show(data.text, this.typed ? data.error : "", this.dirty || this.typed)
  }

  // Shows the value; the box too, unless it holds what was typed. All of it stays selected, so that typing replaces it.
  show(text, error = "", keepBox = false) {
    const { box, slider, value } = this
    const { low, high, step } = this.data
    if (!this.held) Object.assign(slider, { min: low, max: high, step, value })
    slider.ariaValueText = text
    if (this.error.textContent !== error) this.error.textContent = error
    box.ariaInvalid = String(Boolean(error))
    if (keepBox || box.value === text) return
    const all = box.selectionEnd - box.selectionStart === box.value.length
    box.value = text
    if (all && this.root.getRootNode().activeElement === box) box.select()
  }

  // Shows a value that was not answered yet in place of what was typed: the text shown last, with another number in it.
  put(value) {
    Object.assign(this, { value: Number(value.toFixed(9)), dirty: false, typed: false })
    const { text, step } = this.data
    const decimals = Math.max(...[text, String(step)].map((number) => /\.(\d+)/.exec(number)?.[1].length ?? 0))
    const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: text.includes(",") }
    this.show(text.replace(/[-+−]?[\d,]+(\.\d+)?/, this.value.toLocaleString("en", options)))
  }

  move(value) {
    if (!this.held && performance.now() - this.last > APART) this.gesture = ++gestures
    this.last = performance.now()
    this.put(value)
    this.say({ value: this.value })
  }

  // So many steps on, by way of the next whole step.
  step(steps) {
    const { low, high, step } = this.data
    const at = (this.value - low) / step
    const whole = Math.abs(at - Math.round(at)) < 1e-6 ? Math.round(at) : steps > 0 ? Math.floor(at) : Math.ceil(at)
    this.move(Math.min(Math.max(low + (whole + steps) * step, Math.min(low, this.value)), Math.max(high, this.value)))
  }

  // Whether what is typed is a plain number in any width of digits, or nothing: steps go on from there.
  number() {
    const typed = Number(this.box.value.normalize("NFKC").trim() || this.value)
    if (this.dirty && Number.isFinite(typed)) this.value = typed
    return !this.dirty || Number.isFinite(typed)
  }

  commit() {
    if (!this.dirty) return
    this.number()
    Object.assign(this, { dirty: false, typed: true })
    this.once({ text: this.box.value })
  }

  // Streamlit's dialog about a broken connection takes the focus; what is half typed then is not yet meant.
  leave(event) {
    const online = app.dataset.testConnectionState === "CONNECTED"
    if (online || !event.relatedTarget?.closest("[data-testid=stDialog]")) this.commit()
  }

  press(event) {
    const { key, shiftKey, target } = event
    const inBox = target === this.box
    const other = event.ctrlKey || event.metaKey || event.altKey
    // The page's shortcuts do not see that the key was pressed in a box of a component.
    if (inBox && (this.dirty || !other)) event.stopPropagation()
    if (other || event.isComposing || event.keyCode === 229) return
    const steps = (inBox ? UP_DOWN : EVERY_WAY)[key]
    const end = !inBox && { Home: this.data.low, End: this.data.high }[key]
    if (inBox && (key === "Enter" || (steps && !this.number()))) { // what is no plain number is left to the page
      this.commit()
      this.box.select()
    } else if (inBox && key === "Escape") {
      this.put(this.value)
    } else if (steps) {
      this.step(shiftKey && Math.abs(steps) === 1 ? 10 * steps : steps)
    } else if (Number.isFinite(end)) {
      this.move(end)
    } else return
    event.preventDefault()
  }

  // A touch sets nothing before it has moved across: it may be the start of a swipe that scrolls the page.
  grasp({ pointerType, clientX: x, clientY: y }) {
    const touch = pointerType === "touch" && { x, y }
    Object.assign(this, { gesture: ++gestures, held: true, touch })
    const over = new AbortController()
    const release = (ended) => {
      over.abort()
      if (touch?.at && !touch.drags && ended.type === "pointerup") this.move(Number(touch.at))
      Object.assign(this, { held: false, touch: null, last: -Infinity })
      this.slider.value = this.value
    }
    for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, release, { capture: true, signal: over.signal })
  }

  follow({ clientX, clientY }) {
    if (!this.touch) return
    const [x, y] = [Math.abs(clientX - this.touch.x), Math.abs(clientY - this.touch.y)]
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
    this.say(message)
  }

  say(message) {
    this.message = { ...message, key: this.data.key, gesture: this.gesture, seq: Infinity }
    dispatchEvent(new CustomEvent("hand", { detail: this.message }))
  }
}

const panels = new WeakMap()

export default function ({ data, parentElement }) {
  const before = panels.get(parentElement) ?? {}
  const levers = {}
  for (const { key } of data.levers) {
    levers[key] = before[key]
    if (levers[key]) continue
    const root = parentElement.querySelector("template").content.firstElementChild.cloneNode(true)
    root.id = key
    levers[key] = new Lever(root)
  }
  panels.set(parentElement, levers)
  for (const key in before) if (!levers[key]) before[key].root.remove()
  // A lever that stays is not moved: what is moved loses the focus.
  let last = parentElement.querySelector("template")
  for (const each of data.levers) {
    const lever = levers[each.key]
    if (last.nextElementSibling !== lever.root) last.after(lever.root)
    last = lever.root
    lever.draw({ ...each, answered: data.answered })
  }
}
