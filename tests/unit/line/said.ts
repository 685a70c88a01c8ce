import { keyed } from '../../../src/line/device-says.ts'
import type { DeviceSealed } from '../../../src/wire/messages.ts'
import { sealText } from '../../../src/wire/way.ts'
import { secrets } from '../../fakes/wire-town.ts'
import type { World } from '../../fakes/wire-world.ts'

/** Said by the server, at its place. */
export const told = (world: World, message: object, text = JSON.stringify(message)): void => {
  const { mac } = sealText(keyed(world.device())!.down, text, secrets)
  world.toDevice({ type: 'sealed', text, mac })
}

export const openly = (world: World, value: unknown): void => world.toDevice({ type: 'open', value })

/** What the device has said since, under its keys. */
export const said = (world: World, from = 0): readonly DeviceSealed[] =>
  world.deviceEffects
    .slice(from)
    .flatMap((effect) => (effect.type === 'send-sealed' ? [JSON.parse(effect.text) as DeviceSealed] : []))

export const afterwards = <T>(world: World, act: () => void, see: (from: number) => T): T => {
  const from = world.deviceEffects.length
  act()
  return see(from)
}
