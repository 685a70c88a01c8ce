import { describe, expect, it } from 'vitest'
import { chosenPicture } from '../../../cms/components/media/chosen.ts'
import { movingWebp } from '../../builders/pictures.ts'

const fileOf = (bytes: Uint8Array | string, name: string): File => new File([bytes as BlobPart], name)
const HEIC = '\0\0\0\x18ftypheic\0\0\0\0mif1heic'
const never = async (): Promise<File | null> => expect.unreachable('nothing to copy')
const codesOf = (told: readonly { readonly code: string }[]) => told.map(({ code }) => code)

describe('IMG-7 the file that is sent', () => {
  it('IMG-7 what the server opens goes as it is, and told when it moves', async () => {
    const webp = fileOf(await movingWebp('#FF0000'), 'a.webp')
    const chosen = await chosenPicture(webp, never)
    expect(chosen.file).toBe(webp)
    expect(codesOf(chosen.told)).toEqual(['IMAGE_FIRST_FRAME'])
    expect((await chosenPicture(fileOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'a.png'), never)).told).toEqual(
      [],
    )
  })

  it('IMG-7 what only this browser opens goes as its copy, and told by name', async () => {
    const copy = fileOf('copy', 'a.jpg')
    const chosen = await chosenPicture(fileOf(HEIC, 'IMG_1.HEIC'), async () => copy)
    expect(chosen.file).toBe(copy)
    expect(chosen.told).toMatchObject([{ code: 'IMAGE_COPIED', got: 'HEIC' }])
  })

  it('IMG-7 what nobody opens goes to the server, which says why not', async () => {
    const heic = fileOf(HEIC, 'IMG_1.HEIC')
    expect(await chosenPicture(heic, async () => null)).toEqual({ file: heic, told: [] })
  })
})
