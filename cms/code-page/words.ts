import type { DeskLanguage } from '../web/language.ts'

const zh = {
  head: '海报核验',
  demo: '演示',
  ask: '输入海报上的核验码',
  askLead: '在海报最下面一行，8 个字母和数字。',
  look: '查一查',
  scan: '拍海报上的二维码',
  reading: '正在认…',
  noSquare: '照片里没有认出这里的二维码。离近一点再拍，或者输入核验码。',
  notCode: '核验码是 8 个字母和数字，操作记录上的是 12 个；照着再输一遍。',
  unknown: '没有这个核验码',
  unverifiable: '这张海报现在核对不了',
  absentLead: {
    unknown: '照着海报再输一遍。还是没有，这张海报可能不是镇里印的，请打 110 或告诉网格员。',
    unverifiable: '防骗的做法不变。拿不准，打 96110 或告诉网格员；正在被骗、已经转钱，马上打 110。',
  },
  states: { valid: '有效', withdrawn: '已收回', expired: '已到期', replaced: '有新版' },
  stateLead: {
    valid: '这张海报是真的，内容现在有效。',
    withdrawn: '这张海报已收回，以新海报为准；防骗的做法不变。',
    expired: '这张海报已到期，以新海报为准；防骗的做法不变。',
    replaced: '这张海报有了新版，以新海报为准；防骗的做法不变。',
  },
  articleLead: {
    valid: '这篇内容是真的，现在有效，可以照发。',
    withdrawn: '这篇内容已收回，请不要再发；防骗的做法不变。',
    expired: '这篇内容已到期，请不要再发；防骗的做法不变。',
    replaced: '这篇内容有了新版，请发新版；防骗的做法不变。',
  },
  since: (day: string) => `自 ${day}`,
  issuer: '发布',
  unit: '张贴单位',
  edition: '版本',
  editionOf: (n: number) => `第${n}版`,
  code: '核验码',
  call: '打电话',
  untracked: '这个页面不记录谁看过。',
  staff: '工作人员：登记张贴',
  other: '查另一张',
  post: '登记张贴',
  postLead: '贴好了，拍一张照片，三下就登记好。',
  photo: '拍照片',
  photoAgain: '重拍',
  photoLead: '拍到海报和周围。位置信息会自动去掉。',
  place: '贴在哪里？',
  noPlaces: '还没有可选的地方，请镇里的管理员先把场所加上。',
  until: '贴到哪天？',
  send: '登记',
  sending: '正在登记…',
  needPhoto: '先拍一张照片',
  needPlace: '选一下贴在哪里',
  posted: '已登记，谢谢！',
  postedLead: '。内容有变时，会告诉您来换。',
  needScript: '登记要用脚本（JavaScript），请打开后再来，或换一部手机。',
  list: '看张贴清单',
  anotherPlace: '另一处也贴了',
}

export type CodeWords = typeof zh

const en: CodeWords = {
  head: 'Is this poster genuine?',
  demo: 'Demo',
  ask: 'Type the check code of the poster',
  askLead: 'In its last line: 8 letters and digits.',
  look: 'Look it up',
  scan: 'Photograph the QR code',
  reading: 'Reading…',
  noSquare: 'No QR code of ours in the photo. Go nearer, or type the check code.',
  notCode: 'A check code has 8 letters and digits, that of an export of the audit 12; type it again.',
  unknown: 'No such check code',
  unverifiable: 'This poster cannot be checked just now',
  absentLead: {
    unknown:
      "Type it again from the poster. If it is still not found the poster may not be the town's: call 110 or tell your community worker.",
    unverifiable:
      'How to keep from being cheated has not changed. Not sure? Call 96110 or tell your community worker; if money is going or gone, call 110 at once.',
  },
  states: { valid: 'Valid', withdrawn: 'Taken back', expired: 'Expired', replaced: 'Newer edition' },
  stateLead: {
    valid: 'This poster is genuine and in force.',
    withdrawn:
      'This poster was taken back; go by the new one. How to keep from being cheated has not changed.',
    expired:
      'This poster is past its date; go by the new one. How to keep from being cheated has not changed.',
    replaced:
      'There is a newer edition of this poster; go by that one. How to keep from being cheated has not changed.',
  },
  articleLead: {
    valid: 'This article is genuine and in force: it may be published as it is.',
    withdrawn:
      'This article was taken back: publish it no more. How to keep from being cheated has not changed.',
    expired:
      'This article is past its date: publish it no more. How to keep from being cheated has not changed.',
    replaced:
      'There is a newer edition of this article; publish that one. How to keep from being cheated has not changed.',
  },
  since: (day) => `since ${day}`,
  issuer: 'Issued by',
  unit: 'Put up by',
  edition: 'Edition',
  editionOf: (n) => String(n),
  code: 'Check code',
  call: 'Call',
  untracked: 'Nobody records who looks at this page.',
  staff: 'Staff: record the posting',
  other: 'Look up another',
  post: 'Record the posting',
  postLead: 'It hangs? A photo, the place, done.',
  photo: 'Take a photo',
  photoAgain: 'Take it again',
  photoLead: 'The poster and what is around it. Location data is removed.',
  place: 'Where does it hang?',
  noPlaces: 'There is no place to choose; an administrator has to add one first.',
  until: 'Until when?',
  send: 'Record',
  sending: 'Recording…',
  needPhoto: 'Take a photo first',
  needPlace: 'Choose the place',
  posted: 'Recorded, thank you!',
  postedLead: '. You will be told when it has to be changed.',
  needScript: 'Recording needs JavaScript: turn it on, or take another phone.',
  list: 'What hangs where',
  anotherPlace: 'It hangs elsewhere too',
}

const BOTH: Record<DeskLanguage, CodeWords> = { zh, en }

export const codeWords = (language: DeskLanguage): CodeWords => BOTH[language]
