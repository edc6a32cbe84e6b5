// A link or a file's text, pasted, typed or chosen: sent once, as an event, to be opened in place or kept beside.
export default function ({ data, parentElement, setTriggerValue }) {
  const [words, field, open, beside, pick, chosen] = ["span", "textarea", ".open", ".beside", ".pick span", ".pick input"].map((part) => parentElement.querySelector(part))
  words.textContent = data.words
  open.textContent = data.open
  beside.textContent = data.beside
  pick.textContent = data.pick
  const send = (besides) => field.value.trim() && setTriggerValue("text", { text: field.value, beside: besides })
  open.onclick = () => send(false)
  beside.onclick = () => send(true)
  chosen.onchange = async () => {
    if (chosen.files[0]) field.value = (await chosen.files[0].slice(0, 4 * (data.largest + 1)).text()).slice(0, data.largest + 1)
    chosen.value = ""
  }
}
