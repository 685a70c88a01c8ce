/** Cuts a drawing of `pages` equal pages under one another down to page `page`, from 1. */
export const onePage = (svg: string, pages: number, page: number): string => {
  if (pages <= 1) return svg
  const at = Math.min(Math.max(1, Math.trunc(page)), pages) - 1
  return svg.replace(
    /viewBox="0 0 ([\d.]+) ([\d.]+)" width="([\d.]+)([a-z]*)" height="([\d.]+)([a-z]*)"/,
    (_, width: string, height: string, outer: string, unit: string, tall: string, tallUnit: string) => {
      const one = Number(height) / pages
      return `viewBox="0 ${at * one} ${width} ${one}" width="${outer}${unit}" height="${Number(tall) / pages}${tallUnit}"`
    },
  )
}
