/** 简体中文: each sentence of the component's en.js in simplified Chinese, under the words that www/languages/zh.js binds. */

export const words = {
  // The component's own parts.
  element: {
    of: '筛查：{label}',
    alone: '筛查名称',
    privacy: '筛查在本设备上进行。此搜索不会发送或存储您输入的内容；对于本页面的其余部分，它无法作保证。',
    prompt: '结果会显示在这里。',
    bound: '请填写“{label}”，结果会显示在这里。',
    boundAlone: '请填写名称，结果会显示在这里。',
    starting: '尚未筛查：正在加载名单。',
    pending: '尚未筛查：请等待结果。',
    unasked: '尚未筛查：没有名称。',
    unscreened: '未筛查：原因见输入框下方。',
    undecided: { other: '请先对全部 {n} 项潜在匹配逐一作出决定。' },
    noField: '此搜索旁边没有输入框“{value}”，因此没有筛查任何内容。请告知制作此页面的人。',
    noFieldShort: '没有可以筛查的输入框',
    restarted: '引擎已重新启动。',
    unread: '{fact}：{why}',
    unreadFact: '未作比对，因为无法读取。',
    nothingYet: '只比对了名称，而不同的人可能同名：请将“详情”中的出生信息和地点与您所知的信息比对。',
    parties: { other: '显示潜在匹配' },
    again: '重试',
    screenAgain: '重新筛查',
    foreignManifest: '此页面指定的名单位于另一台服务器上，不会从那里获取任何名单。请告知制作此页面的人。',
  },

  // Reasons whose advice in the page names what a component does not have.
  reasons: {
    'no-list': ['没有查看任何名单', '请告知制作此页面的人。'],
    'out-of-date': [
      '名单已过期',
      '没有发现什么，但 {value} 可能已有变动：发布已超过 {days} 天，或发布时间不明。请告知管理此页面的人，需要较新的版本。',
    ],
    'list-missing': [
      '有一份名单未能加载',
      '在其他名单上没有发现什么。没有查看：{value}。请重新加载页面；如果仍然如此，请告知管理此页面的人。',
    ],
  },
};
