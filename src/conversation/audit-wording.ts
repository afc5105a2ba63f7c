// The bot's words around an audit. Sentences only.
export const auditWords = {
  title: (name: string) => `审核：${name}`,
  must: (count: number) => `一定要改（${count}）`,
  should: (count: number) => `多半要改（${count}）`,
  may: (count: number) => `可以看看（${count}）`,
  fix: '照改',
  wave: '不是错',
  clean: (name: string) => `《${name}》从头到尾审了一遍，没发现要改的地方。`,
  summary: (must: number, should: number, may: number) =>
    `审完了：一定要改的${must}处，多半要改的${should}处，可以看看的${may}处。`,
  waved: (count: number) => `你说过“不是错”的${count}处没有再列。`,
  more: (count: number) => `还有${count}处没列出来，改完这些再发一次“审一下”。`,
  foreign: '这份稿子不是我写的，我只指出来，不替你改。',
  waveDone: (quote: string) => (quote === '' ? '好，这一条以后不再提。' : `好，“${quote}”以后不再提。`),
  nothingDrafted: '还没有稿子可审。先发“起草”，或者把要审的稿子贴过来，前面写上“审一下这份稿子”。',
  notNow: '审核用的提法表没有装上，请管理员看一下 prompts/formulations.yaml。',
  atCompile: (must: number, should: number) => `审核：一定要改的${must}处，多半要改的${should}处；发“审一下”看是哪些。`,
  look: '审一下',
  pasted: '贴来的稿子',
  gone: '这一条现在对不上了：稿子改过了。再发一次“审一下”。',
};
