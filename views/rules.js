// Rules that fill the years: each with its fields and a button that sends what they hold, once, as an event.
function element(name, text = "", options = {}) {
  return Object.assign(document.createElement(name), { textContent: text, ...options })
}

export default function ({ data, parentElement, setTriggerValue }) {
  const rules = parentElement.querySelector(".rules")
  if (rules.dataset.shown === data.shown) return
  rules.dataset.shown = data.shown
  rules.replaceChildren(...data.rules.map(({ rule, name, fields }) => {
    const line = element("form", "", { noValidate: true })
    const inputs = fields.map(([label, value]) => {
      const input = element("input", "", { value, autocomplete: "off", inputMode: "decimal" })
      input.setAttribute("aria-label", name + ": " + label)
      const words = element("label", label)
      words.prepend(input)
      return words
    })
    line.append(element("b", name), ...inputs, element("button", data.fill, { ariaLabel: data.fill + ": " + name }))
    line.onsubmit = (event) => {
      event.preventDefault()
      setTriggerValue("fill", { rule, values: [...line.querySelectorAll("input")].map((input) => input.value) })
    }
    return line
  }))
}
