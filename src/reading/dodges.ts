// Answers to a question for words that give none: 问过办公室再说, 还没问, 大概十来个. Pure; says only that it is no answer.

/** They will know later: the question waits. */
const later =
  /^(?:这个|那个|这项|这块)?(?:我|你|您|得|要|先|等|需要|还|再|去|让我|可以|直接|应该|最好)*问(?!题|卷|责|询|计|需|效|政|我|你|下一|什么|了|政)(?:过|问|到|一?下)?[\p{Script=Han}]{0,10}?(?:再说|再报|再定|再填|再给你|再看|看看|才知道|才清楚|之后)?(?:吧|哈|啊)?$|^(?:我|这个|我们)?还没(?:有)?(?:来得及)?(?:问|统计|汇总|定|定下来|想好|想|写|写好|讲|搞|弄|商量|研究|确定|出来|收上来)(?:过|到|好|呢|呀|啊)*$|^(?:我)?(?:回头|过两天|过几天|晚点|晚些时候|明后天|下周|月底)(?:再|就)?(?:给|告诉|发|补|报|说|填)(?:给)?(?:你|您)?(?:吧|哈|啊)?$|^等[\p{Script=Han}]{0,10}(?:回复|反馈|通知|消息|定了?|出来)(?:再说|吧|后)*$/u;

/** A number and no words: it is not what was asked for. */
const count =
  /^(?:大概|大约|差不多|估计|约|有|一共|总共|共|可能|也就|应该|得有|是)*[\d０-９一二三四五六七八九十两几百千万来多好些上]+(?:个|次|条|项|件|份|人|篇|场|家|名|期|点|方面|本|种|堂|节|户|元|亿元?|万元?|%|％)*(?:来|多|左右|吧|上下|的样子|以上|呢|了)*$/u;

const plain = (text: string) => text.trim().replace(/[\s，,。.！!～~…]+$/u, '');

export const isPutOff = (text: string): boolean => later.test(plain(text));
export const isCount = (text: string): boolean => count.test(plain(text));
