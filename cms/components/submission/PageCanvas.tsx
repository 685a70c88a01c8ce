'use client'

import { useEffect, useRef, useState } from 'react'
import type { Page } from '../../../src/model/page.ts'
import { paint } from '../../../src/paint/index.ts'
import { fontFamily, loadFonts } from './fonts.ts'
import { loadPictures } from './pictures.ts'

type Props = { readonly page: Page; readonly label: string; readonly failed: string }

/** One frozen page, painted lamp for lamp by the player's own painter; the style scales the finished picture only. */
export const PageCanvas = ({ page, label, failed }: Props) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [fault, setFault] = useState(false)
  useEffect(() => {
    let gone = false
    const draw = async () => {
      const [pictures] = await Promise.all([loadPictures([page]), loadFonts()])
      const context = canvas.current?.getContext('2d')
      if (gone || !context) return
      paint(context, page, { fontFamily, image: (asset) => pictures.get(asset) })
      setFault(false)
    }
    draw().catch(() => setFault(true))
    return () => {
      gone = true
    }
  }, [page])
  return (
    <>
      <canvas
        ref={canvas}
        className="ss-page"
        width={page.width}
        height={page.height}
        role="img"
        aria-label={label}
      />
      {fault && <p className="ss-warn">{failed}</p>}
    </>
  )
}
