import type { ContentId, PlaceId, ReleaseId, ScreenId, UnitId } from '../../src/model/ids.ts'
import type { Page } from '../../src/model/page.ts'
import { gridKey, type ScreenHours, type ScreenProfile } from '../../src/model/screen.ts'
import type { Town, TownRelease, TownScreen, Withdrawal } from '../../src/model/town.ts'
import { buildSlogan } from './content.ts'
import { buildPage } from './programme.ts'
import { buildPlaylist, buildSchedule } from './schedule.ts'

export const PROFILE: ScreenProfile = {
  width: 160,
  height: 80,
  pitchMm: 10,
  colour: 'full',
  ink: 'red',
  distance: { near: 3, typical: 8, far: 15 },
  roadFacing: false,
  indoor: false,
}

export const GRID = gridKey(PROFILE)

export const ROUND_THE_CLOCK: ScreenHours = { open: '00:00', close: '24:00' }

export const buildTownScreen = (id = 's1', part: Partial<TownScreen> = {}): TownScreen => ({
  id: id as ScreenId,
  name: `屏 ${id}`,
  place: 'market' as PlaceId,
  unit: 'unit-1' as UnitId,
  profile: PROFILE,
  hours: { open: '07:00', close: '21:30' },
  ...part,
})

type ReleasePart = {
  readonly id?: string
  readonly releasedAt?: number
  readonly validUntil?: number | null
  readonly pages?: Readonly<Record<string, readonly Page[]>>
}

/** A release of a slogan named `content`, one page of 10 s on the usual grid, made long ago. */
export const buildRelease = (content: string, part: ReleasePart = {}): TownRelease => ({
  id: (part.id ?? `r-${content}`) as ReleaseId,
  content: content as ContentId,
  releasedAt: part.releasedAt ?? Date.UTC(2026, 0, 1),
  frozen: {
    content: content as ContentId,
    body: buildSlogan({ text: content, accent: '' }),
    hotline: { prompt: '拿不准？先打', number: '96110' },
    validUntil: part.validUntil ?? null,
  },
  pages: part.pages ?? { [GRID]: [buildPage(content, 10_000)] },
})

export const buildWithdrawal = (content: string, at: number, releases = [`r-${content}`]): Withdrawal => ({
  content: content as ContentId,
  at,
  releases: releases as ReleaseId[],
})

/** One screen `s1`, contents `a`, `b`, `c` released and listed in `p1`, one schedule `d1` every day from 8 to 18. */
export const buildTown = (part: Partial<Town> = {}): Town => ({
  name: '五间镇',
  screens: [buildTownScreen()],
  releases: [buildRelease('a'), buildRelease('b'), buildRelease('c')],
  withdrawals: [],
  playlists: [buildPlaylist('p1', ['a', 'b', 'c'])],
  schedules: [buildSchedule()],
  fallback: { [GRID]: [buildPage('银盾', 20_000)] },
  assets: {},
  ...part,
})
