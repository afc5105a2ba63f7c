// The bot's words around a cloud document. Sentences only.
import { list } from './word-lists.ts';

export const cloudWords = {
  button: '云文档',
  open: '打开云文档',
  update: '更新云文档',
  takeBack: '收回云文档的修改',
  title: (title: string) => `${title}（云文档）`,
  writing: '正在写云文档，写好把链接发给你。',
  reading: '正在看云文档，稍等。',
  busy: '云文档那边还没弄完，稍等一下，好了我会说。',
  made: (url: string) =>
    `云文档写好了，你有全部权限，可以分享给别人改。\n${url}\n别人改过以后，说“云文档改好了”，我把改动收回来，不会覆盖。`,
  changed: (sections: string[], url: string) =>
    `云文档更新了${sections.length}处：${list(sections)}。没动过的段落原样留着。\n${url}`,
  same: (url: string) => `云文档和这里的稿子一样，不用更新。\n${url}`,
  untouched: (url: string) => `看过了，云文档没有人改过。\n${url}`,
  link: (url: string) => `云文档在这里：${url}`,
  none: '还没有云文档。说“生成云文档”，我就建一份发给你。',
  both: (sections: string[]) => `${list(sections)}这边后来也改过，先按云文档的来；要原来的，说“撤销”。`,
  kept: (texts: string[]) =>
    `云文档里有${texts.length}段别人的话我没能放进稿子，所以先没写云文档，一个字也没覆盖：\n${texts.map((text, at) => `${at + 1}. ${text}`).join('\n')}`,
  moving: '云文档一直有人在改，我先不写，免得碰到他们的字。等他们停了，再说“更新云文档”。',
  source: '云文档',
  somebody: '云文档里',
  than: '上次写进云文档的',
  signature: '落款',
  why: {
    denied:
      '云文档没弄成：应用还没有云文档的权限。请管理员在开发者后台的“权限管理”里开通 docx:document 和 docs:permission.member:create，发布新版本以后再试。',
    gone: '原来那份云文档打不开了，可能已被删除。说“生成云文档”，我另建一份。',
    rejected: '云文档没弄成，稿子都在。可以先说“导出”拿Word文件；要云文档，请管理员看一下日志。',
  },
} as const;
