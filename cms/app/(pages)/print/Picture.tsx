'use client'

import { useEffect, useRef } from 'react'

type Props = { readonly blob: Blob; readonly alt: string }

/**
 * PPG-4: an <img> from a blob, so that nothing inside the SVG can run. An address is given back once a later picture is
 * drawn, or the element is gone: a browser that has not begun with it would ask for nothing.
 */
export const Picture = ({ blob, alt }: Props) => {
  const image = useRef<HTMLImageElement>(null)
  const given = useRef<readonly string[]>([])
  const giveBackAllBut = (kept?: string) => {
    for (const url of given.current) if (url !== kept) URL.revokeObjectURL(url)
    given.current = kept === undefined ? [] : [kept]
  }
  useEffect(() => {
    const url = URL.createObjectURL(blob)
    given.current = [...given.current, url]
    if (image.current) image.current.src = url
  }, [blob])
  useEffect(() => {
    const element = image.current
    return () => {
      element?.removeAttribute('src')
      giveBackAllBut()
    }
  }, [])
  return (
    <img
      ref={image}
      alt={alt}
      onLoad={({ currentTarget }) => {
        giveBackAllBut(currentTarget.src)
        performance.mark('print:preview')
      }}
    />
  )
}
