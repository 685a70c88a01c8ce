import { TEXTS } from '../../../src/errors/codes.ts'
import { Absent } from '../../web/Absent.tsx'

const NotFound = () => <Absent zh={TEXTS.ROUTE_UNKNOWN.zh} en={TEXTS.ROUTE_UNKNOWN.en} />

export default NotFound
