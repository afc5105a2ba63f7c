import { cut, showTime } from './value.ts';
import { list, numbered } from './word-lists.ts';

const ofThese = (labels: string[]): string =>
  labels.length === 1
    ? `${labels[0]}`
    : labels.length > 6
      ? `${labels.slice(0, 5).join('、')}等${labels.length}个数`
      : `${labels.join('、')}这${labels.length}个数`;

export const askWords = {
  // Asking
  firstQuestion: (question: string) => `${question}\n（没有这一项就说“没有这项”，先放着说“跳过”）`,
  askedStill: (question: string) => `这一项还没定：${question}`,
  nextQuestion: (question: string) => `下一项：${question}`,
  nothingToAsk: '该问的都问完了。要成稿就说“起草”。',
  askingStopped: '好，先问到这里。',
  questionsTitle: (count: number) => (count === 1 ? '有一处请你定' : `有${count}处请你定`),
  questionsDone: '都定好了',
  whichSlot: (around: string, value: string) =>
    around === '' || around === value ? `${value}是哪一项？` : `“${around}”里的${value}是哪一项？`,
  place: (label: string, now: string) => (now === '' ? label : `${label}（现为${now}）`),
  toMaterials: '都不是，放素材',
  newSlot: (label: string, where: string) => `新增“${label}”（${where}）`,
  newSlotQuestion: (label: string) => `${label}是多少？`,
  newSlotStep: (label: string, value: string) => `新增“${label} ${value}”`,
  newSlotDone: (label: string, value: string, where: string, drafted: boolean) =>
    `新增一项：${label} ${value}，放在${where}${drafted ? `。这一点已有稿子，说“重写${where}”就写进去。` : '。'}`,
  confirmValue: (label: string, value: string, reason: string, now: string) =>
    `${label}${value === '' ? '' : ` ${value}`}？${reason}${now === '' ? '' : `（现记${now}）`}`,
  recordThis: (value: string) => `就记${value}`,
  leaveIt: '不记',
  conflict: (label: string, old: string, source: string, value: string) =>
    `${label}已记${old}（${source}），这次说${value}，用哪个？`,
  takeNew: (value: string) => `改成${value}`,
  keepBoth: '两样都要',
  keepOld: (value: string) => `保留${value}`,
  allNew: '全部改成新的',
  allOld: '全部保留原来的',
  answered: (text: string, picked: string, by: string) => `${text}\n✓ ${picked}${by === '' ? '' : `（${by}）`}`,
  ownerDecides: (owner: string) => `（请${owner}定）`,
  nextItem: (text: string) => `还有一处：${text}`,
  whichUnit: '那单位是什么？说“亿元”“万元”或“元”就行，这张表里没写单位的都按它记。',
  left: '好，不动。',
  leftToOthers: (label: string) => `好，${label}等知道的同事来报。`,
  waits: (label: string) => `${label}先放着，想定了直接说哪个数，或者在卡上点。`,
  passedOn: (owner: string) => `这一项别人报过不同的数，已请${owner}定。`,
  toldSince: (value: string) => (value === '' ? '后来另说了' : `后来说的${value}`),
  alreadyAnswered: (who: string, picked: string, at?: number) =>
    `这个问题${who}${at === undefined ? '' : ` ${showTime(at)} `}已经选了“${cut(picked, 40)}”。`,
  questionGone: '这个问题已经处理过了。',
  noQuestion: '现在没有等你选的问题。',
  noSuchChoice: (choices: string[], about = '') =>
    `${about === '' ? '' : `${about}\n`}请选一个：${choices.map((text, at) => `${at + 1} ${text}`).join('，')}。`,
  notYours: (who: string) => `这一处请${who}来定。`,
  ownerOnly: (owner: string) => `这一步由${owner}来做，你可以接着报情况。`,
  confirmAgain: '隔得有点久，怕是误点。真要重新开始，再说一次“重新开始”。',
  sayYesOrCancel: '说“是的”或者“取消”就行。',
  nothingChanged: '好，什么都没动。',

  // Figures that contradict each other
  beyondWhole: '超过了百分之百，核对一下？',
  aboutTwice: (said: string, first: string, other: string) =>
    `说的是“${said}”，一头说不到、一头说超过，用哪个：${first}还是${other}？`,
  changesMuch: (value: string) => `原来记的是${value}，差了一倍以上，核对一下？`,
  belowZero: '是负数，核对一下？',
  farFrom: (label: string, value: string, more: boolean) =>
    `和${label === '' ? '先前记的' : label}${value}差了十倍以上（${more ? '大' : '小'}得多），是不是单位写错了？`,
  checkedValue: (label: string, value: string, source: string, around: string) =>
    `${label} ${value}${source === '' ? '' : `（${source}${around === '' ? '' : `：“${around}”`}）`}`,
  fixIt: (label: string) => `改${label}`,
  explainIt: '口径不同，就这样',
  laterIt: '以后再说',
  settleStep: (values: string) => `定“${values}”怎么办`,
  explainStep: '记下的口径说明',
  checkGone: '这几个数后来改过，不用定了。',
  checkLater: '好，先放着。导出时会标“待核”，想定了说“还缺什么”。',
  askExplanation: '好，就按这样写。口径怎么不同？说一句我记下来备查，不说也行。',
  explanationKept: (note: string) => `口径说明记下了：“${note}”。`,
  whichCheck: (open: string[]) =>
    `说的是哪一处？还没定的有${open.length}处：\n${numbered(open)}\n说“第1个口径不同”这样就行。`,
  tellNew: (label: string, now: string) =>
    `${label}${now === '' ? '' : `现在是${now}，`}应该是多少？直接说新的数就行。`,
  nothingToCheck: '现在没有对不上的数。',
  unsettledTitle: (count: number) => `对不上的数（${count}处）`,
  settleThem: '定一下',
  unproved: (quotes: string[]) => (quotes.length === 0 ? '' : `文中这些数没有出处，请核：${list(quotes)}。`),
  unsettled: (checks: string[]) =>
    checks.length === 0 ? '' : `待核${checks.length}处，定稿前请核对：\n${numbered(checks)}`,
  explained: (checks: [check: string, note: string][]) =>
    checks.length === 0
      ? ''
      : `你说过可以这样写的${checks.length}处：\n${numbered(checks.map(([check, note]) => (note === '' ? check : `${check}（说明：${note}）`)))}`,
  hints: (checks: string[]) => (checks.length === 0 ? '' : `顺带提醒${checks.length}处：\n${numbered(checks)}`),

  // What is known of a figure beside its value
  status: { flash: '快报', estimate: '预计', final: '决算' },
  deed: { self: '本人', group: '党组', branch: '支部', predecessor: '前任' },
  askTold: {
    status: (labels: string[]) => `${ofThese(labels)}是快报还是决算？`,
    scope: (labels: string[]) => `${ofThese(labels)}是全市还是市本级？`,
    deed: (labels: string[]) => `${ofThese(labels)}是谁做的？`,
  },
  inherited: (labels: string[], mark: string) => `${list(labels)}也按${mark}记。`,
  flashOnceMore: (labels: string[]) => `定稿前再问一次：${ofThese(labels)}是快报数，后来调过没有？`,
  flashStands: '没调，照写',
  flashIsFinal: '已经是决算数',
  flashMoved: '调过，我来报',
  noMatter: '都不用管',
  noMatterThen: '好，不管这个。',
  toldStep: (labels: string[], mark: string) => `把${list(labels)}记为${mark}`,
  toldDone: (labels: string[], mark: string) => `${list(labels)}记为${mark}。`,
  flash: (labels: string[]) =>
    labels.length === 0 ? '' : `快报数${labels.length}个（${list(labels)}），定稿前请再核一次。`,
  estimates: (labels: string[]) =>
    labels.length === 0 ? '' : `预计数${labels.length}个（${list(labels)}），有了实际数请改过来。`,
} as const;
