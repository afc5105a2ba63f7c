// What is said about files and corrected tables. Short, plain, with what to do next. Decides nothing.
import type { FileProblem } from '../report/file-text.ts';
import type { FileUse } from './file-state.ts';

const called = (name: string): string => (name === '' ? '这份文件' : `《${name}》`);

const PROBLEM: Record<FileProblem, string> = {
  empty: '里面没有字。看看是不是发错了，或者把内容直接粘给我。',
  broken: '打不开，可能没传完整或者坏了。用 Word、WPS 打开另存一份再发，或者把要用的内容粘过来。',
  encrypted: '有密码，我打不开。去掉密码另存一份再发给我就行。',
  too_big: '解开以后太大了，我没敢打开。把要用的部分另存成一份小的再发。',
  too_long: '太长了，我一次读不完。把要用的几页或那张表单独存一份再发。',
  old_word: '是旧格式（doc、wps 或 rtf），我读不了。用 Word 或 WPS 打开，另存为 .docx 再发给我。',
  old_excel: '是旧格式的表，我读不了。用 Excel 或 WPS 打开，另存为 .xlsx 再发；表不大的话，直接复制粘过来也行。',
  slides: '是幻灯片，我读不了。把要用的文字复制过来，或者另存为 .docx 再发。',
  ofd: '是 OFD 版式文件，我读不了。用阅读器另存为 PDF 或 .docx 再发，或者把文字复制过来。',
  archive: '是压缩包。解开以后把里面的文件一个一个发给我。',
  image: '是图片，我还认不了字。把里面的内容打字发我，或者发原来的 Word、Excel。',
  scanned: '是扫描件，里面没有文字。有 Word 版就发 Word 版，没有的话把要用的几段打字发我。',
  secret: '带密级标志，我不收，也没有读进来。涉密内容请不要发给我。',
  unknown: '我认不出是什么格式。发 Word（.docx）、Excel（.xlsx）、PDF 或纯文本给我都能读。',
};

const UNFETCHED = {
  too_big: '超过 20 MB，我没有下载。把要用的部分另存成一份小的，或者把内容粘过来。',
  gone: '已经取不到了，可能被撤回或删了。请再发一次。',
  denied:
    '我没有权限下载（会话可能禁止下载，或者应用还没开“获取消息中的文件”权限）。请把内容粘给我，同时请管理员看一下权限。',
  rejected: '飞书没有给我。请再发一次；还不行就把内容粘过来。',
  away: '刚才没下载下来，飞书那边没有回应。等一两分钟再发一次，其他内容都在。',
} as const;

const USED: Record<FileUse, string> = {
  notice: '当通知读过了',
  reference: '当参考了，一个数也没记进今年的稿子',
  figures: '当今年的数据记过了',
  corrects: '当更正的表对过了',
  audit: '审过了',
  mistake: '当发错的放下了',
  returned: '当改过的稿子收回来了',
};

