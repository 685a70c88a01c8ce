import type { Desk } from './desk.ts'

type Row = { id: string } & Record<string, unknown>

export const createRow = async (
  desk: Desk,
  collection: string,
  data: Readonly<Record<string, unknown>>,
): Promise<Row> =>
  (await desk.payload.create({
    collection: collection as 'units',
    data: data as never,
    overrideAccess: true,
    depth: 0,
  })) as unknown as Row

export const SCREEN = {
  width: 1280,
  height: 720,
  pitchMm: 4,
  colour: 'full',
  ink: 'red',
  distanceNear: 5,
  distanceTypical: 15,
  distanceFar: 30,
  hoursOpen: '07:00',
  hoursClose: '21:30',
}

/** A unit, a place, two screens of different grids and a hotline: what every story starts with. */
export const buildPlaceWithScreens = async (desk: Desk) => {
  const unit = await createRow(desk, 'units', { name: '五间镇', kind: 'town' })
  const place = await createRow(desk, 'places', { name: '中心广场', placeType: 'square', unit: unit.id })
  const wall = await createRow(desk, 'screens', {
    ...SCREEN,
    name: '广场大屏',
    place: place.id,
    unit: unit.id,
  })
  const strip = await createRow(desk, 'screens', {
    ...SCREEN,
    name: '门头条屏',
    place: place.id,
    unit: unit.id,
    width: 640,
    height: 32,
    pitchMm: 10,
    colour: 'mono',
    distanceTypical: 10,
  })
  const hotline = await createRow(desk, 'hotlines', {
    number: '96110',
    label: '反诈专线',
    prompt: '拿不准？先打',
    scope: '劝阻、咨询',
    source: '公安机关',
    verifiedOn: '2026-11-23T04:00:00.000Z',
  })
  return { unit, place, wall, strip, hotline }
}

export const sloganOf = (hotline: string, text = '天上不会 掉馅饼') => ({ text, accent: '馅饼', hotline })

export const caseOf = (hotline: string, photo?: string) => ({
  title: '高息返了两个月，人去楼空',
  accent: '两个月',
  fraudClass: 'care-investment',
  story: '张阿姨听人说，投五万每月返息。\n头两个月，钱准时到账。\n第三个月，门店关了。',
  lesson: '保本又高息，就是骗局',
  hotline,
  ...(photo && { photo }),
})

export const techniqueOf = (hotline: string, title: string) => ({
  title,
  fraudClass: 'care-investment',
  steps: [
    { heSays: '投五万，每月返息', youDo: '先问问家里人' },
    { heSays: '名额今天就满', youDo: '越催越不买' },
  ],
  hotline,
})
