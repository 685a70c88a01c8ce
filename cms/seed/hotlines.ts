import { HOTLINES as EVERYWHERE, type HotlineSeed } from '../starter/hotlines.ts'

export const HOTLINES: readonly HotlineSeed[] = [
  ...EVERYWHERE,
  {
    key: 'police',
    // No area code begins 000: the demo's own number can never ring at somebody's home.
    number: '00001100',
    label: '五间派出所（演示号码，打不通）',
    prompt: '就近求助？打',
    scope: '本镇群众就近求助；正式使用前换成派出所真实电话',
    source: '演示数据',
    verifiedOn: null,
    verifiedBy: '',
    confirmBy: '派出所',
  },
]
