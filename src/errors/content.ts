import type { ErrorEntry } from './entry.ts'

/** What an editor writes or uploads. */
export const CONTENT_ERRORS = {
  TEXT_EMPTY: { status: 400, who: 'editor', zh: '这一栏还没有填写', en: 'This field is empty' },
  NAME_WITHOUT_LETTER: {
    status: 400,
    who: 'administrator',
    zh: '名称里至少要有一个字，不能只有空格、数字或标点',
    en: 'A name holds one letter at least, not only blanks, digits or punctuation',
  },
  TEXT_WITHOUT_WORDS: {
    status: 400,
    who: 'editor',
    zh: '这里只有标点或空格，至少要写一个字',
    en: 'Only marks or blanks stand here; write one word at least',
  },
  TEXT_TOO_LONG: {
    status: 400,
    who: 'editor',
    zh: '文字太长：最多 {limit} 个字，现在 {got} 个字',
    en: 'The text is too long: {limit} characters at most, {got} given',
  },
  TEXT_CONTROL_CHAR: {
    status: 400,
    who: 'editor',
    zh: '文字里有看不见的控制字符（{got}），请删去后重新输入',
    en: 'The text holds control characters ({got}); delete and type it again',
  },
  TEXT_NOT_UNICODE: {
    status: 400,
    who: 'editor',
    zh: '文字编码有误，请重新输入',
    en: 'The text is not well-formed Unicode',
  },
  GLYPH_MISSING: {
    status: 400,
    who: 'editor',
    zh: '屏的字库里没有这些字：{got}，请换一个写法',
    en: 'No shipped font has these characters: {got}',
  },
  TEXT_DOES_NOT_FIT: {
    status: 400,
    who: 'editor',
    zh: '文字在“{hint}”屏上放不下，请缩短',
    en: 'The text does not fit on the screen class {hint}; shorten it',
  },
  ACCENT_NOT_IN_TEXT: {
    status: 400,
    who: 'editor',
    zh: '强调的词“{got}”不在标题里',
    en: 'The accent phrase "{got}" does not stand in the title',
  },
  TOO_MANY_ITEMS: {
    status: 400,
    who: 'editor',
    zh: '条数太多：最多 {limit} 条，现在 {got} 条',
    en: 'Too many entries: {limit} at most, {got} given',
  },
  CONTENT_EXPIRED: {
    status: 400,
    who: 'editor',
    zh: '有效期已经过了（{got}）',
    en: 'The validity has already ended ({got})',
  },
  HOTLINE_UNKNOWN: {
    status: 400,
    who: 'editor',
    zh: '请选择一个有效的举报电话',
    en: 'Choose a valid hotline',
  },
  HOTLINE_NUMBER: {
    status: 400,
    who: 'administrator',
    zh: '电话号码只能是 3 到 12 位数字',
    en: 'A hotline number is 3 to 12 digits',
  },
  IMAGE_TOO_MANY_PIXELS: {
    status: 400,
    who: 'editor',
    zh: '图片像素过大：{got}，最多 {limit} 万像素，请缩小后再传',
    en: 'The picture has too many pixels: {got}; {limit} × 10,000 at most',
  },
  IMAGE_TOO_LARGE: {
    status: 413,
    who: 'editor',
    zh: '图片文件太大：最多 {limit} MB，现在 {got} MB',
    en: 'The picture file is too large: {limit} MB at most, {got} MB given',
  },
  IMAGE_TYPE_NOT_ALLOWED: {
    status: 400,
    who: 'editor',
    zh: '只能上传 JPEG、PNG 或 WebP 图片，这个文件不是（{got}）',
    en: 'Only JPEG, PNG or WebP pictures are taken; this file is none ({got})',
  },
  IMAGE_BY_ADDRESS: {
    status: 400,
    who: 'editor',
    zh: '图片要上传文件，不能填网址',
    en: 'A picture is uploaded as a file; an address is not taken',
  },
  IMAGE_HEIC: {
    status: 400,
    who: 'editor',
    zh: '这是苹果手机的 HEIC 照片，这里打不开：在手机“设置 - 相机 - 格式”里选“兼容性最佳”再拍，或另存为 JPEG',
    en: 'This is a HEIC photo, which cannot be opened here: choose Settings - Camera - Formats - Most Compatible, or save it as JPEG',
  },
  IMAGE_DAMAGED: {
    status: 400,
    who: 'editor',
    zh: '图片已损坏，打不开，请重新导出或重新拍摄',
    en: 'The picture is damaged and cannot be read',
  },
  IMAGE_ANIMATION_NOT_ALLOWED: {
    status: 400,
    who: 'editor',
    zh: '不能上传动图，请换成静止图片',
    en: 'Animated pictures are not taken',
  },
  IMAGE_ALREADY_STORED: {
    status: 409,
    who: 'editor',
    zh: '这张图片已经传过了（{got}），请在图片库里直接选用',
    en: 'This picture is already stored ({got}); choose it from the pictures',
  },
  IMAGE_FAILED: {
    status: 422,
    who: 'administrator',
    zh: '图片处理失败，请重试；仍不行请联系管理员',
    en: 'The picture could not be processed; try again',
  },
  FIELD_INVALID: {
    status: 400,
    who: 'editor',
    zh: '这一栏填写不正确：{got}',
    en: 'This field is not valid: {got}',
  },
} as const satisfies Record<string, ErrorEntry>