export const fileWords = {
  problem: (name: string, problem: FileProblem) => `${called(name)}${PROBLEM[problem]}`,
  unfetched: (name: string, why: keyof typeof UNFETCHED) => `${called(name)}${UNFETCHED[why]}`,
  unfetchedRecord: (why: keyof typeof UNFETCHED) => `这份聊天记录${UNFETCHED[why]}`,

  noReport: (name: string) =>
    `收到${called(name)}，先放着，一个数也没记。先说写哪一种、哪一年的报告，我再对着提纲看它。`,
  nothingIn: (name: string) =>
    `${called(name)}里没找到提纲要的数。要当参考、要我审，或者是别的用处，说一声；要记的内容也可以直接打字发我。`,
  wish: '好，把表发来就行，Excel、Word 都可以，直接粘过来也行。我对一遍再请你定，不会直接改。',
  wishReference: '好，发来就行，Word、PDF 都可以。我只当参考，不记数。',
  already: (name: string) => `${called(name)}刚才就是这么用的。`,
  usedAs: (use: FileUse) => `已经${USED[use]}。要改用处，打字说一声就行。`,
  usedOtherwise: (name: string, use: FileUse) =>
    `${called(name)}已经${USED[use]}。要改用处，打字说，比如“这份是今年的数据”“这份只当参考”。`,
  otherYear: (name: string, year: number) =>
    `${called(name)}写的是${year}年的，我没有当今年的数记。要当参考就点“当参考”；确实是今年的数，打字说“这份是今年的数据”。`,
  gone: '这份文件我这里已经找不到了，请再发一次。',
  whichTitle: (name: string) => `${called(name)}是做什么用的？`,
  whichText: '还没有记数。点一个，我再动手：',
  asReference: '当参考',
  asFigures: '是今年的数据',
  asAudit: '审一下这份稿子',

  referenceTitle: (name: string) => `对照：${name === '' ? '去年的稿子' : name}`,
  referenceOnly: '只当参考，一个数也没记进今年的稿子。',
  referenceCount: (year: number | undefined, figures: number, matched: number) =>
    matched === 0
      ? '里面没有今年要问的数。'
      : `${year === undefined ? '里面' : `${year}年`}有${figures}个数，今年对应${matched}项要问。问到的时候，我会把它报在旁边。`,
  referenceOthers: (others: string[]) =>
    `提纲里没有、它特有的（默认不要）：\n${others.map((one) => `· ${one}`).join('\n')}`,
  referenceThemes: (themes: { label: string; value: string }[]) =>
    themes
      .map(({ label, value }) => `它的${label}是“${value}”，今年换成什么？直接说“${label}是……”就行；不变就再说一遍。`)
      .join('\n'),
  referenceMatched: (matched: number) => `对得上的${matched}项`,
  mistaken: (name: string, gone: number) =>
    gone === 0 ? `好，${called(name)}不用了。` : `好，${called(name)}不用了，从它来的${gone}项也拿掉了。`,
  mistakenStep: (name: string) => `不用${called(name)}`,
  itsOutline: (headings: string[]) => `它的提纲：${headings.map((one) => one.slice(0, 40)).join('；')}`,
  followOutline: '照它的提纲',
  referenceStep: (name: string) => `把${called(name)}当参考`,
  referenceTakenBack: (count: number) => `刚才从它记下的${count}项已经拿掉了。`,
  wasOf: (year: number | undefined, value: string) =>
    year === undefined ? `（参考稿写的是${value}）` : `（${year}年写的是${value}）`,

  differTitle: (count: number) => `改数对比：${count}项`,
  differDone: '改数对比：已定',
  differText: (who: string, file: string) =>
    `${file === '' ? '' : `${called(file)}，`}${who}报来，和记着的不一样的都在这里。定了才改。`,
  differRow: (label: string, before: string, after: string) => `${label}：${before} → ${after}`,
  differAdded: (label: string, value: string) => `${label}：${value}（新增）`,
  differGiver: (who: string) => `原：${who}`,
  differOwner: (owner: string) => `原来是别人报的，请${owner}定。`,
  differSame: (count: number) => `另有${count}项和记着的一样，不用动。`,
  takeAll: '全部采用',
  takeEach: '逐条',
  takeNone: '都不要',
  takeRow: '采用',
  leaveRow: '不要',
  taken: '已采用',
  left: '没采用',
  pageBack: '上一页',
  pageOn: '下一页',
  differStep: (count: number) => `按更正表改${count}项`,
  differTaken: (lines: string[], more: number) =>
    `改好了：${lines.join('；')}${more > 0 ? `；等${lines.length + more}项` : ''}。要退回说“撤销”，一次全退。`,
  differDerived: (lines: string[]) => `跟着重算的：${lines.join('；')}。`,
  differNone: '好，一项没改，还是原来的数。',
  differMoved: (labels: string[]) => `${labels.join('、')}在这之后又改过，没有动。要改就再说一遍。`,
  differSettled: '这张对比已经定过了。',
  differNotYours: (owner: string) => `这几项是别人报的，请${owner}来定。`,
  differNothing: (count: number) =>
    count > 0 ? `对了一遍，${count}项都和记着的一样，不用改。` : '表里没有找到提纲要的数，没有改动。',
} as const;
