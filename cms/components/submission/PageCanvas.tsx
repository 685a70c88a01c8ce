'use client'

import { useEffect, useRef, useState } from 'react'
import type { Page } from '../../../src/model/page.ts'
import { paint } from '../../../src/paint/index.ts'
import { fontFamily, loadFonts } from './fonts.ts'
import { loadPictures } from './pictures.ts'

type Props = {
  readonly page: Page
  readonly label: string
  /** Said in the place of a page that did not come whole; nothing is said below a small one. */
  readonly failed?: string
  /** Told once the page is painted with all its pictures and fonts, or could not be. */
  readonly onEnd?: (whole: boolean) => void
}

/** Nothing is painted before everything is there: half a page is not what is signed. */
const drawOn = async (canvas: HTMLCanvasElement, page: Page, gone: () => boolean): Promise<void> => {
  const [pictures] = await Promise.all([loadPictures([page]), loadFonts()])
  if (gone()) return
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  paint(context, page, { fontFamily, image: (asset) => pictures.get(asset) })
}

/** One frozen page, painted lamp for lamp by the player's own painter; the style scales the finished picture only. */
export const PageCanvas = ({ page, label, failed, onEnd }: Props) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [fault, setFault] = useState(false)
  useEffect(() => {
    let gone = false
    const end = (whole: boolean) => {
      if (gone) return
      setFault(!whole)
      onEnd?.(whole)
    }
    if (canvas.current)
      drawOn(canvas.current, page, () => gone).then(
        () => end(true),
        () => end(false),
      )
    return () => {
      gone = true
    }
  }, [page, onEnd])
  return (
    <>
      <canvas
        ref={canvas}
        className={page.width / page.height > 6 ? 'ss-page ss-page--strip' : 'ss-page'}
        width={page.width}
        height={page.height}
        role="img"
        aria-label={fault && failed ? failed : label}
      />
      {fault && failed && (
        <p className="ss-fault" role="alert">
          {failed}
        </p>
      )}
    </>
  )
}
