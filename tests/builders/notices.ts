import type { Notice } from '../../src/notices/index.ts'

export const aNotice = (over: Partial<Notice> = {}): Notice => ({
  id: '0123456789abcdef0123456789abcdef',
  event: 'waiting',
  at: Date.parse('2026-11-30T01:00:00.000Z'),
  kind: { zh: '案例', en: 'Case' },
  title: '高息返了两个月，人去楼空',
  by: '林编写',
  step: { zh: '审核', en: 'Reviewer' },
  to: ['吴审核'],
  path: '/admin/collections/submissions/1',
  ...over,
})
