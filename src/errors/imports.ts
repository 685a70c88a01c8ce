import type { ErrorEntry } from './entry.ts'

/** What offices keep in Excel and Word, taken in. */
export const IMPORT_ERRORS = {
  IMPORT_FILE_KIND: {
    status: 400,
    who: 'editor',
    zh: '只认 .xlsx 和 .docx，这个文件（{got}）打不开：请用 Excel、Word 或 WPS 打开它，点“另存为”，选 .xlsx 或 .docx 再传',
    en: 'Only .xlsx and .docx are read, not this file ({got}): open it in Excel, Word or WPS, save it as .xlsx or .docx and send that',
  },
  IMPORT_FILE_LOCKED: {
    status: 400,
    who: 'editor',
    zh: '这个文件加了打开密码，或是旧格式换了个后缀：请去掉密码，另存为 .xlsx 或 .docx 再传',
    en: 'The file has a password, or is of the old format under another name: take the password off, save it as .xlsx or .docx and send that',
  },
  IMPORT_FILE_TOO_LARGE: {
    status: 413,
    who: 'editor',
    zh: '文件太大：{got}，最多 {limit}；请删去图片和用不到的表再传',
    en: 'The file is too large: {got}, {limit} at most; delete pictures and sheets that are not needed',
  },
  IMPORT_FILE_DAMAGED: {
    status: 400,
    who: 'editor',
    zh: '文件坏了或没有传完整，请用 Excel、Word 或 WPS 打开看看，另存一份再传',
    en: 'The file is damaged or did not arrive whole; open it in Excel, Word or WPS, save a copy and send that',
  },
  IMPORT_FAILED: {
    status: 503,
    who: 'installer',
    zh: '读这个文件没有成功，请再试一次；还不行就另存一份再传',
    en: 'The file could not be read; try again, or save a copy and send that',
  },
  IMPORT_BUSY: {
    status: 503,
    who: 'editor',
    zh: '正在读别的文件，请过一会儿再试',
    en: 'Other files are being read; try again in a moment',
  },
  IMPORT_TOO_MANY_ROWS: {
    status: 400,
    who: 'editor',
    zh: '一次最多导入 {limit} 行，这个文件有 {got} 行；请分成几个文件',
    en: 'At most {limit} rows at once, {got} given; part the file',
  },
  IMPORT_NOTHING_FOUND: {
    status: 400,
    who: 'editor',
    zh: '这个文件里没有认得的内容：表格要有一行标题（例如“标题”“经过”），可以先下载模板照着填',
    en: 'Nothing in this file is understood: a table needs a row of headings (such as title and story); download the template',
  },
  IMPORT_CHOICE_UNKNOWN: {
    status: 400,
    who: 'editor',
    zh: '不认得“{got}”，可以写：{limit}',
    en: '"{got}" is none of these: {limit}',
  },
  IMPORT_DAY_UNCLEAR: {
    status: 400,
    who: 'editor',
    zh: '看不出“{got}”是哪一天，请写成 2027-10-11 这样',
    en: '"{got}" is no day; write it like 2027-10-11',
  },
  IMPORT_AMOUNT_UNCLEAR: {
    status: 400,
    who: 'editor',
    zh: '看不出“{got}”是多少钱，请写成 35000、3.5万元 这样',
    en: '"{got}" is no amount; write it like 35000 or 3.5万元',
  },
  IMPORT_LINK_UNKNOWN: {
    status: 400,
    who: 'editor',
    zh: '这里没有“{got}”，请先建好，或者空着以后再选',
    en: 'There is no "{got}" here; make it first, or leave the cell empty and choose later',
  },
  IMPORT_ROW_TWICE: {
    status: 400,
    who: 'editor',
    zh: '和第 {got} 行的文字一样，只导入一次',
    en: 'The same words as row {got}; taken once',
  },
  IMPORT_ROW_EXISTS: {
    status: 409,
    who: 'editor',
    zh: '已经有文字一样的：“{got}”，不再导入',
    en: 'There is one of the same words already: "{got}"; not taken again',
  },
  IMPORT_ROWS_FAULTY: {
    status: 400,
    who: 'editor',
    zh: '还有 {got} 行有错，一行也没有导入；请改好再传，或者选“只导入没有错误的”',
    en: '{got} rows have faults and nothing was taken; mend them, or choose to take the others alone',
  },
  IMPORT_NONE_LEFT: {
    status: 400,
    who: 'editor',
    zh: '没有可以导入的行：都有错，或者都已经有了',
    en: 'No row is left to take: all have faults or are there already',
  },
  IMPORT_CHANGED: {
    status: 409,
    who: 'editor',
    zh: '看过以后情况变了（文件改过，或者别人刚写了一样的），一行也没有导入；请再看一遍',
    en: 'Something changed since you looked (the file, or somebody wrote the same); nothing was taken, look again',
  },
} as const satisfies Record<string, ErrorEntry>
