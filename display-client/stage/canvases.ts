/**
 * One canvas in front, one behind; both live as long as the page, for memory stays flat only so
 * (docs/facts.md#browsers-on-panels).
 */
export type Canvases = {
  /** The one behind, sized and ready to be drawn on; null when the browser gives no context. */
  readonly hidden: (width: number, height: number) => CanvasRenderingContext2D | null
  /** Brings the one behind to the front, in one step. */
  readonly swap: () => void
  /** Throws both away and makes new ones; the last good frame stays in front until the next swap. */
  readonly rebuild: () => void
  /** Size of what is in front, for reports. */
  readonly size: () => { readonly width: number; readonly height: number }
  /** Fits the elements to the device's pixels again, after a zoom or a move to another monitor. */
  readonly fit: () => void
}

const newCanvas = (host: HTMLElement): HTMLCanvasElement => {
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  canvas.style.cssText = 'position:absolute;left:0;top:0;visibility:hidden;image-rendering:pixelated'
  host.appendChild(canvas)
  return canvas
}

/** `pixelRatio`: device pixels for one CSS pixel; in a frame the parent scales, so it gives 1. */
export const makeCanvases = (host: HTMLElement, pixelRatio: () => number): Canvases => {
  let front = newCanvas(host)
  let back = newCanvas(host)

  const fitOne = (canvas: HTMLCanvasElement): void => {
    canvas.style.width = `${canvas.width / pixelRatio()}px`
    canvas.style.height = `${canvas.height / pixelRatio()}px`
  }

  return {
    hidden: (width, height) => {
      if (back.width !== width) back.width = width
      if (back.height !== height) back.height = height
      fitOne(back)
      return back.getContext('2d', { alpha: false })
    },
    swap: () => {
      back.style.visibility = 'visible'
      front.style.visibility = 'hidden'
      const behind = front
      front = back
      back = behind
      // The card in the page's own HTML stands only until the first frame.
      const card = host.querySelector('p')
      if (card) host.removeChild(card)
    },
    rebuild: () => {
      host.removeChild(back)
      back = newCanvas(host)
    },
    size: () => ({ width: front.width, height: front.height }),
    fit: () => {
      fitOne(front)
      fitOne(back)
    },
  }
}
