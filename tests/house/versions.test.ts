import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Lock = {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly resolved?: string }>>
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
const floors = JSON.parse(readFileSync('tests/house/versions.json', 'utf8')) as Record<
  string,
  [string, string]
>
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>

const parts = (version: string): readonly number[] => version.split(/[.-]/).slice(0, 3).map(Number)

const below = (version: string, floor: string): boolean => {
  const [a, b] = [parts(version), parts(floor)]
  const at = a.findIndex((part, i) => part !== b[i])
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0)
}

/** A floor for each major version still in use, parted by a space; a major without one has the lowest. */
const floorFor = (version: string, floors: string): string =>
  floors.split(' ').find((floor) => parts(floor)[0] === parts(version)[0]) ?? floors.split(' ')[0] ?? ''

const installed = (name: string): readonly string[] =>
  Object.entries(lock.packages).flatMap(([path, { version }]) =>
    path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`) ? [version ?? ''] : [],
  )

describe('DEP-1 no package below its floor', () => {
  it.each(Object.entries(floors))('DEP-1 %s', (name, [floor]) => {
    const versions = installed(name)
    expect(versions).not.toEqual([])
    expect(versions.filter((version) => below(version, floorFor(version, floor)))).toEqual([])
  })

  it('DEP-1 every direct dependency is pinned to one version', () => {
    const all = { ...manifest['dependencies'], ...manifest['devDependencies'] }
    expect(Object.entries(all).filter(([, range]) => !/^\d+\.\d+\.\d+$/.test(range))).toEqual([])
  })

  it('DEP-1 the payload family has one version', () => {
    const family = Object.keys(lock.packages).filter((path) =>
      /^node_modules\/(payload|@payloadcms\/[^/]+)$/.test(path),
    )
    expect(new Set(family.map((path) => lock.packages[path]?.version))).toEqual(new Set(['3.90.2']))
  })

  it('DEP-1 the lock names no registry', () => {
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([])
  })
})
