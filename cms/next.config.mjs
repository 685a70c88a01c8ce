import path from 'node:path'
import { withPayload } from '@payloadcms/next/withPayload'

// Next runs in this folder or in the repository's (`next build cms`); the root is where node_modules is.
const root = path.resolve(import.meta.dirname, '..')

/** @type {import('next').NextConfig} */
const config = {
  turbopack: { root },
  outputFileTracingRoot: root,
  poweredByHeader: false,
  devIndicators: false,
  reactStrictMode: true,
  // CVE-2026-64644 and kin: nothing here needs Next's picture optimiser.
  images: { unoptimized: true },
}

export default withPayload(config)
