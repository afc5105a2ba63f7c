// The bot's words around an audit. Sentences only.
export const auditWords = {
  title: (name: string) => `审核：${name}`,
  must: (count: number) => `一定要改（${count}）`,
  should: (count: number) => `多半要改（${count}）`,
  may: (count: number) => `可以看看（${count}）`,
  fix: '照改',
  wave: '不是错',
  open: (gaps: number, undrafted: number, disputed: string[], unproved: string[]) =>
    [
      ...(gaps > 0 ? [`待补${gaps}处`] : []),
      ...(undrafted > 0 ? [`没起草的${undrafted}处`] : []),
      ...(disputed.length > 0 ? [`两种说法没定的${disputed.length}处：${disputed.slice(0, 5).join('、')}`] : []),
      ...(unproved.length > 0 ? [`没有出处的数${unproved.length}处：${unproved.slice(0, 5).join('、')}`] : []),
    ].join('；'),
  cleanButOpen: (name: string, open: string) =>
    `《${name}》写好的部分从头到尾审了一遍，字词没挑出毛病；还没完的有：${open}。说“还缺什么”能一项项看。`,
  alsoOpen: (open: string) => `另外还没完的：${open}。`,
  clean: (name: string) => `《${name}》从头到尾审了一遍，没发现要改的地方。`,
  summary: (must: number, should: number, may: number) =>
    `审完了：一定要改的${must}处，多半要改的${should}处，可以看看的${may}处。`,
  waved: (count: number) => `你说过“不是错”的${count}处没有再列。`,
  more: (count: number) => `还有${count}处没列出来，改完这些再发一次“审一下”。`,
  foreign: '这份稿子不是我写的，我只指出来，不替你改。',
  waveDone: (quote: string) => (quote === '' ? '好，这一条以后不再提。' : `好，“${quote}”以后不再提。`),
  waveDoneHere: (quote: string) =>
    `好，${quote === '' ? '这一条' : `“${quote}”`}以后在这里审稿不再提。按错了就再按一次。`,
  waveTakenBack: (quote: string) => `好，${quote === '' ? '这一条' : `“${quote}”`}照常审。`,
  nothingDrafted: '还没有稿子可审。先发“起草”，或者把要审的稿子贴过来，前面写上“审一下这份稿子”。',
  notNow: '审核用的提法表没有装上，请管理员看一下 prompts/formulations.yaml。',
  atCompile: (must: number, should: number) => `审核：一定要改的${must}处，多半要改的${should}处；发“审一下”看是哪些。`,
  look: '审一下',
  lookAlike: '看雷同句',
  alike: (count: number, of: number) =>
    count === 0
      ? '与上年稿比过，没有雷同的句子。'
      : `与上年稿雷同句${count}处，占${Math.max(1, Math.round((100 * count) / Math.max(1, of)))}%。`,
  alikeTitle: '与上年稿雷同的句子',
  alikePair: (sentence: string, before: string) =>
    sentence === before ? `“${sentence}”（一字不差）` : `今年：“${sentence}”\n上年：“${before}”`,
  noAlike: '手边没有上年的稿子可比。把上年的报告发给我，说明是“上年的稿子”就行。',
  waveStep: (quote: string) => (quote === '' ? '不是错' : `“${quote}”不是错`),
  nothingToNote: '审了一遍，没有要批注的。说“导出”就是干净的稿子。',
  pasted: '贴来的稿子',
  gone: '这一条现在对不上了：稿子改过了。再发一次“审一下”。',
};
