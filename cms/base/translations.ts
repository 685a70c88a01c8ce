/**
 * Payload's own words where they are a developer's: a clerk reads 内容, never 文档, ID or 发布状态. Goes to
 * `i18n.translations` of the configuration.
 */
export const deskTranslations = {
  zh: {
    authentication: {
      emailOrUsername: '登录名',
      username: '登录名',
      usernameNotValid: '登录名不对。',
    },
    error: {
      correctInvalidFields: '有几栏还没填对，请看标红的地方。',
      documentNotFound: '找不到这条记录，可能已被删除，或者您没有权限。',
      loadingDocument: '打开这条记录时出了问题。',
      followingFieldsInvalid_one: '这一栏没填对：',
      followingFieldsInvalid_other: '这几栏没填对：',
    },
    general: {
      allCollections: '全部栏目',
      anotherUserTakenOver: '另一个人接着编辑了这条记录。',
      collections: '栏目',
      currentlyEditing: '正在编辑这条记录。您接手后，对方不能继续编辑，没保存的会丢失。',
      dashboard: '今天',
      document: '记录',
      documentLocked: '有人正在编辑',
      documentModified: '内容已改动',
      documentOutOfDate: '别人刚改过这条记录，您看到的是旧的。',
      documents: '记录',
      payloadSettings: '界面设置',
      reloadDocument: '重新打开',
      createNew: '新建',
      createNewLabel: '新建{{label}}',
      creatingNewLabel: '新建{{label}}',
      deletePermanently: '直接永久删除',
      duplicate: '照样再建一条',
      items: '条',
      lastModified: '上次修改',
      noLabel: '—',
      noResults: '这里还没有{{label}}。',
      noResultsDescription: '换个筛选条件看看；能新建的，右上角点“新建”。',
      noResultsFound: '这里还没有内容。',
      pageNotFound: '没有这一页',
    },
    upload: { selectCollectionToBrowse: '选择从哪里挑' },
    validation: { required: '这一栏要填。' },
    version: {
      currentDocumentStatus: '当前{{docStatus}}',
      saveDraft: '保存草稿',
      versions: '历史稿',
      version: '历史稿',
      type: '类型',
    },
  },
  en: {
    authentication: { emailOrUsername: 'Sign-in name', username: 'Sign-in name' },
    general: { dashboard: 'Today', noLabel: '—', payloadSettings: 'Display settings' },
  },
} as const
