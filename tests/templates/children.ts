/** The processes that set sheets and cut pictures, as the build makes them: their files ask before the first of them. */
import { template } from './ask.ts'

const { imageChild, typstChild, fakeTypst } = await template('bundles')

export const IMAGE_CHILD = { file: imageChild, execArgv: [] } as const
export const TYPST_CHILD = { childFile: typstChild, execArgv: [] } as const
/** Does on order what an engine must never do. */
export const FAKE_TYPST_CHILD = { childFile: fakeTypst, execArgv: [] } as const
