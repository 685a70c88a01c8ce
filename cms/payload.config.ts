import { configOf } from './config.ts'
import { readEnvironment } from './environment.ts'

export default configOf(readEnvironment(process.env))
