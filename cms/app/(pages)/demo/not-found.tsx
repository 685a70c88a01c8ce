import { TEXTS } from '../../../../src/errors/codes.ts'
import { Absent } from '../../../web/Absent.tsx'

const NotFound = () => <Absent zh={TEXTS.DEMO_ONLY.zh} en={TEXTS.DEMO_ONLY.en} />

export default NotFound
