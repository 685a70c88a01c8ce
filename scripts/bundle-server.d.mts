export const bundleServer: (
  entryPoints: Readonly<Record<string, string>>,
  outdir: string,
  options?: { readonly whole?: boolean },
) => Promise<void>
export const CHILDREN: Readonly<Record<'image-child' | 'office-child' | 'typst-child', string>>
