/** What can go wrong with the picture, each in one plain sentence; empty when all is well. */
export const sentences = (
  grid: { readonly width: number; readonly height: number } | null,
  size: { readonly width: number; readonly height: number },
  ratio: number,
): readonly string[] => {
  const out: string[] = []
  if (grid && (size.width < grid.width || size.height < grid.height)) {
    const short = `${size.width}×${size.height} < ${grid.width}×${grid.height}`
    out.push(
      `窗口比屏小（${short}），右边或下边会被裁掉。The window is smaller than the screen: part of the picture is cut off.`,
    )
  }
  if (ratio !== 1) {
    out.push(
      `设备像素比是 ${ratio}，应为 1：请把缩放设为 100%（或加 --force-device-scale-factor=1）。The device-pixel ratio is ${ratio}, it must be 1: set zoom to 100 %.`,
    )
  }
  return out
}
