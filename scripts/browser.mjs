/** Finds a Chromium: CHROMIUM_PATH, an installed Chromium or Chrome, else a package from the npm registry. */
import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { run, step } from './steps.mjs'

const PACKAGE = '@sparticuz/chromium@153.0.0'
const HOME = resolve('node_modules/.silver-shield-browser')

/** The same engine without a window's own pages: it starts in a third of the processor's time and draws a page in four fifths. */
const SHELL = '/usr/bin/chromium-headless-shell'

const places = () => [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .map((root) => join(root, 'Google/Chrome/Application/chrome.exe')),
]

const fromPackage = async () => {
  const entry = join(HOME, 'node_modules/@sparticuz/chromium')
  if (!existsSync(entry)) {
    mkdirSync(HOME, { recursive: true })
    await step({ zh: '没有找到浏览器，正在下载 Chromium', en: 'fetching Chromium', expected: 20 }, () =>
      run('npm', ['install', '--no-audit', '--no-fund', '--no-save', '--prefix', HOME, PACKAGE]),
    )
  }
  const { default: chromium } = await import(pathToFileURL(join(entry, 'build/esm/index.js')).href)
  return chromium.executablePath()
}

/**
 * @param {{ shell?: boolean }} [options] `shell`: for tests, the shell of the engine before a whole browser
 * @returns {Promise<string>} path of an executable; exits with a plain sentence when none can be had.
 */
export const findBrowser = async ({ shell = false } = {}) => {
  const named = process.env.CHROMIUM_PATH
  if (named && existsSync(named)) return named
  const installed = [...(shell ? [SHELL] : []), ...places()].find(existsSync)
  if (installed) return installed
  try {
    return await fromPackage()
  } catch (error) {
    console.error(
      '没有可用的浏览器：请安装 Chromium 或 Chrome，或用 CHROMIUM_PATH 指明位置。\n' +
        `No browser can be had: install Chromium or Chrome, or name one in CHROMIUM_PATH. (${error.message.split('\n')[0]})`,
    )
    process.exit(1)
  }
}
