import type { ErrorEntry } from './entry.ts'

/** The server itself: start, database, environment. */
export const SERVER_ERRORS = {
  ENV_INVALID: {
    status: 500,
    who: 'installer',
    zh: '环境变量不对：{got}',
    en: 'Invalid environment: {got}',
  },
  PORT_TAKEN: {
    status: 500,
    who: 'installer',
    zh: '端口 {got} 被占用，请设 PORT 换一个',
    en: 'Port {got} is taken; set PORT to another',
  },
  DATABASE_BUSY: {
    status: 503,
    who: 'nobody',
    zh: '数据库正忙，请稍后再试，已填的内容没有丢',
    en: 'The database is busy; try again, nothing was lost',
  },
  DATABASE_READ_ONLY: {
    status: 503,
    who: 'installer',
    zh: '数据库不能写入（只读或磁盘满），请检查 {hint}',
    en: 'The database cannot be written (read-only or disk full): {hint}',
  },
  DATABASE_UNUSABLE: {
    status: 503,
    who: 'installer',
    zh: '数据库打不开：{got}',
    en: 'The database cannot be opened: {got}',
  },
  ROW_UNREADABLE: {
    status: 409,
    who: 'administrator',
    zh: '数据库里有一条记录读不全（{hint}）：这几栏当作空的：{got}。其余照常；请把它们重新填好保存，或从备份恢复',
    en: 'A record of the database cannot be read whole ({hint}): these fields count as empty: {got}. All else goes on; fill them in again and save, or restore a backup',
  },
  DATA_DIR_UNUSABLE: {
    status: 500,
    who: 'installer',
    zh: '数据目录不能使用：{got}',
    en: 'The data folder cannot be used: {got}',
  },
  DATA_DIR_IN_USE: {
    status: 500,
    who: 'installer',
    zh: '另一个进程正在用这个数据目录：{got}。一个镇只开一个，请先停掉那一个',
    en: 'Another process uses this data folder: {got}. A town is one process; stop that one first',
  },
  BODY_INVALID: {
    status: 400,
    who: 'nobody',
    zh: '送来的内容读不出来',
    en: 'What was sent cannot be read',
  },
  BODY_TOO_LARGE: {
    status: 413,
    who: 'nobody',
    zh: '请求太大：最多 {limit}',
    en: 'The request is too large: {limit} at most',
  },
  FILE_NAME_INVALID: {
    status: 400,
    who: 'editor',
    zh: '文件名读不出来（太长，或有看不见的字符）：改个名字再传',
    en: 'The name of the file cannot be read (too long, or with invisible characters): rename it and send it again',
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    who: 'nobody',
    zh: '请求太多，请过一会儿再试',
    en: 'Too many requests; try again in a moment',
  },
  ORIGIN_FOREIGN: {
    status: 403,
    who: 'nobody',
    zh: '请求来自别的网站，已拒绝',
    en: 'The request comes from another site and is refused',
  },
  TOO_MANY_DEVICES: {
    status: 429,
    who: 'installer',
    zh: '等待配对的设备太多，请稍后再试',
    en: 'Too many devices wait to be paired; try again later',
  },
  TOO_MANY_VIEWERS: {
    status: 429,
    who: 'nobody',
    zh: '旁观的窗口太多，请先关掉几个',
    en: 'Too many windows look on; close some of them first',
  },
  ROUTE_UNKNOWN: { status: 404, who: 'nobody', zh: '没有这个地址', en: 'No such address' },
  DEMO_ONLY: {
    status: 404,
    who: 'nobody',
    zh: '只有演示镇才有这一页',
    en: 'This page exists in a demo town only',
  },
  INTERNAL: {
    status: 500,
    who: 'administrator',
    zh: '服务器出错了，编号 {hint}，请告诉管理员',
    en: 'Something failed on the server; tell the administrator number {hint}',
  },
} as const satisfies Record<string, ErrorEntry>
