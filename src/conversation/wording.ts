// Every sentence the bot says, as functions of data. Short, warm, plain; the same words for the same things. Decides nothing.
import type { Person } from '../report/fact.ts';
import { showPerson } from './value.ts';

interface Noted {
  label: string;
  value: string;
}

interface Changed {
  label: string;
  before: string;
  after: string;
}

/** How much of a part, or of all, is there; each a number of slots. */
interface Counts {
  asked: number;
  done: number;
  missing: number;
  open: number;
  about: number;
  flash: number;
}

const change = ({ label, before, after }: Changed): string => `${label} ${before}→${after}`;
const list = (items: string[], shown = 6): string =>
  items.length > shown ? `${items.slice(0, shown).join('、')}等${items.length}处` : items.join('、');

const special = ({ open, about, flash }: Counts): string[] => [
  ...(open === 0 ? [] : [`待定${open}`]),
  ...(about === 0 ? [] : [`约数${about}`]),
  ...(flash === 0 ? [] : [`快报${flash}`]),
];

const numbered = (items: string[]): string => items.map((item, at) => `${at + 1}. ${item}`).join('\n');

const ofThese = (labels: string[]): string =>
  labels.length === 1 ? `${labels[0]}` : `${list(labels)}这${labels.length}个数`;

/** 〔待补：党课次数〕 → 党课次数 */
const label = (open: string): string => /^〔待补：(.*)〕$/u.exec(open)?.[1] ?? open;

/** What can be done next, by where the conversation stands; told in turn, so that no answer comes twice running. */
const NEXT = {
  none: [
    '这句我没看懂。想写报告，说“写一份2023年的党建述职报告”这样就行；想先看看，说“帮助”。',
    '没明白是要写哪种报告。告诉我文种和年度，或者说“帮助”看看能写什么。',
    '还没开始写报告，先说写哪一种、哪一年的吧。',
  ],
  empty: [
    '这句我没看懂。可以直接把情况发来，比如“集体学习12次”；也可以说“还缺什么”或“一个一个问”。',
    '没听明白。想知道要准备什么，说“还缺什么”；想一项项来，说“一个一个问”。',
    '没找到能记的内容。数字带上是什么事、多少次，我就能记；其他的说“帮助”。',
  ],
  facts: [
    '这句我没看懂。可以接着报情况，说“还缺什么”看缺口，或者说“起草”。',
    '没听明白是哪一项。换个说法再发一次，或者说“记了什么”核对一下。',
    '没找到能记的内容。要改数，说“党课改成14次”这样；要成稿，说“起草”。',
  ],
  drafted: [
    '这句我没看懂。想改哪一处，说“重写第二章第1点，写实一点”；要文件，说“导出”。',
    '没听明白。看稿子说“看全文”，退一步说“撤销”，要文件说“导出”。',
    '没找到要做的事。可以补情况、重写某一段，或者直接“导出”。',
  ],
} as const;

/** The same while a question waits: it is put again. */
const STILL_ASKED = [
  (question: string) => `没听明白。现在问的是：${question}先放着就说“跳过”。`,
  (question: string) => `这句对不上。还是这一项：${question}没有这一项就说“没有这项”。`,
  (question: string) => `换个说法试试。问的是：${question}不想一个一个来，说“停”。`,
];
const STILL_OPEN = [
  '没听明白。卡上那处点一个、说“第1个”或“跳过”都行；别的情况也可以接着报。',
  '这句没对上。查数可以问“党课是多少”，看缺口说“还缺什么”；卡上那处拿不准就说“跳过”。',
  '还没认出来。卡不急着定，可以接着报情况、说“起草”或“导出”；想定了说“第1个”。',
];

