// The file that is handed over: the sentences, as functions of data. As wording.ts; decides nothing.
import { list, numbered, openLabel } from './word-lists.ts';

export const deliverWords = {
  // Delivery
  nothingToCompileTitle: '还没有稿子',
  nothingToCompile: '先起草，再导出。缺的数会标〔待补〕，不耽误先看样子。',
  writingFirst: (names: string[]) => `${list(names)}正在写，写好再说“导出”。`,
  exportAfter: '写好就把文件发给你。',
  exportAgain: (names: string[]) => `${list(names)}正在写，写好再导出一次就是全的。`,
  delivered: (characters: number, open: string[], undrafted: string[]) =>
    [
      `约${characters}字，${open.length === 0 ? '没有待补' : `待补${open.length}处：${list(open.map(openLabel), 10)}`}。`,
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
  finalState: '定稿',
  notFinal: (state: string, writing: string[]) =>
    `还不能叫定稿：${[state.replace(/^送审稿-/u, ''), ...(writing.length > 0 ? [`${list(writing)}正在写`] : [])].filter((why) => why !== '').join('、')}。先按送审稿发你，定了、补齐了再说一次“定稿”。`,
  wholeState: '没有待补，可以定稿',
  nothingToCompare: '还没导出过，没有可对照的上一版。先说“导出”，改过之后再要修订对照。',
  forms: {
    docx: 'Word文件',
    ledger: '数字台账',
    markdown: 'Markdown',
    text: '纯文本',
    large: '朗读大字版',
    changes: '和上一版的修订对照',
    contents: '带目录的Word',
    notes: '带批注版',
  },
  disputed: (disputes: { label: string; values: string[] }[]) => {
    const lines = disputes.map(
      ({ label: of, values: [now, ...others] }) => `${of}：文中是${now}，还报过${others.join('、')}`,
    );
    return lines.length === 0 ? '' : `两种说法还没定${lines.length}处，定稿前请核对：\n${numbered(lines)}`;
  },
  stillOpen: (count: number) => `另有${count}处问过还没定，说“还缺什么”能看到。`,
  openMore: (count: number) => `前面还有${count}张卡片没答，答完这几张再说一次“还有哪些没定”。`,
  nothingOpen: '没有等你定的了。缺什么说“还缺什么”能看到。',
  fileFailed: (reason: string) => `文件没发出去：${reason}`,
} as const;
