'use client'

import { useEffect, useRef } from 'react'

type Props = { readonly blob: Blob; readonly alt: string }

/** PPG-4: an <img> from a blob, so that nothing inside the SVG can run; its address is given back once it is drawn. */
export const Picture = ({ blob, alt }: Props) => {
  const image = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const url = URL.createObjectURL(blob)
    if (image.current) image.current.src = url
    return () => URL.revokeObjectURL(url)
  }, [blob])
  return (
    <img
      ref={image}
      alt={alt}
      onLoad={({ currentTarget }) => {
        URL.revokeObjectURL(currentTarget.src)
        performance.mark('print:preview')
      }}
    />
  )
}
