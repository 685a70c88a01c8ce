type Panel = { readonly width: number; readonly height: number }

/** A panel this many times wider than high is a strip. */
const STRIP = 6

/**
 * Two columns: left the largest panel and the strips, which want width; right all others. With the four panels of a
 * demo town both columns end level.
 */
export const columnsOf = <Screen extends Panel>(
  screens: readonly Screen[],
): readonly [left: readonly Screen[], right: readonly Screen[]] => {
  const bySize = screens.toSorted((a, b) => b.width * b.height - a.width * a.height)
  const [largest, ...others] = bySize
  if (!largest) return [[], []]
  const isStrip = ({ width, height }: Panel) => width / height > STRIP
  return [[largest, ...others.filter(isStrip)], others.filter((screen) => !isStrip(screen))]
}
