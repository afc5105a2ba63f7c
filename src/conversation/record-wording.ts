// What was recorded, kept or taken out again: the sentences, as functions of data. As wording.ts; decides nothing.
import type { Person } from '../report/fact.ts';
import { showPerson } from './value.ts';
import { list } from './word-lists.ts';

interface Noted {
  label: string;
  value: string;
}

interface Changed {
  label: string;
  before: string;
  after: string;
}

const change = ({ label, before, after }: Changed): string => `${label} ${before}→${after}`;

export const recordWords = {
  // Recording
  growthStands: (amount: string, growth: string, value: string) =>
    `${amount}改了，${growth}还是原来报的${value}，对不对得上请看一眼，要改直接说新的。`,
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

  // Recalled messages
  recalled: (gone: string[]) => `撤回的那条里有这些，一并去掉了：\n${gone.join('\n')}\n不该去掉就说“撤销”。`,
  recalledFact: (label: string, value: string, now: string) => `${label} ${value}${now === '' ? '' : `（退回${now}）`}`,
  recalledOther: (label: string, value: string, by: string) => `${label}就按${by}报的${value}记。`,
  recalledMaterial: '放进素材的话',
  recallStep: (count: number) => `因撤回消息去掉的${count}项`,
} as const;
