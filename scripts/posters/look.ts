/**
 * One template at all lengths as pictures, for the hand that works on it:
 * `node --import tsx scripts/posters/look.ts <template> [width] [folder] [setting as JSON]`.
 */
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { openPress, pngOf } from './press.ts'
import { LENGTHS, sampleOf, schemaOf, type Setting } from './texts.ts'

const [template = 'case-a3', width = '842', out = tmpdir(), set = '{}'] = process.argv.slice(2)
const press = openPress()
const schema = schemaOf(template)
for (const kind of schema.kinds)
  for (const length of LENGTHS) {
    const data = sampleOf(schema, kind, length, JSON.parse(set) as Setting)
    try {
      press.pdf(template, data)
      const t = performance.now()
      const pdf = press.pdf(template, { ...data, title: data.title + '吧' })
      const ms = performance.now() - t
      const over = JSON.stringify(press.query(template, data, '<ss-overflow>'))
      console.log(template, kind, length, Math.round(ms), 'ms', Math.round(pdf.length / 1024), 'KB', over)
      writeFileSync(
        `${out}/${template}-${kind}-${length}.png`,
        pngOf(press.svg(template, data), Number(width)),
      )
    } catch (error) {
      console.log(
        template,
        kind,
        length,
        String((error as Error).message ?? error),
        press.faults(template, data).slice(0, 1500),
      )
    }
  }
