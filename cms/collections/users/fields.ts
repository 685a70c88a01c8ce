import type { Field } from 'payload'
import { ROLES } from '../../../src/model/people.ts'
import { ROLE_WORDS } from '../../../src/lexicon/people.ts'
import { link, text } from '../../fields/basic.ts'
import { resetFactorField } from '../../base/wiring.ts'
import { words } from '../../base/words.ts'

export const personFields: Field[] = [
  text('name', '姓名', 'Name', { required: true, maxLength: 40 }),
  {
    name: 'roles',
    type: 'select',
    hasMany: true,
    label: words('权限', 'Roles'),
    admin: {
      description: words(
        '一件内容的编写、每一步审核和签发必须都是不同的人：案例和套路揭秘要两位审核人，敏感案例还要公安或司法审核。“编写”写全镇的；村里人写本村的，选“村居编写”，只看得到本单位的稿子',
        'Who writes a content, who takes each look at it and who issues it must all be different people: a case or technique takes two reviewers, a sensitive case police or justice as well. An author writes for the whole town, a village author sees and writes what is of his own unit alone',
      ),
    },
    options: ROLES.map((value) => ({ value, label: ROLE_WORDS[value] })),
  },
  link('unit', '单位', 'Unit', 'units'),
  {
    name: 'leftTown',
    type: 'checkbox',
    label: words('已离岗，账号停用', 'Has left: account switched off'),
    admin: {
      description: words(
        '停用后不能再登录，正开着的登录马上结束；写过的、审过的、签过的都照旧留着姓名',
        'No sign-in any more, and what is open ends at once; all records keep the name',
      ),
    },
  },
  {
    name: 'passwordGiven',
    type: 'checkbox',
    label: words('密码是别人给的', 'Password given by another'),
    hidden: true,
    access: { read: () => false },
  },
  // What the list tells; written with the factor itself, and by no door.
  {
    name: 'secondFactor',
    type: 'checkbox',
    label: words('第二道验证', 'Second factor'),
    admin: { readOnly: true, disableBulkEdit: true },
    // Whoever was there before has none, and the list says so.
    hooks: { afterRead: [({ value }) => value === true] },
  },
  resetFactorField,
  // Payload's own, with what each was opened by, and when a second factor was last proven for it.
  {
    name: 'sessions',
    type: 'array',
    admin: { disabled: true },
    fields: [
      { name: 'device', type: 'text' },
      { name: 'factorAt', type: 'date' },
    ],
  },
]
