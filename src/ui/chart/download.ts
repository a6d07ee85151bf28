/** A chart as a file. */

/** A file name of a title: what file systems do not like becomes a dash. */
export const fileName = (title: string, extension: string): string =>
  `${title.replaceAll(/[\s\\/:*?"<>|]+/g, '-').toLowerCase()}.${extension}`

/** Pixels of the picture for one of the screen. */
const SCALE = 2
const MARGIN = 16
const LINE = 20

interface Picture {
  readonly title: string
  /** Below the title, such as the names of the lines. */
  readonly legend: readonly { readonly text: string; readonly stroke: string; readonly dashes: string }[]
}

const colourOf = (value: string) => {
  const name = /^var\((--[\w-]+)\)$/.exec(value)?.[1]
  return name === undefined ? value : getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

/** The drawing with every colour written out: a picture does not know the page's variables. */
function standalone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) return ''
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('font-family', getComputedStyle(svg).fontFamily)
  copy.setAttribute('font-size', '12')
  for (const element of copy.querySelectorAll('*')) {
    for (const name of ['stroke', 'fill']) {
      const value = element.getAttribute(name)
      if (value !== null) element.setAttribute(name, colourOf(value))
    }
  }
  return new XMLSerializer().serializeToString(copy)
}

const loaded = (url: string) =>
  new Promise<HTMLImageElement>((resolve, reject) => {
    const image = new Image()
    image.addEventListener('load', () => resolve(image))
    image.addEventListener('error', () => reject(new Error('the drawing could not be made a picture')))
    image.src = url
  })

/** How many entries of a legend fit beside each other, and where each stands. */
function placed(pen: CanvasRenderingContext2D, { legend }: Picture, width: number) {
  let [x, line] = [0, 0]
  const places = legend.map((entry) => {
    const length = 34 + pen.measureText(entry.text).width + 16
    if (x > 0 && x + length > width) [x, line] = [0, line + 1]
    const place = { ...entry, x, line }
    x += length
    return place
  })
  return { places, lines: line + 1 }
}

/** A drawing as PNG, with its title and legend. */
export async function pngOf(svg: SVGSVGElement, picture: Picture): Promise<Blob> {
  const { width, height } = svg.getBoundingClientRect()
  const image = await loaded(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(svg))}`)
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('this browser cannot draw pictures')
  const { fontFamily } = getComputedStyle(document.body)
  pen.font = `12px ${fontFamily}`
  const { places, lines } = placed(pen, picture, width)
  const top = MARGIN + 24 + lines * LINE + 8
  canvas.width = (width + 2 * MARGIN) * SCALE
  canvas.height = (top + height + MARGIN) * SCALE
  pen.scale(SCALE, SCALE)
  pen.fillStyle = colourOf('var(--c-surface)')
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = colourOf('var(--c-text)')
  pen.font = `600 16px ${fontFamily}`
  pen.fillText(picture.title, MARGIN, MARGIN + 16)
  pen.font = `12px ${fontFamily}`
  for (const { text, stroke, dashes, x, line } of places) {
    const y = MARGIN + 24 + line * LINE + 12
    pen.strokeStyle = colourOf(stroke)
    pen.lineWidth = 2
    pen.setLineDash(dashes === 'none' ? [] : dashes.split(' ').map(Number))
    pen.beginPath()
    pen.moveTo(MARGIN + x, y - 4)
    pen.lineTo(MARGIN + x + 28, y - 4)
    pen.stroke()
    pen.fillText(text, MARGIN + x + 34, y)
  }
  pen.drawImage(image, MARGIN, top, width, height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be written'))), 'image/png')
  })
}
