// Words about a file: 这是去年的, 当参考, 按这个表为准. Pure; what follows from them is decided in files.ts.
import type { FileUse } from './file-state.ts';

const thing = '(?:文件|表格?|附件|材料|稿子?|报告|总结|文档|份|个|两份|几份|些|张)';
const these = `(?:(?:这|那|上面|刚才|前面|刚发|两|几)(?:的|是|就是|都|两|几|份|个|张|些|发|那|这)*${thing}*(?:都)?)`;
const soft = '(?:吧|了|哈|啊|哦|的|就行|就好|就可以|[。！!，,～~])*';

/** 局长改好的, 终审稿, 修改稿. */
const edited =
  '(?:(?:局长|主任|领导|书记|处长|科长|我|他|她)?(?:又)?(?:改|审|看|批)(?:过|好|完|定)(?:了)?的?|终审的?|修改的?|返回的?|发回来?的?|改后的?|修订的?)';

const sayings: [RegExp, FileUse][] = [
  [
    new RegExp(`^(?:${these}|附件|文件)?(?:都)?(?:是|就是)?${edited}(?:稿子?|版本?|报告|文档|Word|word)${soft}$`, 'u'),
    'returned',
  ],
  [
    new RegExp(
      `^(?:请|麻烦)?(?:把)?(?:${these}|附件|文件)?(?:都)?(?:收(?:进|回)(?:来|去)?|收一下)(?:一下)?${soft}$`,
      'u',
    ),
    'returned',
  ],
  [
    new RegExp(
      `^(?:以后|今后|就|都)*(?:以|按|照|用)(?:这|那|此)(?:一)?(?:版|稿|份稿子?|个版本)(?:为底|为准|来改|来)${soft}$`,
      'u',
    ),
    'returned',
  ],
  [
    new RegExp(
      `^(?:帮我|请)?(?:看看|对一下|比一下|对比一下|看下)?(?:${these})?(?:和|跟|与)(?:我|你|上次|原来)?(?:发出?的|发的|原稿|原来的)(?:那版|比)?(?:比)?(?:一下)?(?:都)?(?:改了(?:哪些?|什么|哪里)|有(?:什么|哪些)不同)?${soft}$`,
      'u',
    ),
    'returned',
  ],
  [
    new RegExp(`^(?:${these}|附件|表|文件)?(?:发错了?|传错了?|不是发给你的|不用看)(?:[，,].{0,12})?${soft}$`, 'u'),
    'mistake',
  ],
  [/^(?:附件|表|文件)(?:里面?)?的?(?:数据?|数字)?(?:都)?(?:有更正|更正|改)(?:过)?了?[。！!]*$/u, 'corrects'],
  [
    new RegExp(
      `^(?:${these}|附件|表|文件)?(?:不是今年的?[，,])?(?:都)?(?:是|只是|就是|算)?(?:去年|上年|上一年|以前|往年|前年|20\\d{2}年)的?${thing}?(?:[，,].{0,12})?${soft}$`,
      'u',
    ),
    'reference',
  ],
  [
    new RegExp(`^(?:${these}|附件|文件)?(?:都|先|只|就)*(?:当|做|作|作为|供|仅供|用来)(?:个|为)?参考${soft}$`, 'u'),
    'reference',
  ],
  [
    /^(?:.{0,20}[，,。；;\s])?(?:请?(?:以|按|按照|照|用))(?:这个|这张|这份|附件|新|下面|下边|上面|更正|最新|后面)(?:的|里的|中的)?(?:表格?|文件|附件|数据?|为准|里)*(?:为准|来|算|改|的来)?(?:吧|了|[。！!])*$/u,
    'corrects',
  ],
  [
    new RegExp(
      `^(?:${these}|附件|表)?(?:都)?(?:是|就是)(?:更正|改过|修改|订正|最新|新)(?:以?后|过)?的?${thing}?${soft}$`,
      'u',
    ),
    'corrects',
  ],
  [
    new RegExp(`^(?:${these}|附件|表|文件)?(?:都)?(?:是|就是)?今年的?(?:数据?|数字|材料|情况|${thing})?${soft}$`, 'u'),
    'figures',
  ],
  [
    new RegExp(`^(?:把|将)?(?:${these}|附件|表)?(?:里的?)?(?:数据?|数字)?(?:都)?记(?:下来?|进去|上)${soft}$`, 'u'),
    'figures',
  ],
  [
    new RegExp(
      `^(?:帮我|请|麻烦)?(?:审|查|检查|审核|把把关|看看|校对)(?:一下|一遍|下)?${these}(?:有没有问题|怎么样)?${soft}$`,
      'u',
    ),
    'audit',
  ],
  [new RegExp(`^(?:${these})?(?:是|就是)(?:任务)?通知${soft}$`, 'u'), 'notice'],
];

/** What a short message says a file is for; undefined when it speaks of something else. */
export function useSaid(text: string): FileUse | undefined {
  const plain = text.trim().replace(/^(?:不对|不是|错了|哦|噢|啊|对了|嗯|那个)[，,。\s]*/u, '');
  if (plain === '' || plain.length > 40 || plain.includes('\n')) return undefined;
  return sayings.find(([pattern]) => pattern.test(plain))?.[1];
}

const announcing =
  /^(?:我|先|再|这就|马上|等下|待会儿?|一会儿?|下面|接下来)*(?:给你|把)?(?:发|传|转)(?:给)?(?:你|您)?(?:一下|一份|两份|几份|个|一个|一张|过来|过去|的是)*([^，,。；;]{0,20}?)(?:[，,](?:只|仅|都)?(?:当|作|供)?参考)?(?:过来|过去|发你|给你)?(?:吧|了|啊|哈|[。！!])*$/u;

/** 发你一份去年的稿子: what the file to come is for. */
export function useAnnounced(text: string): FileUse | undefined {
  const [whole, what = ''] = announcing.exec(text.trim()) ?? [];
  if (whole === undefined || /给我|我看|\d(?!\d{0,3}年)/u.test(what)) return undefined;
  if (/(?:去年|上年|20\d{2}年|以前|往年).*(?:稿|报告|总结|材料|文件)|参考/u.test(whole)) return 'reference';
  return /(?:更正|改过|订正|新)的?(?:表|数据|数)/u.test(what) ? 'corrects' : undefined;
}

/** 照去年的提纲, 照它的提纲写. */
export function followsIts(text: string): boolean {
  return /^(?:就|还是|那就)?(?:照|按|用|沿用|参照)(?:着|照)?(?:它|去年|上年|参考稿?|这份|那份|20\d{2}年?)(?:那份|稿子?|报告)?的?(?:提纲|框架|结构)(?:来|写|走|做)?(?:吧|了|[。！!])*$/u.test(
    text.trim(),
  );
}

/** 支出数改了，按这个表为准, over a table in the same message. */
export function callsItCorrected(text: string): boolean {
  return /(?:以|按照?|照|用)(?:这个|这张|这份|附件|新|下面|下边|更正|最新)(?:的|里的)?(?:表格?|文件|附件|数据?|口径)*(?:为准|来|算|改)|(?:表|数)(?:有)?(?:更正|改了|改过|订正)|更正(?:表|如下|后)|重新报(?:了)?一?(?:遍|版|份)/u.test(
    text.slice(0, 200),
  );
}