const UNSUPPORTED: Record<string, string> = {
  image: '图片我还认不了字。请把里面的内容打字发我，一条里说几项都行。',
  file: '文件我还读不了。请把要用的段落或表格复制成文字发来。',
  audio: '语音我还听不了。长按语音转成文字，再发给我就行。',
  media: '视频我看不了。要写进报告的内容，打字告诉我。',
  location: '位置用不到报告里。要写的地点，打字说一声就好。',
  share_chat: '群名片我用不上。要写的情况，打字发来就行。',
  share_user: '名片我用不上。要写的情况，打字发来就行。',
  merge_forward: '合并转发的记录我还拆不开。请把其中有用的几句复制过来。',
};

export const words = {
  // First contact and help
  welcomeTitle: '我是执笔，帮你写材料',
  welcome: '你用平常话报情况，我来记、来问、来起草，最后给你一份可以送审的 Word。\n先选写哪一种：',
  privacy: '说明：数字由程序自己认，从不交给大模型；如果配置了大模型，去掉数字的文字会发给它。涉密内容请不要发。',
  helpTitle: '可以这样跟我说',
  help: [
    '报情况：集体学习12次，专题12个',
    '改数：党课改成14次　·　不写：党课没有',
    '看：到哪了　·　还缺什么　·　记了什么　·　核对　·　看第一章',
    '查：党课是谁报的　·　素材',
    '写：起草　·　起草第一章　·　重写第一章第2点，写实一点',
    '改稿：把“甲”改成“乙”　·　第二章末尾加一句“……”　·　第一章第2点就用这段：……',
    '动提纲：第二章加一点“标题”　·　第一章第1、2点合并　·　锁定第二章',
    '任务：把通知原文粘给我　·　要求　·　述职人是局长，去年6月到任　·　交给@同事',
    '退一步：撤销　·　要文件：导出　·　换一份：我的报告',
  ].join('\n'),
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

  // Recording
  recorded: (noted: Noted[], changed: Changed[], same: string[]): string => {
    const items = noted.map(({ label, value }) => `${label} ${value}`);
    const lines = [
      ...(items.length === 0
        ? []
        : items.length <= 3
          ? [`记下：${items.join('，')}。`]
          : [`记下${items.length}项：`, ...items]),
      ...(changed.length === 0 ? [] : [`改好：${changed.map(change).join('，')}。`]),
      ...(same.length === 0 ? [] : [`已有：${same.join('，')}。`]),
    ];
    return lines.join('\n');
  },
  change,
  already: (text: string) => `已有：${text}。`,
  notedStep: (noted: Noted[], count: number) => {
    const [first] = noted;
    return first && count === 1 ? `记下“${first.label} ${first.value}”` : `记下的${count}项`;
  },
  complete: '该问的都齐了，可以说“起草”。',
  material: (texts: string[]) => `提纲里没有对应的项，放进素材：${texts.map((text) => `“${text}”`).join('，')}。`,
  bare: (text: string) => `“${text}”是哪一项？我先放素材，带上是什么事再说一次就能记。`,
  unread: (text: string) => `“${text}”里的数没认准，原话先放素材。换个写法再发一次就能记，比如“50余人次”“约12个”。`,
  forReference: (values: string[]) => (values.length === 0 ? '' : `去年的${values.join('、')}留作参考，不写进稿子。`),
  inPassing: (clauses: string[]) =>
    clauses.length === 0 ? '' : `${clauses.map((clause) => `“${clause}”`).join('')}没有单独的项，原话留在素材里。`,
  strangers: (clauses: string[]) =>
    `提纲里没有这${clauses.length}项，先放素材：${list(clauses)}。要写哪一项，单独发来就行。`,
  materialCut: (most: number) => `太长，只留了前${most}字。`,
  materialsFull: (most: number) => `素材已满${most}条，这条没有留。请先导出，或另开一份。`,
  materialStep: (count: number) => `放进素材的${count}条`,
  whichToLeaveOut: '是哪一项不写？说出名称就行，比如“党课没有”。',
  skipped: (label: string, dropped: string, marked: boolean) =>
    `${label}先不写${dropped === '' ? '' : `，原来的${dropped}去掉了`}${marked ? '，稿子里标待补' : ''}。`,
  skippedStep: (label: string) => `“${label}先不写”`,
  notApplicable: (label: string, dropped: string) =>
    `${label}记为没有这一项，正文不提${dropped === '' ? '' : `，原来的${dropped}去掉了`}。`,
  notApplicableStep: (label: string) => `“${label}没有这一项”`,
  nothingRecorded: (label: string) =>
    label === '' ? '没找到这一项。说“记了什么”看看。' : `${label}还没有记，不用去掉。`,
  withdrawn: (label: string, value: string) => `去掉了：${label} ${value}。`,
  withdrawStep: (label: string) => `去掉“${label}”`,
  cannotWithdraw: (label: string, from: string) => `${label}是由${from}算得的。不写它就说“${label}没有这项”。`,
  derivedFrom: (from: string) => `由${from}算得`,
  othersFact: (label: string, by: Person, owner: Person) =>
    `${label}是${showPerson(by)}报的，请${by.id === owner.id ? '' : `${showPerson(by)}或`}${showPerson(owner)}来改。`,

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
  alreadyAnswered: (who: string, picked: string) => `这个问题${who}已经选了“${picked}”。`,
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
  noMatter: '都不用管',
  noMatterThen: '好，不管这个。',
  toldStep: (labels: string[], mark: string) => `把${list(labels)}记为${mark}`,
  toldDone: (labels: string[], mark: string) => `${list(labels)}记为${mark}。`,
  flash: (labels: string[]) =>
    labels.length === 0 ? '' : `快报数${labels.length}个（${list(labels)}），定稿前请再核一次。`,
  estimates: (labels: string[]) =>
    labels.length === 0 ? '' : `预计数${labels.length}个（${list(labels)}），有了实际数请改过来。`,

  // Where a figure comes from
  sourceOf: (label: string, value: string) => `${label} ${value}`,
  saidBy: (source: string, around: string) => (around === '' ? `${source} 报的。` : `${source} 说的：“${around}”`),
  earlierTitle: '以前记过：',
  earlierValue: (value: string, source: string, around: string) =>
    `${value}（${source}${around === '' ? '' : `：“${around}”`}）`,
  computedBy: (formula: string, places: number | undefined) =>
    `没人报过，是算出来的：${formula}${places === undefined ? '' : `，${places === 0 ? '取整' : `保留${places}位小数`}`}`,
  whichSource: '要查哪一项的出处？说出名称就行，比如“党课次数是谁报的”。',
  lengthNow: (characters: number) => `现在约${characters}字。`,
  notKnown: (label: string) => `${label}还没有记。`,

  // Looking
  partAsks: (title: string, asked: number) => `${title}（${asked === 0 ? '不用报数' : `${asked}项`}）`,
  partBoard: (title: string, part: Counts & { drafted: boolean; writing: boolean }) => {
    const marks = [
      ...(part.asked === 0 ? [] : [`${part.done}/${part.asked}`]),
      ...(part.missing === 0 ? [] : [`缺${part.missing}`]),
      ...special(part),
      ...(part.writing ? ['正在写'] : part.drafted ? ['已起草'] : []),
    ];
    return marks.length === 0 ? title : `${title}（${marks.join('，')}）`;
  },
  boardTotal: (all: Counts) => [`共${all.asked}项，记了${all.done}项`, ...special(all)].join('，'),
  boardSlot: (name: string, done: boolean, is: { open: boolean; about: boolean; flash: boolean }) => {
    const marks = [...(is.open ? ['待定'] : []), ...(is.about ? ['约数'] : []), ...(is.flash ? ['快报'] : [])];
    return `${done ? '✓' : ''}${name}${marks.length === 0 ? '' : `（${marks.join('，')}）`}`;
  },
  givenBy: (people: { name: string; count: number }[], shown: number) => {
    if (people.length === 0) return '';
    const named = people.slice(0, shown).map(({ name, count }) => `${name}${count}项`);
    return `谁报的：${named.join('、')}${people.length > shown ? `等${people.length}人` : ''}`;
  },
  progress: (missing: number) => (missing === 0 ? '该问的都齐了' : `还缺${missing}项`),
  askMe: '一个一个问',
  seeMissing: '还缺什么',
  missingTitle: (count: number) => (count === 0 ? '不缺了' : `还缺${count}项`),
  partMissing: (title: string, count: number) => `${title}（缺${count}项）`,
  fillPart: (name: string) => `填${name}`,
  fillTitle: (name: string) => `填${name}`,
  fillHint: (more: number) =>
    `知道几项填几项，没有这一项就填“没有这项”。${more > 0 ? `另有${more}项，填完再点一次就有。` : ''}`,
  fieldLabel: (name: string, unit: string) => (unit === '' ? name : `${name}（${unit}）`),
  fillIn: '记下',
  filledTitle: (count: number) => `收到${count}项`,
  formBlank: '一项都没有填。填上几项再点“记下”，或者直接打字发来。',
  partComplete: (name: string) => `${name}不缺了。`,
  countIt: (label: string) => `算${label}`,
  countHint: '手头没有增幅也行：报上年的数，我来算。',
  nothingMissing: '必须的都齐了。',
  optional: (labels: string) => `可有可无：${labels}`,
  factsTitle: (count: number) => `已记${count}项`,
  factLine: (label: string, value: string, source: string) => `${label}：${value}（${source}）`,
  materialsTitle: (count: number) => `素材（${count}条）`,
  noMaterials: '还没有素材。提纲里放不下的内容会收在这里。',
  materialsHint: '素材不会自动写进稿子。要写进去，换个说法再发一次，或者说“重写第几章第几点，加上……”。',
  nothingYet: '还没有记下任何情况。直接发来就行，一条里说几项都可以。',

  // Drafting
  draftAll: '起草全文',
  draftNext: (name: string) => `起草${name}`,
  draftingAll: (chapters: number) => `开始起草，${chapters}章加开头结尾，写好一部分给你看一部分。`,
  drafting: (name: string) => `起草${name}，稍等。`,
  rewriting: (name: string) => `重写${name}，其他地方不动。`,
  rewritingAll: '全文按你说的重写，写好一部分给你看一部分。',
  stillWriting: (names: string[]) => `${list(names)}正在写，写好就给你看。要停说“停”。`,
  stopped: (names: string[]) => `停下了：${list(names)}。已有的稿子没动。`,
  nothingToStop: '现在没有正在写的。',
  draftAnywayTitle: '还没有记下情况',
  draftAnyway: '现在起草，该有数的地方都会是〔待补〕。',
  draftAnywayYes: '照样起草',
  factsFirst: '先报情况',
  draftStep: (name: string) => `起草${name}`,
  rewriteStep: (name: string) => `重写${name}`,
  nothingToTell: (names: string[]) => `${list(names)}没有要写的，稿子里不留。有了再报，说“起草”就写进去。`,
  notWritten: (names: string[]) => `${list(names)}这次没写出来，说“起草”再来一次。`,
  draftFailed: (name: string, reason: string) => `${name === '' ? '起草' : name}没写成：${reason}`,
  allDone: (characters: number, open: number) =>
    `全文都有了，约${characters}字${open === 0 ? '，没有待补' : `，待补${open}处`}。要文件就说“导出”。`,
  notYetDrafted: '（还没起草）',
  nothingDrafted: '还没有稿子，先说“起草”。',
  notDrafted: (name: string) => `${name}还没有稿子，说“起草${name}”就写。`,
  noSuchSection: (names: string[]) => `没找到这一段。现在有：${names.join('、')}。`,
  wholeText: '全文',
  openHere: (open: string[]) => `待补${open.length}处：${list(open.map(label))}`,
  rewriteIt: '重写',
  exportIt: '导出',
  undoIt: '撤销',
  onceMore: '再来一版',
  rewritten: (name: string) => `${name}（新稿）`,
  asYouSaid: (instruction: string) => `按你说的：${instruction}`,
  newText: '现在用的',
  oldText: '原来的',
  unchanged: '这一版和原来一样。多报些情况，或者说说想怎么改。',
  whichSection: '重写哪一段？',
  sectionLabel: '哪一段',
  instructionLabel: '想怎么改（可以不填）',
  formEmpty: '还没选是哪一段，请在卡上选好再点。',

  // Undo
  undone: (what: string, before: string) => `撤销了：${what}。${before === '' ? '' : `再撤销就是：${before}。`}`,
  nothingToUndo: '没有可以撤销的了。',
  redone: (what: string) => `恢复了：${what}。`,
  nothingToRedo: '没有刚撤销的可以恢复。要退一步说“撤销”，要找旧稿说“恢复上一版”。',
  stoppedFirst: '要退更前面的一步，再说一次“撤销”。',
  undoMovedOn: '这之后又有改动。要一步步退，直接说“撤销”。',

  // Delivery
  nothingToCompileTitle: '还没有稿子',
  nothingToCompile: '先起草，再导出。缺的数会标〔待补〕，不耽误先看样子。',
  writingFirst: (names: string[]) => `${list(names)}正在写，写好再说“导出”。`,
  exportAfter: '写好就把文件发给你。',
  exportAgain: (names: string[]) => `${list(names)}正在写，写好再导出一次就是全的。`,
  delivered: (characters: number, open: string[], undrafted: string[]) =>
    [
      `约${characters}字，${open.length === 0 ? '没有待补' : `待补${open.length}处：${list(open.map(label), 10)}`}。`,
      ...(undrafted.length === 0 ? [] : [`${list(undrafted, 10)}还没起草。`]),
    ].join('\n'),
  stateOf: (open: number, undrafted: number, unsettled: number) => {
    const lacks = [
      ...(open > 0 ? [`待补${open}处`] : []),
      ...(undrafted > 0 ? [`未写${undrafted}处`] : []),
      ...(unsettled > 0 ? [`待核${unsettled}处`] : []),
    ];
    return lacks.length === 0 ? '' : `送审稿-${lacks.join('、')}`;
  },
  disputed: (disputes: { label: string; values: string[] }[]) => {
    const lines = disputes.map(
      ({ label: of, values: [now, ...others] }) => `${of}：文中是${now}，还报过${others.join('、')}`,
    );
    return lines.length === 0 ? '' : `两种说法还没定${lines.length}处，定稿前请核对：\n${numbered(lines)}`;
  },
  stillOpen: (count: number) => `另有${count}处问过还没定，说“还缺什么”能看到。`,
  fileFailed: (reason: string) => `文件没发出去：${reason}`,

  // Recalled messages
  recalled: (gone: string[]) => `撤回的那条里有这些，一并去掉了：\n${gone.join('\n')}\n不该去掉就说“撤销”。`,
  recalledFact: (label: string, value: string, now: string) => `${label} ${value}${now === '' ? '' : `（退回${now}）`}`,
  recalledOther: (label: string, value: string, by: string) => `${label}就按${by}报的${value}记。`,
  recalledMaterial: '放进素材的话',
  recallStep: (count: number) => `因撤回消息去掉的${count}项`,

  // Anything else
  empty: '这条没有文字。把要写的情况打字发来就行。',
  unsupported: (kind: string) => UNSUPPORTED[kind] ?? '这种消息我还看不了。请打字发我。',
  unknownButton: '这个按钮已经不用了，直接打字告诉我就行。',
  stillAsked: (question: string, nth: number): string =>
    STILL_ASKED[nth % STILL_ASKED.length]?.(/[？。！]$|）$/u.test(question) ? question : `${question}。`) ?? question,
  stillOpenQuestion: (nth: number): string => STILL_OPEN[nth % STILL_OPEN.length] ?? STILL_OPEN[0] ?? '',
  notUnderstood: (moment: keyof typeof NEXT, nth: number): string =>
    NEXT[moment][nth % NEXT[moment].length] ?? NEXT.none[0],
} as const;
