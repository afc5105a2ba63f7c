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
  nothingToQuiet: '现在没有要提醒的期限。',

  // Coming back
  comeBack: (title: string, standing: string) => `接着写《${title}》：${standing}`,

  // Access
  notAllowed: '不好意思，我现在只为名单里的同事服务。需要用的话，请管理员把你加进名单。',
} as const;
