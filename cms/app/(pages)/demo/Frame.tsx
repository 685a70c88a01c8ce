'use client'

import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import styles from './demo.module.css'
import type { DemoEvent, DemoScreen } from '../../../../src/model/demo-feed.ts'
import { CABLE_MESSAGE, readFrameState, type FrameState } from './frame-state.ts'
import { useFit } from './useFit.ts'
import { gridWords, stateWords, WORDS, type Language } from './words.ts'

type Props = {
  readonly screen: DemoScreen
  readonly language: Language
  readonly tell: (event: DemoEvent) => void
  readonly heard: (screen: string, state: FrameState) => void
}

const useFrameState = (
  frame: RefObject<HTMLIFrameElement | null>,
  tellWall: (state: FrameState) => void,
): FrameState | undefined => {
  const [state, setState] = useState<FrameState>()
  useEffect(() => {
    const hear = (event: MessageEvent<unknown>) => {
      if (event.origin !== location.origin || event.source !== frame.current?.contentWindow) return
      const heard = readFrameState(event.data)
      if (!heard) return
      setState(heard)
      tellWall(heard)
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [frame, tellWall])
  return state
}

/** Re-renders while a cable is out, so that the minutes count up. */
const useNow = (running: boolean): number => {
  const [now, setNow] = useState(0)
  useEffect(() => {
    if (!running) return undefined
    const timer = setInterval(() => setNow(Date.now()), 5000)
    return () => clearInterval(timer)
  }, [running])
  return now
}

/**
 * A player keeps its lamps square. Where a lamp is not a whole number of dots here, that would draw some lines of the
 * characters twice and drop others, so the picture is smoothed.
 */
const smooth = (frame: HTMLIFrameElement | null, scale: number): void => {
  const whole = Number.isInteger(scale * window.devicePixelRatio)
  frame?.contentDocument?.querySelector('html')?.classList.toggle('smooth', !whole)
}

export const Frame = ({ screen, language, tell, heard }: Props) => {
  const words = WORDS[language]
  const frame = useRef<HTMLIFrameElement>(null)
  const { room, scale } = useFit(screen)
  const tellWall = useCallback((told: FrameState) => heard(screen.id, told), [heard, screen.id])
  const state = useFrameState(frame, tellWall)
  useEffect(() => smooth(frame.current, scale), [scale])
  const [cutSince, setCutSince] = useState<number | null>(null)
  const now = useNow(cutSince !== null)
  const cut = cutSince !== null

  const toggle = () => {
    const at = Date.now()
    frame.current?.contentWindow?.postMessage({ type: CABLE_MESSAGE, cut: !cut }, location.origin)
    setCutSince(cut ? null : at)
    const zh = cut ? WORDS.zh.plugged(screen.name) : WORDS.zh.unplugged(screen.name)
    const en = cut ? WORDS.en.plugged(screen.name) : WORDS.en.unplugged(screen.name)
    tell({ at, kind: cut ? 'screen-online' : 'screen-offline', title_zh: zh, title_en: en })
  }

  return (
    <section className={styles['frame']}>
      <div className={styles['bezel']}>
        <div
          className={styles['room']}
          ref={room}
          style={{ aspectRatio: `${screen.width} / ${screen.height}` }}
        >
          <div
            className={styles['panel']}
            style={{ width: screen.width * scale, height: screen.height * scale }}
          >
            {scale > 0 && (
              // Our own player on our own origin: it needs its scripts, its store and its worker.
              // oxlint-disable-next-line react/iframe-missing-sandbox
              <iframe
                ref={frame}
                onLoad={() => smooth(frame.current, scale)}
                title={screen.name}
                src={`/display?viewer=${encodeURIComponent(screen.id)}`}
                tabIndex={-1}
                width={screen.width}
                height={screen.height}
                style={{ transform: `scale(${scale})` }}
              />
            )}
          </div>
        </div>
      </div>
      <footer className={styles['foot']}>
        <span className={cut ? styles['lampOut'] : styles['lampOn']} aria-hidden="true" />
        <div className={styles['about']}>
          <strong>{screen.place}</strong>
          <span>{gridWords(screen, language)}</span>
          <span>{stateWords(state, cutSince, Math.max(now, cutSince ?? 0), language)}</span>
        </div>
        <button type="button" aria-pressed={cut} onClick={toggle}>
          {cut ? words.plug : words.unplug}
        </button>
      </footer>
    </section>
  )
}
