'use client'

import { useEffect, useRef, type RefObject } from 'react'

type Props = { readonly blob: Blob; readonly alt: string }

const giveBackAllBut = (given: RefObject<readonly string[]>, kept?: string): void => {
  for (const url of given.current) if (url !== kept) URL.revokeObjectURL(url)
  given.current = kept === undefined ? [] : [kept]
}

/**
 * PPG-4: an <img> from a blob, so that nothing inside the SVG can run. An address is given back once a later picture is
 * drawn, or the element is gone: a browser that has not begun with it would ask for nothing.
 */
export const Picture = ({ blob, alt }: Props) => {
  const image = useRef<HTMLImageElement>(null)
  const given = useRef<readonly string[]>([])
  useEffect(() => {
    const url = URL.createObjectURL(blob)
    given.current = [...given.current, url]
    if (image.current) image.current.src = url
  }, [blob])
  useEffect(() => {
    const element = image.current
    return () => {
      element?.removeAttribute('src')
      giveBackAllBut(given)
    }
  }, [])
  return (
    <img
      ref={image}
      alt={alt}
      onLoad={({ currentTarget }) => {
        giveBackAllBut(given, currentTarget.src)
        performance.mark('print:preview')
      }}
    />
  )
}
