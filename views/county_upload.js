// A filled-in template, chosen or dropped anywhere on this page: its bytes are sent once, as an event, and kept nowhere.
// One byte more than is read is sent, so that the page can say that a file is too large.
async function send(file, largest, setTriggerValue) {
  const bytes = new Uint8Array(await file.slice(0, largest + 1).arrayBuffer())
  let text = ""
  for (const byte of bytes) text += String.fromCharCode(byte)
  setTriggerValue("file", btoa(text || " ")) // of an empty file too something is sent, or nobody would hear of it
}

export default function ({ data, parentElement, setTriggerValue }) {
  const [words, chosen] = ["span", "input"].map((part) => parentElement.querySelector(part))
  words.textContent = data.words
  chosen.onchange = () => {
    if (chosen.files[0]) send(chosen.files[0], data.largest, setTriggerValue)
    chosen.value = ""
  }
  // Before the header hears of it, which takes what is dropped for a link or a file of scenarios.
  const drop = (event) => {
    const file = event.dataTransfer.files[0]
    if (!file || !/\.xls\w*$/i.test(file.name)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    dispatchEvent(new Event("dragleave"))
    send(file, data.largest, setTriggerValue)
  }
  addEventListener("drop", drop, { capture: true })
  return () => removeEventListener("drop", drop, { capture: true })
}
