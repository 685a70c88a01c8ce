import { openPress, pngOf, TEMPLATES } from './press.ts'
import { schemaOf } from './texts.ts'
import { trialChoices, trialData, elementFaults, parseSchema } from '../../src/poster/index.ts'
import type { PlacedElement } from '../../src/poster/sheet.ts'
import { writeFileSync, readFileSync } from 'node:fs'
const press = openPress(() => readFileSync('/tmp/p4/media/pictures/mask.png'))
const now = Date.UTC(2026, 10, 23) as never
for (const t of process.argv[2] ? [process.argv[2]] : TEMPLATES) {
  const schema = schemaOf(t)
  const p = parseSchema(schema)
  if ('code' in p) console.log('SCHEMA', JSON.stringify(p))
  for (const choice of trialChoices(schema))
    for (const trial of ['longest', 'empty'] as const) {
      const data = trialData(schema, choice, trial, now)
      try {
        press.pdf(t, data)
        const over = press.query(t, data, '<ss-overflow>') as unknown[]
        const faults = elementFaults(schema, data, press.query(t, data, '<ss-element>') as PlacedElement[])
        if (over.length || faults.length)
          console.log(
            t,
            choice.kind,
            choice.size,
            choice.way,
            trial,
            JSON.stringify(over),
            faults.map((f) => f.message_zh),
          )
        if (choice.way === schema.sizes[0]!.ways[0])
          writeFileSync(
            `/tmp/pp/T-${t}-${choice.kind}-${choice.size}-${trial}.png`,
            pngOf(press.svg(t, data), 800),
          )
      } catch (e) {
        console.log(t, choice, trial, String((e as Error).message), press.faults(t, data))
      }
    }
}
