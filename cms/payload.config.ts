import { configOf } from './config.ts'
import { readEnvironment } from './base/environment.ts'

export default configOf(readEnvironment(process.env))
