// Beginning, coming back, several reports: the sentences, as functions of data. As wording.ts; decides nothing.
export const startWords = {
  // First contact and help
  welcomeTitle: '我是执笔，帮你写材料',
  welcome: '你用平常话报情况，我来记、来问、来起草，最后给你一份可以送审的 Word。\n先选写哪一种：',
  privacy: '说明：数字由程序自己认，从不交给大模型；如果配置了大模型，去掉数字的文字会发给它。涉密内容请不要发。',
  helpTitle: '可以这样跟我说',
  writeOne: (name: string) => `写${name}`,

  // Starting
  whichKind: '写哪一种报告？',
  unknownKind: (kind: string) => `“${kind}”我还不会写，现在会这些：`,
  pickKind: (names: string[]) => `请选一种：${names.map((name, at) => `${at + 1} ${name}`).join('，')}。`,
  noKinds: '现在一个提纲也没有装好，请管理员检查 prompts/outlines。',
  whichYear: (name: string) => `${name}写哪一年的？`,
  oddYear: (year: number) => `“${year}年”不像是报告年度。`,
  yearButton: (year: number) => `${year}年`,
  sayYear: '直接说年份就行，比如“2023年”。',
  justTell: '直接把情况发给我，一条里说几项都行，顺序随意。',
  everyItem: '每一项问什么，说“还缺什么”就看得到。',
  outlineSubtitle: (chapters: number, slots: number) => `共${chapters}章，要问${slots}项`,
  alreadyStarted: (title: string, facts: number) =>
    `《${title}》已经在写了，记了${facts}项，接着报就行。要从头来，说“重新开始”。`,
  tooManyReports: (most: number) => `这里已有${most}份报告，放不下了。请换一个聊天开新的。`,
  groupIsBusy: (title: string, owner: string) =>
    `本群正在写《${title}》，由${owner}负责。要写另一份，请${owner}来开，或者和我单聊。`,
  keptForLater: (cutTo: number) =>
    `这条我先留着，选好报告就记进去。${cutTo === 0 ? '' : `太长了，只留了前${cutTo}字，后面的请再发一次。`}`,
  pendingFull: (most: number) => `已经留了${most}条，先选写哪种报告吧，这条请选好后再发。`,
  replaying: (count: number) => `前面留着的${count}条，我现在记进去。`,

  // Several reports
  reportsTitle: '这里的报告',
  reportLine: (facts: number, drafted: boolean, at: string) =>
    `记了${facts}项，${drafted ? '已起草' : '未起草'}，${at}开始`,
  current: '（正在写）',
  switchTo: '切换到这份',
  andMore: (count: number) => `更早的还有${count}份，说名称和年度就能切换。`,
  noSuchReport: '没找到这份报告。',
  isActive: (title: string) => `现在写的就是《${title}》。`,
  otherReports: '其他报告',
  elsewhereTitle: '像是另一份报告的',
  elsewhere: (said: string, label: string, title: string, active: string) =>
    `“${said}”像是《${title}》里的${label}，现在写的是《${active}》。这条我留着，切过去就记。`,
  otherReportTitle: '这张卡是另一份报告的',
  otherReport: (title: string, active: string) =>
    active === '' ? `它属于《${title}》，现在没有打开。` : `它属于《${title}》，现在写的是《${active}》。`,
  reportGone: '这张卡对应的报告不在这里了。说“我的报告”看看有哪些。',
  startOverTitle: '重新开始？',
  startOver: (title: string, facts: number) =>
    `《${title}》已记的${facts}项和稿子会收起来，另开一份空白的。收起来的随时能用“我的报告”找回。`,
  startOverYes: '是的，重新开始',
  cancel: '取消',
  putAway: (title: string) => `原来的《${title}》收好了，要找回说“我的报告”。下面是新的一份。`,
} as const;
