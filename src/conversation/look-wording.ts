// What is looked up: sources, the board, what is missing: the sentences, as functions of data. As wording.ts; decides nothing.

/** How much of a part, or of all, is there; each a number of slots. */
interface Counts {
  asked: number;
  done: number;
  missing: number;
  open: number;
  about: number;
  flash: number;
}

const special = ({ open, about, flash }: Counts): string[] => [
  ...(open === 0 ? [] : [`待定${open}`]),
  ...(about === 0 ? [] : [`约数${about}`]),
  ...(flash === 0 ? [] : [`快报${flash}`]),
];

export const lookWords = {
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
  received: (when: string, count: number, lines: string[]) => [`${when}收了${count}项：`, ...lines].join('\n'),
  receivedNone: (when: string) => `${when}还没有收到新的数。`,
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
    `知道几项填几项，空着的以后再填；没有这一项就填“没有这项”。${more > 0 ? `另有${more}项，填完这些就出来。` : ''}`,
  fieldLabel: (name: string, unit: string) => (unit === '' ? name : `${name}（${unit}）`),
  fillIn: '记下',
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
} as const;
