/** Where the desk's own components go in Payload's configuration. Paths are from `cms/`. */
import type { CollectionConfig, Config, Field } from 'payload'
import { words, type Words } from './words.ts'

type Admin = NonNullable<Config['admin']>
type CollectionComponents = NonNullable<NonNullable<CollectionConfig['admin']>['components']>

/** Pages of our own below `/admin`, by their address: what their windows are called. */
export const OWN_PAGES: Readonly<Record<string, Words>> = {
  manage: words('设置和记录', 'Settings and records'),
  sessions: words('登录过的设备', 'Signed-in devices'),
  import: words('导入', 'Import'),
  'second-factor': words('第二道验证', 'Second factor'),
}

/** Members of `admin` of the whole desk. */
export const deskAdmin = {
  theme: 'light',
  components: {
    graphics: { Logo: '/components/Logo.tsx#Logo', Icon: '/components/Icon.tsx#Icon' },
    header: ['/components/accessible/SkipLink.tsx#SkipLink', '/components/DemoMark.tsx#DemoMark'],
    beforeLogin: ['/components/DemoMark.tsx#DemoMark'],
    providers: ['/components/dates/TownDates.tsx#TownDates', '/components/accessible/Named.tsx#Named'],
    beforeNavLinks: ['/components/NavTop.tsx#NavTop'],
    afterNavLinks: ['/components/NavFoot.tsx#NavFoot'],
    views: {
      dashboard: { Component: '/components/today/Today.tsx#Today' },
      manage: { Component: '/components/manage/Manage.tsx#Manage', path: '/manage' },
      import: { Component: '/components/imports/Import.tsx#Import', path: '/import' },
      sessions: { Component: '/components/account/Sessions.tsx#Sessions', path: '/sessions' },
      secondFactor: {
        Component: '/components/account/SecondFactor.tsx#SecondFactor',
        path: '/second-factor',
      },
    },
  },
} satisfies Admin

/**
 * Cases, techniques, slogans: 送审 in place of Publish, and what it lacks beside it. Where the content stands is said at the
 * head of the form, in place of Payload's status.
 */
export const contentComponents: CollectionComponents = {
  edit: {
    SaveDraftButton: '/components/writing/SaveDraftButton.tsx#SaveDraftButton',
    PublishButton: '/components/content/SubmitButton.tsx#SubmitButton',
    UnpublishButton: '/components/Nothing.tsx#Nothing',
    Status: '/components/Nothing.tsx#Nothing',
  },
  views: { list: { Component: '/components/contents/ContentList.tsx#ContentList' } },
}

/** Pictures: the field for the file opens what the server cannot. */
export const pictureComponents: CollectionComponents = {
  edit: { Upload: '/components/media/PictureUpload.tsx#PictureUpload' },
}

/** At the head of a form that people write in: what saves it, and what could not be saved. */
export const writingField: Field = {
  name: 'writing',
  type: 'ui',
  admin: {
    components: { Field: '/components/writing/Writing.tsx#Writing' },
    disableListColumn: true,
    disableBulkEdit: true,
  },
}

export const saveButton = '/components/writing/SaveButton.tsx#SaveButton'

/**
 * Below a field of a content: what was put right in it, what is wrong with it or good to know, and how its beats may be
 * said shorter.
 */
export const toldBelow = [
  '/components/writing/FieldMended.tsx#FieldMended',
  '/components/content/FieldProposed.tsx#FieldProposed',
  '/components/content/FieldFault.tsx#FieldFault',
  '/components/content/FieldShorter.tsx#FieldShorter',
  '/components/content/FieldComment.tsx#FieldComment',
]

/** At the head of the form of a content that was returned. */
export const returnedComments: Field = {
  name: 'returned',
  type: 'ui',
  admin: {
    components: { Field: '/components/content/ReturnedComments.tsx#ReturnedComments' },
    disableListColumn: true,
    disableBulkEdit: true,
  },
}

/** What is written and where it stands, and in the column beside the form its pages as they are written. */
export const contentHead: Field = {
  name: 'head',
  type: 'ui',
  admin: {
    components: { Field: '/components/content/Head.tsx#Head' },
    disableListColumn: true,
    disableBulkEdit: true,
  },
}
/** Where a whole text may be pasted, of kinds that are made from one. */
export const pasteField: Field = {
  name: 'paste',
  type: 'ui',
  admin: {
    components: { Field: '/components/content/PasteWhole.tsx#PasteWhole' },
    disableListColumn: true,
    disableBulkEdit: true,
  },
}
export const livePanel: Field = {
  name: 'live',
  type: 'ui',
  admin: {
    position: 'sidebar',
    components: { Field: '/components/content/LivePanel.tsx#LivePanel' },
    disableListColumn: true,
    disableBulkEdit: true,
  },
}

