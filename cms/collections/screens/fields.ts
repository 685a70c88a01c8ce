import type { DateField, Field, NumberField, SelectField, TextField } from 'payload'
import { COLOUR_WORDS, INK_WORDS } from '../../../src/lexicon/screens.ts'
import { INKS, SCREEN_COLOURS } from '../../../src/model/screen.ts'
import { onlineCell } from '../../base/wiring.ts'
import { instant, machineText, secretText, text } from '../../fields/basic.ts'
import { portsIfFilled } from '../../base/ports.ts'
import type { ScreenId } from '../../../src/model/ids.ts'
import { words } from '../../base/words.ts'

const number = (
  name: string,
  zh: string,
  en: string,
  [min, max, step, initial]: readonly [number, number, number, number?],
): NumberField => ({
  name,
  type: 'number',
  label: words(zh, en),
  required: true,
  min,
  max,
  ...(initial !== undefined && { defaultValue: initial }),
  admin: { step, width: '33%' },
})

const colour: SelectField = {
  name: 'colour',
  type: 'select',
  required: true,
  defaultValue: 'full',
  label: words('颜色', 'Colour'),
  options: SCREEN_COLOURS.map((value) => ({ value, label: COLOUR_WORDS[value] })),
}

const ink: SelectField = {
  name: 'ink',
  type: 'select',
  required: true,
  defaultValue: 'red',
  label: words('灯色', 'Lamp colour'),
  admin: { condition: (data) => data?.['colour'] === 'mono' },
  options: INKS.map((value) => ({ value, label: INK_WORDS[value] })),
}

const check = (name: string, zh: string, en: string): Field => ({
  name,
  type: 'checkbox',
  defaultValue: false,
  label: words(zh, en),
})

const hour = (name: string, zh: string, en: string, initial: string): Field => ({
  ...text(name, zh, en, { required: true, maxLength: 5, help: ['写成 07:00', 'Written as 07:00'] }),
  defaultValue: initial,
})

/** What a page's layout and the opening hours depend on. */
export const profileFields: Field[] = [
  {
    type: 'row',
    fields: [
      number('width', '宽（像素）', 'Width (pixels)', [16, 8192, 1]),
      number('height', '高（像素）', 'Height (pixels)', [16, 8192, 1]),
      number('pitchMm', '点间距（毫米）', 'Pitch (mm)', [0.5, 50, 0.1]),
    ],
  },
  colour,
  ink,
  {
    type: 'row',
    fields: [
      number('distanceNear', '最近观看距离（米）', 'Nearest viewer (m)', [0.5, 200, 0.5, 3]),
      number('distanceTypical', '一般观看距离（米）', 'Usual viewer (m)', [0.5, 200, 0.5, 8]),
      number('distanceFar', '最远观看距离（米）', 'Farthest viewer (m)', [0.5, 500, 0.5, 15]),
    ],
  },
  check('roadFacing', '面向道路', 'Faces a road'),
  check('indoor', '在室内', 'Indoors'),
  {
    type: 'row',
    fields: [
      hour('hoursOpen', '亮屏时间', 'Opens', '07:00'),
      hour('hoursClose', '熄屏时间', 'Closes', '21:30'),
    ],
  },
  check('audioAllowed', '可以出声', 'Sound allowed'),
]

/** A screen that has no device yet has nothing to show in these, so they are hidden. */
const whenPaired = (field: TextField | DateField): Field =>
  ({
    ...field,
    admin: { ...field.admin, condition: (data) => Boolean(data?.['pairedAt']) },
  }) as Field

/** What the link says of the screen; the server alone writes these. */
export const linkFields: Field[] = [
  { ...secretText('key', '设备公钥', 'Device key'), index: true },
  ...[
    text('fingerprint', '密钥指纹', 'Key fingerprint', { readOnly: true }),
    instant('pairedAt', '配对时间', 'Paired at', { readOnly: true }),
    instant('lastSeenAt', '最近在线', 'Last seen', { readOnly: true }),
  ].map(whenPaired),
  machineText('report', '设备报告', 'Device report'),
  {
    name: 'online',
    type: 'checkbox',
    virtual: true,
    label: words('在线', 'Online'),
    admin: { readOnly: true, components: onlineCell, condition: () => false },
    hooks: {
      afterRead: [
        ({ data }) =>
          portsIfFilled()?.online?.((data as { id: ScreenId } | undefined)?.id as ScreenId) ?? false,
      ],
    },
  },
]
