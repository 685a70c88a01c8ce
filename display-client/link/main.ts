/** The second script, link.js: what a start without the network does not need. The first one asks for it (shell/link-door.ts). */
import type { LinkDock } from '../core/link-port.ts'
import { openLink } from './socket.ts'

;(window as typeof window & LinkDock).silverShieldLink = openLink
