'use client'

/** Puts a file into the person's downloads; answers its address, which lives until somebody gives it back. */
export const save = (blob: Blob, name: string): string => {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  return url
}
