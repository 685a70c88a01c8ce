'use client'

import { useState } from 'react'
import { ask, nameIn, type Fault } from './answer.ts'
import type { DeskLanguage } from './language.ts'
import { save } from './save.ts'

/** What a button for the pack of a release says. */
export const PACK_WORDS = {
  zh: {
    title: '给公众号、报纸',
    lead: '文字、按尺寸裁好的图片、图片说明、二维码和来源，装在一个压缩包里；都是签发的内容，一字未改。',
    pack: '打包下载',
    packing: '正在打包…',
    saved: '已存到下载文件夹',
  },
  en: {
    title: 'For WeChat and newspapers',
    lead: 'The text, pictures cut to size, captions, the QR code and the source in one .zip, all as issued.',
    pack: 'Download the pack',
    packing: 'Packing…',
    saved: 'Saved among your downloads',
  },
} as const

/** A saved address is given back once the browser has surely begun with it. */
const KEEP_MS = 60_000

/** Asks for the pack of a release and saves it; what is refused is told in sentences. */
export const usePack = (release: string, language: DeskLanguage) => {
  const [state, setState] = useState<'idle' | 'busy' | 'saved'>('idle')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const pack = async () => {
    setState('busy')
    setFaults([])
    const answer = await ask(`/api/print/packs/${release}`, { method: 'POST', language }, async (got) => ({
      blob: await got.blob(),
      name: nameIn(got.headers) ?? 'pack.zip',
    }))
    if (answer.ok) {
      const address = save(answer.value.blob, answer.value.name)
      setTimeout(() => URL.revokeObjectURL(address), KEEP_MS)
    } else setFaults(answer.faults)
    setState(answer.ok ? 'saved' : 'idle')
  }
  return { state, faults, pack }
}
