// What is said of our own document when it comes back edited. Short, plain, with what to do next. Decides nothing.
const called = (name: string): string =>
  name === '' ? '这份稿子' : `《${name.replace(/\.(?:docx|wps|doc|txt|pdf)$/iu, '')}》`;
const list = (names: string[]): string =>
  names.length > 4 ? `${names.slice(0, 4).join('、')}等${names.length}处` : names.join('、');

export interface Counts {
  edited: number;
  fresh: number;
  gone: number;
  moved: number;
  merged: number;
  headings: number;
  /** Those to be asked about, and those that are new. Absent while nobody looked. */
  figures?: { asked: number; fresh: number };
}

const saidOf = ({ asked, fresh }: { asked: number; fresh: number }): string[] =>
  asked + fresh === 0
    ? ['数字没有变化']
    : [...(asked > 0 ? [`有${asked}处数要问一下`] : []), ...(fresh > 0 ? [`新写的数有${fresh}处`] : [])];

export const returnedWords = {
  called,
  step: (name: string) => `收进${called(name)}`,
  title: (name: string) => `收回来了：${called(name)}`,
  sentAt: (day: string) => `${day}发出的那版`,
  present: '现在的稿子',
  same: (name: string, than: string) => `${called(name)}和${than}一字不差，没有要收的。`,
  sameOld: (name: string, than: string) =>
    `${called(name)}和${than}一字不差。那之后这里又改过，来稿没有新东西，都没动。`,
  summary: (than: string, { edited, fresh, gone, moved, merged, headings, figures }: Counts): string => {
    const parts = [
      ...(edited > 0 ? [`改了${edited}段`] : []),
      ...(fresh > 0 ? [`新写${fresh}段`] : []),
      ...(gone > 0 ? [`删了${gone}段`] : []),
      ...(merged > 0 ? [`合并了${merged}处`] : []),
      ...(moved > 0 ? [`挪了${moved}处`] : []),
      ...(headings > 0 ? [`标题动了${headings}处`] : []),
      ...(figures === undefined ? [] : saidOf(figures)),
    ];
    return `和${than}比：${parts.join('，')}。`;
  },
  kept: (who: string) => `都按${who}的原话收成了新版本，一个字没改；原来的话在各段的版本里，以后以这版为底。`,
  nothingTaken: '要你定的在下面，定之前都照这里的。',
  older: (than: string, changed: string[]) =>
    `它是照${than}改的，不是最新的。那之后这里改过${list(changed)}，来稿没动这些，照这里的留着。`,
  changedSince: (changed: string[]) => `发出以后这里改过的${list(changed)}，来稿没动，照这里的留着。`,
  partial: '来稿只有其中一部分，没在里面的都没动。',
  notes: (count: number) => `另附的${count}段（像是说明，没进正文，收在素材里）`,
  edited: (name: string) => `${name} · 改了`,
  fresh: (name: string) => `${name} · 新写的`,
  gone: (name: string) => `${name} · 删了`,
  retitledFold: (name: string) => `${name} · 标题`,
  mergedInto: (name: string) => `${name} · 合并了`,
  headingChanged: (before: string, after: string) => `“${before}”→“${after}”`,
  was: '原来',
  now: '来稿',
  more: (count: number) => `还有${count}处，看全文里都有。`,
  undo: '全部退回',
  export: '导出',

  // A figure
  figuresTitle: (asked: number, fresh: number) =>
    asked > 0 && fresh > 0
      ? `来稿里的数（要问${asked}处，新数${fresh}处）`
      : `来稿里的${fresh > 0 ? '新' : ''}数（${asked + fresh}处）`,
  differs: (after: string, before: string, label: string, giver: string, around: string) =>
    `“${before}”改成了“${after}”，与${giver}报的${label}不同——问谁？（${around}）`,
  differsFromOwn: (after: string, before: string, label: string, around: string) =>
    `“${before}”改成了“${after}”，与你报的${label}不同，以哪个为准？（${around}）`,
  newFigure: (text: string, who: string, around: string) =>
    `“${text}”是新数，记录里没有，来源先记“${who}手改”。（${around}）`,
  couldBe: (text: string, label: string, who: string, around: string) =>
    `“${text}”原来空着，像是${label}，来源先记“${who}手改”。（${around}）`,
  deleted: (where: string, figures: string[]) => `${where}里不见了${list(figures)}，是不写了？`,
  takeTheirs: '以来稿为准',
  keepOurs: '以原来为准',
  askGiver: (giver: string) => `问${giver}`,
  recordIt: (label: string) => `记成${label.slice(0, 14)}`,
  keepLine: '这句收进素材',
  inTextOnly: '只在文中',
  notWritten: '不写了',
  keepFact: '先留着数',
  restored: (label: string, value: string) => `好，${label}还是${value}，文中改回来了。`,
  restoreStep: (label: string) => `${label}改回原来的数`,
  askText: (giver: string, label: string, before: string, after: string) =>
    `${giver}，麻烦核一个数：${label}，您报的是${before}，改稿时写成了${after}，以哪个为准？`,
  askPosted: (giver: string) => `已经在群里问${giver}了，回了话在这里定：`,
  askCopy: (text: string) => `把这句话发过去就行：\n${text}\n回了话在这里定：`,
  stillAsked: (figures: string[]) =>
    figures.length === 0 ? '' : `来稿里还有${figures.length}个数没定：${list(figures)}，文中照来稿写着，文件标了待核。`,

  // Changed on both sides
  clashTitle: (count: number) => `两边都改了（${count}处）`,
  clashBoth: (name: string, who: string) => `${name}，${who}改了，这里也改过。现在照这里的，用哪个？`,
  clashLocked: (name: string, who: string) => `${name}锁着，${who}改了它。没有动，要换成来稿的吗？`,
  clashGone: (name: string, who: string) => `${name}，来稿里删了，可这里${who}。还留着，要删吗？`,
  clashRemoved: (name: string, who: string) => `${name}，这里已经删了，${who}又改过。这些话要不要留？`,
  toMaterials: '收进素材',
  notWanted: '不要了',
  lockedHere: '锁着',
  changedHere: '发出后改过',
  clashHeading: (name: string, theirs: string, ours: string) =>
    `${name}，来稿改成“${theirs}”，这里改成了“${ours}”。用哪个？`,
  theirs: '用来稿的',
  ours: '用这里的',
  both: '两个都看看',
  removeIt: '照来稿删掉',
  unlockFirst: '解锁',
  keepIt: '留着',
  took: (name: string) => `${name}换成了来稿的话，这里原来的在版本里。`,
  takeStep: (name: string) => `${name}用来稿的`,

  // Somebody else's file
  offerTitle: (name: string) => `${called(name)}像是改过的稿子`,
  offer: (who: string, owner: string, summary: string) =>
    `${who}发来的。${summary}要不要收进来，请${owner}定，现在什么都没动。`,
  takeIn: '收进来',
  asReference: '只当参考',
  notOurs: (name: string) => `${called(name)}和正在写的这份对不上，没有收。要我审，说“审一下”；当参考，说“当参考”。`,
} as const;
