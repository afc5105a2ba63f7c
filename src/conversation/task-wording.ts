// What the bot says about tasks, deadlines, who is who and who may come in. As wording.ts; decides nothing.
const thousands = (minutes: number): number => Math.round((minutes * 240) / 100) * 100;

export const taskWords = {
  // The task card
  title: '任务单',
  titleDone: '任务单（已定）',
  titleOf: (title: string) => `《${title}》的写作要求`,
  readThis: '这是一份通知，我没当作情况记数。读出这些要求，请过目：',
  notFacts: '这些是写作要求，不进正文。',
  accept: '对，就这样',
  change: '改一项',
  toFill: '〔待填〕',
  nothingToArchive: '现在没有打开的报告。说“我的报告”看看都有哪些。',
  archived: (title: string, year: number, facts: number, closed: boolean) =>
    `《${title}》存好了：${facts}项情况、稿子的每一版、谁报的谁核的都在，要文件随时说“导出”。${closed ? '供数群我不再说话。' : ''}明年说“照${year}年的开一份”就能接着用。`,
  notSaid: '没写',
  wordCount: (value: string) => `${value}（Word 口径，含标点）`,
  yearRow: (year: string) => `${year}年度`,
  minutesRow: (value: string, minutes: number) => `${value}（念稿约${thousands(minutes)}字）`,
  formTitle: '改任务单',
  formWrong: (count: number) => `有${count}处要改`,
  formHint: '只改要改的，不要求的清空就行。',
  formDone: '改好了',
  example: (example: string) => `如：${example}`,
  wrongField: (label: string, said: string, example: string) =>
    `✗ ${label}“${said}”没看懂${example === '' ? '，请在列表里选' : `，写成“${example}”这样`}`,
  clearedField: (label: string) => `${label} 不要求`,
  rightFields: (fields: string) => `✓ 这几处改好了：${fields}`,
  lacks: (labels: string[]) => `✗ 还差${labels.join('和')}，补上才能开稿`,
  fixedKind: (title: string) => `✗ 这是《${title}》的要求，文种和年度不能改；要写另一份，直接说写哪一种、哪一年的`,
  settledAlready: '这张任务单已经定了。说“要求”看现在的。',
  gone: '这张任务单太早了，已经不用了。说“要求”看现在的，或者把通知再粘一次。',
  attached: (title: string, demands: string) =>
    `要求记在《${title}》上了${demands === '' ? '' : `：${demands}`}。说“要求”随时能看。`,
  inShort: (demands: string[]) => demands.join('；'),
  handIn: (due: string, to: string) => `${due}前报${to === '' ? '送' : to}`,
  step: '写作要求',
  changed: (fields: string[]) => `要求改好了：${fields.join('，')}。`,
  noTask: '还没有写作要求。把通知原文粘给我，或者说“字数要求改成3000字以内”这样。',

  // Against the task
  now: (characters: number) => `约${characters}字`,
  withinLength: (demand: string) => `要求${demand}，没超`,
  meetsLength: (demand: string) => `要求${demand}，够了`,
  tooLong: (demand: string, by: number) => `要求${demand}，超了${by}字`,
  tooShort: (demand: string, by: number) => `要求${demand}，还差${by}字`,
  demanded: (demand: string) => `要求${demand}`,
  shareHolds: (parts: string, percent: number, demand: string) => `${parts}占${percent}%，够${demand}`,
  shareLacks: (parts: string, percent: number, demand: string, by: number) =>
    `${parts}占${percent}%，不够${demand}，还差约${by}字`,
  shareOf: (parts: string, percent: number, characters: number) => `${parts}现在约${characters}字，占全文${percent}%。`,
  shareNothing: (parts: string) => `${parts}还没有稿子，起草后再看占多少。`,
  shareUnwritten: (parts: string, demand: string) => `${parts}还没起草，要求不少于${demand}`,
  shareHomeless: (parts: string, demand: string) =>
    `提纲里没有写${parts}的章，要求的${demand}没有着落，说“加一章”就能加`,

  // Deadlines
  remind: (title: string, left: string, due: string) => `《${title}》离报送还有${left}（${due}）。`,
  left: (hours: number) =>
    hours >= 24 ? `${Math.round(hours / 24)}天` : hours >= 1 ? `${Math.round(hours)}小时` : '不到1小时',
  standing: (done: number, missing: number, text: string) =>
    `${missing === 0 ? `记了${done}项，该问的都齐了` : `记了${done}项，还缺${missing}项`}；${text}。`,
  allDrafted: (characters: number) => `全文已起草，约${characters}字`,
  someDrafted: (parts: number) => `还有${parts}部分没起草`,
  noneDrafted: '还没起草',
  howToQuiet: '已经交了就说“不用提醒”。',
  quiet: '好，不再提醒。',
  noDue: '还没有报送期限。把通知粘给我，或者说“报送时间改成1月16日”这样，我到时提醒。',
  dueIn: (left: string, due: string) => `还有${left}，${due}。`,
  overdue: (due: string) => `期限已经过了（${due}）。改了日子就说“报送时间改成1月16日”这样。`,
  nothingToQuiet: '现在没有要提醒的期限。',

  // Coming back
  comeBack: (title: string, standing: string) => `接着写《${title}》：${standing}`,

  // Owner
  nothingToHand: '现在没有打开的报告，没有可以转交的。说“我的报告”看看。',
  handInGroup: '这里只有你和我，没法转交。把我拉进群，在群里开这份报告，就能交给同事。',
  whoIs: (name: string) => `没认准“${name}”是哪位。请在这条里@本人，比如“交给@${name}”。`,
  ownsAlready: (title: string, who: string) => `《${title}》本来就由${who}负责。`,
  mayNot: (who: string) => `${who}不在可以使用的名单里。先请管理员加上，再转交。`,
  handTitle: (who: string) => `交给${who}？`,
  handText: (title: string, who: string) => `以后《${title}》由${who}起草、导出、定分歧。记下的情况和稿子都不动。`,
  handYes: (who: string) => `交给${who}`,
  handNo: '先不交',
  handAgain: '这次转交已经处理过了。要转交，再说一次“交给@同事”。',
  handedTitle: '换人负责了',
  handed: (title: string, to: string, from: string) => `《${title}》现在由${to}负责（${from}转交）。`,
  giveBack: (who: string) => `交还给${who}`,
  givenBack: (title: string, who: string) => `《${title}》交还给${who}了。`,
  kept: (who: string) => `好，还是由${who}负责。`,

  // Reporter
  reporterLabel: '述职人',
  since: (year: number, month: number) => `${year}年${month}月任职`,
  reporter: (who: string, asks: boolean) =>
    `记下：述职人${who}。${asks ? '以后“我”在任职前可能做的事，我会问一句。' : ''}`,
  reporterStep: '述职人',
  askTerm: (labels: string[], since: string) => `${labels.join('、')}是“我”做的，述职人${since}，都是到任后的吗？`,
  afterTerm: '都是到任后的',
  beforeTerm: '是前任做的',

  // Last year
  like: (year: number) => `照${year}年的提纲开`,
  likeNot: '用新的提纲',
  likeTitle: (year: number) => `照${year}年的提纲开？`,
  likeText: (year: number) =>
    `${year}年那份的章节会照搬过来，单位这类名称逐个请你过目。${year}年的数只在问到时给你参考，不会记进今年的稿子。`,
  likeFresh: '好，用新的提纲，就是上面那张。',
  likeGone: '这张卡已经过去了。要照往年的提纲开，说“照2023年的开一份”这样。',
  likeAlready: (year: number) => `已经是照${year}年的提纲了。`,
  likeLate: '已经动笔了，这时换提纲会丢东西。要照往年的提纲，先说“重新开始”。',
  likeStep: (year: number) => `照搬${year}年的提纲`,
  likeDone: (title: string) => `《${title}》的提纲照搬过来了，哪里要改直接说。`,
  likeWords: (year: number, label: string, value: string) => `${year}年的稿子：${label} ${value}`,
  likeReason: (year: number) => `${year}年是这样写的，今年还这样？`,
  noSuchYear: (year: number) => `这里没有${year}年的报告。`,
  lastYears: (year: number | undefined, value: string) => `（${year === undefined ? '去年' : `${year}年`}是${value}）`,

  // Access
  notAllowed: '不好意思，我现在只为名单里的同事服务。需要用的话，请管理员把你加进名单。',
} as const;
