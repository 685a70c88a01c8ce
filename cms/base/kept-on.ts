/**
 * What this process knows beside the rows of an open database: kept on the object itself (Payload, its adapter, the
 * ports), for Next holds a second copy of every module but shares those. It ends with them and may be lost at any time;
 * each name stands in a house test with the reason why that harms nobody (HOUSE-11).
 */
export const keptOn = <T>(owner: object, name: string, make: () => T): T => {
  const slot = Symbol.for(`silver-shield.${name}`)
  const held = owner as { [slot: symbol]: T | undefined }
  return (held[slot] ??= make())
}