/** At the head of a hotline's form: what names it. */
export const hotlineUse: Field = {
  name: 'use',
  type: 'ui',
  admin: {
    components: { Field: '/components/hotlines/HotlineUse.tsx#HotlineUse' },
    disableListColumn: true,
  },
}

/** A hotline by its number and its name. */
export const hotlineField = { Field: '/components/content/HotlineField.tsx#HotlineField' }

/** Other contents by the titles they were issued with, whoever wrote them. */
export const contentsField = { Field: '/components/content/ContentsField.tsx#ContentsField' }

/** Who wrote on a content, by name. */
export const contributorsField = { Field: '/components/content/Contributors.tsx#Contributors' }

/** A day that people pick and a time that the server wrote, both the town's in every browser. */
export const dayField = { Field: '/components/dates/DayField.tsx#DayField' }
export const timeField = { Field: '/components/dates/TimeField.tsx#TimeField' }

/** Submissions and releases: the frozen pages, who said what, and the big buttons. */
export const submissionComponents: CollectionComponents = {
  views: { edit: { root: { Component: '/components/submission/SubmissionView.tsx#SubmissionView' } } },
}

/** Above the list of submissions: those that wait for the person who looks at it. */
export const submissionListComponents: CollectionComponents = {
  ...submissionComponents,
  beforeListTable: ['/components/submission/WaitingList.tsx#WaitingList'],
}

/** At the head of a screen's form: how it is, and pairing. */
export const screenFields: Field[] = [
  {
    name: 'health',
    type: 'ui',
    admin: {
      components: { Field: '/components/screens/ScreenHealth.tsx#ScreenHealth' },
      disableListColumn: true,
    },
  },
  {
    name: 'pairing',
    type: 'ui',
    admin: {
      components: { Field: '/components/screens/PairingPanel.tsx#PairingPanel' },
      disableListColumn: true,
    },
  },
]

/** On a person's form, below what it tells of his second factor. */
export const resetFactorField: Field = {
  name: 'resetFactor',
  type: 'ui',
  admin: {
    components: { Field: '/components/account/ResetFactor.tsx#ResetFactor' },
    disableListColumn: true,
    disableBulkEdit: true,
  },
}

/** The audit as sentences, in place of Payload's table and its form. */
export const auditListComponents: CollectionComponents = {
  views: {
    list: { Component: '/components/audit/AuditList.tsx#AuditList' },
    edit: { root: { Component: '/components/audit/AuditRow.tsx#AuditRow' } },
  },
}

/** The cell of a link to other rows: their names. */
export const namesCell = { Cell: '/components/names/NamesCell.tsx#NamesCell' }

/** The cell of the list that says 在线 or 离线. */
export const onlineCell = { Cell: '/components/screens/OnlineCell.tsx#OnlineCell' }

/** Above the list of postings: what must come down, and the way to put one up. */
export const postingListComponents: CollectionComponents = {
  beforeListTable: ['/components/print/RecallPanel.tsx#RecallPanel'],
}

/** Above the list of templates: those that come with the product, and the door for new ones. */
export const templateListComponents: CollectionComponents = {
  beforeListTable: ['/components/print/TemplatePanel.tsx#TemplatePanel'],
}

/** On a template's record: what it looks like and the words it brings. */
export const templateFields: Field[] = [
  {
    name: 'sheet',
    type: 'ui',
    admin: {
      components: { Field: '/components/print/TemplateField.tsx#TemplateField' },
      disableListColumn: true,
    },
  },
]

/** A photo of a posting, as large as it needs to be seen. */
export const photoField = { Field: '/components/print/PhotoField.tsx#PhotoField' }

/** A secret that is typed and never shown, and beside a receiver the button that tests it. */
export const secretField = { Field: '/components/notices/SecretField.tsx#SecretField' }
export const tryField: Field = {
  name: 'try',
  type: 'ui',
  admin: {
    components: { Field: '/components/notices/TryOut.tsx#TryOut' },
    disableListColumn: true,
    disableBulkEdit: true,
  },
}

/** What was sent, as lines with their outcome. */
export const deliveryListComponents: CollectionComponents = {
  views: { list: { Component: '/components/notices/DeliveryList.tsx#DeliveryList' } },
}
