// A map of two levers: every cell by its distance from the target, the line on which it is met, and where we are. Drawn on
// a canvas, because there are more cells than a chart of marks can redraw while a lever moves. A click adopts a cell.
const LEFT = 52, RIGHT = 14, TOP = 26, BOTTOM = 50, HEIGHT = 420
const DOT = 6

function decode(text) {
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0))
  return new Int16Array(bytes.buffer)
}

function rgb(hex) {
  return [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16))
}

// The colour of a distance between the stops around it, one lookup for each tenth of a per cent.
function shades(stops) {
  const first = stops[0][0], last = stops.at(-1)[0], table = []
  for (let tenth = 0; tenth <= (last - first) * 10; tenth++) {
    const value = first + tenth / 10
    const above = Math.max(1, stops.findIndex(([stop]) => stop >= value))
    const [[low, from], [high, to]] = [stops[above - 1], stops[above]]
    const part = (value - low) / (high - low)
    const [a, b] = [rgb(from), rgb(to)]
    table.push(a.map((channel, i) => channel + (b[i] - channel) * part))
  }
  return (value) => table[Math.round((Math.min(last, Math.max(first, value)) - first) * 10)]
}

function heat(data, away) {
  const picture = document.createElement("canvas")
  picture.width = data.x.count
  picture.height = data.y.count
  const pixels = new ImageData(data.x.count, data.y.count)
  const shade = shades(data.stops)
  away.forEach((value, i) => {
    const row = data.y.count - 1 - Math.floor(i / data.x.count)
    const [red, green, blue] = shade(value / 100)
    pixels.data.set([red, green, blue, 255], 4 * (row * data.x.count + (i % data.x.count)))
  })
  picture.getContext("2d").putImageData(pixels, 0, 0)
  return picture
}

// Cells are centred on their values, so the axes reach half a cell further on both sides.
function axis(range, from, to) {
  const low = range.first - range.step / 2, high = low + range.step * range.count
  return {
    at: (value) => from + ((value - low) / (high - low)) * (to - from),
    cell: (pixel) => Math.floor(((pixel - from) / (to - from)) * range.count),
  }
}

function path(pen, points) {
  pen.beginPath()
  points.forEach(([x, y], i) => (i ? pen.lineTo(x, y) : pen.moveTo(x, y)))
  pen.stroke()
}

function draw(canvas, data, away) {
  const width = canvas.parentElement.clientWidth, ratio = devicePixelRatio || 1
  canvas.width = width * ratio
  canvas.height = HEIGHT * ratio
  canvas.style.height = HEIGHT + "px"
  const pen = canvas.getContext("2d"), style = getComputedStyle(canvas)
  const x = axis(data.x, LEFT, width - RIGHT), y = axis(data.y, HEIGHT - BOTTOM, TOP)
  pen.scale(ratio, ratio)
  pen.imageSmoothingEnabled = false
  pen.drawImage(heat(data, away), LEFT, TOP, width - RIGHT - LEFT, HEIGHT - BOTTOM - TOP)
  pen.save()
  pen.beginPath()
  pen.rect(LEFT, TOP, width - RIGHT - LEFT, HEIGHT - BOTTOM - TOP)
  pen.clip()
  pen.strokeStyle = "#16191d"
  pen.lineWidth = 2
  path(pen, data.met.map(([across, up]) => [x.at(across), y.at(up)]))
  const [here, there] = [x.at(data.here[0]), y.at(data.here[1])]
  for (const [colour, wide] of [["#ffffff", 5], ["#16191d", 2.5]]) {
    pen.strokeStyle = colour
    pen.lineWidth = wide
    path(pen, [[here - DOT, there], [here + DOT, there]])
    path(pen, [[here, there - DOT], [here, there + DOT]])
  }
  pen.restore()
  pen.fillStyle = style.color
  pen.font = `12px ${style.fontFamily}`
  pen.textAlign = "center"
  data.x.ticks.forEach(([value, text]) => pen.fillText(text, x.at(value), HEIGHT - BOTTOM + 18))
  pen.textAlign = "right"
  pen.textBaseline = "middle"
  data.y.ticks.forEach(([value, text]) => pen.fillText(text, LEFT - 8, y.at(value)))
  pen.textBaseline = "alphabetic"
  pen.fillText(data.x.name + " →", width - RIGHT, HEIGHT - 8)
  pen.textAlign = "left"
  pen.fillText("↑ " + data.y.name, 0, 14)
  return { x, y }
}

const shown = new WeakMap()

export default function ({ data, parentElement }) {
  const canvas = parentElement.querySelector("canvas"), output = parentElement.querySelector("output")
  const hint = parentElement.querySelector("p")
  const away = decode(data.away)
  let axes = draw(canvas, data, away)
  shown.get(canvas)?.disconnect()
  const resized = new ResizeObserver(() => (axes = draw(canvas, data, away)))
  resized.observe(canvas.parentElement)
  shown.set(canvas, resized)
  canvas.setAttribute("aria-label", data.name)

  const value = (range, cell) => Number((range.first + range.step * cell).toFixed(9))
  const within = (range, cell) => cell >= 0 && cell < range.count
  const under = (event) => {
    const [column, row] = [axes.x.cell(event.offsetX), axes.y.cell(event.offsetY)]
    return within(data.x, column) && within(data.y, row) ? [column, row] : null
  }
  // What is too far away to be sent exactly is said to be farther than that.
  const told = (apart) => (apart >= data.farthest ? ">" : apart <= -data.farthest ? "<" : "") +
    (apart > 0 ? "+" : apart < 0 ? "−" : "") + (Math.abs(apart) / 100).toFixed(2) + data.unit
  hint.textContent = data.hint
  canvas.onmousemove = (event) => {
    const cell = under(event)
    canvas.style.cursor = cell ? "crosshair" : "default"
    if (!cell) return (output.textContent = "")
    const [column, row] = cell
    const values = `${value(data.x, column)}${data.x.unit} · ${value(data.y, row)}${data.y.unit}`.replaceAll("-", "−")
    output.textContent = `${values}: ${told(away[row * data.x.count + column])}`
  }
  canvas.onmouseleave = () => (output.textContent = "")
  canvas.onclick = (event) => {
    const cell = under(event)
    if (!cell) return
    const [column, row] = cell
    const detail = `cell:${data.x.lever}=${value(data.x, column)},${data.y.lever}=${value(data.y, row)}`
    dispatchEvent(new CustomEvent("action", { detail }))
  }
  return () => resized.disconnect()
}
