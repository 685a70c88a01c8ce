'use client'

import { useEffect, useRef, useState } from 'react'
import type { Page } from '../../../src/model/page.ts'
import { paint } from '../../../src/paint/index.ts'
import { fontFamily, loadFonts } from './fonts.ts'
import { loadPictures } from './pictures.ts'
import { useSeen } from './Seen.tsx'

type Props = {
  readonly page: Page
  /** Which page of which grid, told with what became of it. */
  readonly name: string
  readonly label: string
  readonly failed: string
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
export const PageCanvas = ({ page, name, label, failed }: Props) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [fault, setFault] = useState(false)
  const { tell } = useSeen()
  useEffect(() => {
    let gone = false
    const end = (whole: boolean) => {
      if (gone) return
      setFault(!whole)
      tell(name, whole)
    }
    if (canvas.current)
      drawOn(canvas.current, page, () => gone).then(
        () => end(true),
        () => end(false),
      )
    return () => {
      gone = true
    }
  }, [page, name, tell])
  return (
    <>
      <canvas
        ref={canvas}
        className="ss-page"
        width={page.width}
        height={page.height}
        role="img"
        aria-label={fault ? failed : label}
      />
      {fault && (
        <p className="ss-fault" role="alert">
          {failed}
        </p>
      )}
    </>
  )
}
