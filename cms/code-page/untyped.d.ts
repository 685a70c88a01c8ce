declare module 'react-dom/server' {
  import type { ReactElement } from 'react'

  /** HTML with every text in it escaped, and nothing else for the browser. */
  export const renderToStaticMarkup: (element: ReactElement) => string
}
