import type { ReactNode } from 'react'
import './pages.css'

export const metadata = { title: '银盾 Silver Shield', robots: { index: false } }
export const viewport = { width: 'device-width', initialScale: 1, themeColor: '#FBFAF6' }

const Layout = ({ children }: { children: ReactNode }) => (
  <html lang="zh-CN">
    <body>{children}</body>
  </html>
)

export default Layout
