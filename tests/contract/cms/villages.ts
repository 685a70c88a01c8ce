import sharp from 'sharp'
import type { Desk } from './desk.ts'
import { createRow, SCREEN, sloganOf } from './rows.ts'
import { releaseSlogan } from './stories.ts'

const create = async (desk: Desk, collection: string, data: Readonly<Record<string, unknown>>) =>
  (await createRow(desk, collection, data)).id

const putInto = (desk: Desk, name: keyof Desk['ids'], unit: string) =>
  desk.payload.update({
    collection: 'users',
    id: desk.ids[name],
    data: { unit },
    overrideAccess: true,
  })

/** A town with two villages, their clerks, a department, places of each, a hotline and one released slogan. */
export const buildVillages = async (desk: Desk) => {
  await desk.payload.updateGlobal({ slug: 'town', data: { name: '五间镇' }, overrideAccess: true })
  const town = await create(desk, 'units', { name: '五间镇', kind: 'town' })
  const office = await create(desk, 'units', {
    name: '平安办',
    kind: 'department',
    fullName: '五间镇平安建设办公室',
  })
  const stone = await create(desk, 'units', {
    name: '石桥村',
    kind: 'village',
    contactName: '老孙',
    contactNumber: '0571123',
  })
  const willow = await create(desk, 'units', { name: '柳河村', kind: 'village' })
  const place = (name: string, unit: string) => create(desk, 'places', { name, placeType: 'community', unit })
  const places = {
    stone: await place('石桥村公告栏', stone),
    willow: await place('柳河村村部', willow),
    town: await place('农贸市场', office),
  }
  await create(desk, 'screens', {
    ...SCREEN,
    name: '大屏',
    place: places.town,
    unit: office,
  })
  const hotline = await create(desk, 'hotlines', {
    number: '96110',
    label: '反诈专线',
    prompt: '拿不准？先打',
    verifiedOn: '2026-11-10T04:00:00.000Z',
    confirmBy: '派出所',
  })
  await putInto(desk, 'author', office)
  await putInto(desk, 'operator', office)
  await putInto(desk, 'village', stone)
  await putInto(desk, 'neighbour', willow)
  const story = await releaseSlogan(desk, sloganOf(hotline))
  return { units: { town, office, stone, willow }, places, hotline, story }
}

export type Villages = Awaited<ReturnType<typeof buildVillages>>

/** What a phone sends: a JPEG that says where it was taken. */
export const phonePhoto = async (shade: number): Promise<File> => {
  const bytes = await sharp({
    create: { width: 64, height: 48, channels: 3, background: { r: shade % 256, g: shade >> 8, b: 90 } },
  })
    .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitude: '30/1 15/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer()
  return new File([new Uint8Array(bytes)], 'IMG_2026.jpg', { type: 'image/jpeg' })
}

export const formWith = (parts: Readonly<Record<string, string | File>>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(parts)) form.set(name, value)
  return form
}
