/**
 * What a child may know: secrets of the server stay with the server, and nothing is fetched or read from the folders of
 * this account (a proxy that is not there answers at once, where a firewall would let a download hang). Nor does
 * `WATCH_REPORT_DEPENDENCIES` go with it: under `node --watch` children report on our own channel every module they load.
 */
export const childEnv = (): NodeJS.ProcessEnv => {
  const nowhere = '/nonexistent'
  const closed = 'http://127.0.0.1:9'
  const { PATH, LANG, TZ, TMPDIR, SystemRoot } = process.env
  return {
    PATH,
    LANG,
    TZ,
    TMPDIR,
    SystemRoot,
    NODE_ENV: process.env.NODE_ENV,
    HOME: nowhere,
    XDG_CACHE_HOME: nowhere,
    XDG_DATA_HOME: nowhere,
    XDG_CONFIG_HOME: nowhere,
    HTTP_PROXY: closed,
    HTTPS_PROXY: closed,
    ALL_PROXY: closed,
    http_proxy: closed,
    https_proxy: closed,
    all_proxy: closed,
  }
}
