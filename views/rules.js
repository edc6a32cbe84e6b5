// Rules that fill the years: each with its fields and a button that sends what they hold, once, as an event. The rule
// that was used last keeps what was typed; the others begin with what the years are now.
function element(name, text = "", options = {}) {
  return Object.assign(document.createElement(name), { textContent: text, ...options })
}

export default function ({ data, parentElement, setTriggerValue }) {
  const rules = parentElement.querySelector(".rules")
  if (rules.dataset.shown === data.shown) return
  rules.dataset.shown = data.shown
  const used = rules.dataset.used ? JSON.parse(rules.dataset.used) : {}
  rules.replaceChildren(...data.rules.map(({ rule, name, fields }) => {
    const line = element("form", "", { noValidate: true })
    const kept = used.series === data.series && used.rule === rule ? used.values : []
    const inputs = fields.map(([label, usual], i) => {
      const input = element("input", "", { value: kept[i] ?? usual, autocomplete: "off", inputMode: "decimal" })
      input.setAttribute("aria-label", name + ": " + label)
      const words = element("label", label)
      words.prepend(input)
      return words
    })
    line.append(element("b", name), ...inputs, element("button", data.fill, { ariaLabel: data.fill + ": " + name }))
    line.onsubmit = (event) => {
      event.preventDefault()
      const values = [...line.querySelectorAll("input")].map((input) => input.value)
      rules.dataset.used = JSON.stringify({ series: data.series, rule, values })
      setTriggerValue("fill", { rule, values })
    }
    return line
  }))
}
