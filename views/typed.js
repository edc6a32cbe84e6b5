// A value in words and as something that can be typed. What is typed is sent once, as an event: nothing is stored in
// the browser, so nothing old can come back after the value was changed elsewhere.
export default function ({ data, parentElement, setTriggerValue }) {
  const words = parentElement.querySelector("span")
  const input = parentElement.querySelector("input")
  const heading = parentElement.querySelector("h3")
  parentElement.querySelector("output").textContent = data.problem
  const button = parentElement.querySelector("button")
  button.hidden = !data.button
  button.textContent = data.button
  button.title = data.title
  button.setAttribute("aria-label", data.title)
  button.onclick = () => dispatchEvent(new CustomEvent("action", { detail: data.action }))
  if (words.textContent !== data.line) words.textContent = data.line
  if (heading.textContent !== data.heading) heading.textContent = data.heading
  dispatchEvent(new CustomEvent("scenario", { detail: data.address }))
  if (input.dataset.shown !== data.shown) {
    input.value = data.value
    input.dataset.shown = data.shown
    input.dataset.typing = "no"
  }
  input.oninput = () => (input.dataset.typing = input.value === data.value ? "no" : "yes")
  input.className = data.step === null ? "wide" : ""
  input.style.width = data.step === null ? "" : `max(4.6rem, ${data.value.length + 2}ch)`
  input.setAttribute("aria-label", data.name)
  if (data.step === null) input.maxLength = data.limit
  input.inputMode = data.step === null ? "text" : "decimal"

  const send = () => {
    if (input.value.trim() !== data.value) setTriggerValue("typed", input.value)
  }
  input.onchange = send
  input.onfocus = () => input.select()
  input.onkeydown = (event) => {
    const steps = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (event.key === "Enter") input.select()
    if (event.key === "Escape") {
      input.value = data.value
      input.dataset.typing = "no"
    }
    if (!steps || data.step === null || !Number.isFinite(Number(input.value))) return
    event.preventDefault()
    input.value = String(Number((Number(input.value) + steps * data.step).toFixed(9)))
    send()
  }
}
