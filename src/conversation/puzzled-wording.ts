// What was not understood: the sentences, as functions of data. As wording.ts; decides nothing.

/** What can be done next, by where the conversation stands; told in turn, so that no answer comes twice running. */
const NEXT = {
  none: [
    '这句我没看懂。想写报告，说“写一份2023年的党建述职报告”这样就行；想先看看，说“帮助”。',
    '没明白是要写哪种报告。告诉我文种和年度，或者说“帮助”看看能写什么。',
    '还没开始写报告，先说写哪一种、哪一年的吧。',
  ],
  empty: [
    '这句我没看懂。可以直接把情况发来，比如“集体学习12次”；也可以说“还缺什么”或“一个一个问”。',
    '没听明白。想知道要准备什么，说“还缺什么”；想一项项来，说“一个一个问”。',
    '没找到能记的内容。数字带上是什么事、多少次，我就能记；其他的说“帮助”。',
  ],
  facts: [
    '这句我没看懂。可以接着报情况，说“还缺什么”看缺口，或者说“起草”。',
    '没听明白是哪一项。换个说法再发一次，或者说“记了什么”核对一下。',
    '没找到能记的内容。要改数，说“党课改成14次”这样；要成稿，说“起草”。',
  ],
  drafted: [
    '这句我没看懂。想改哪一处，说“重写第二章第1点，写实一点”；要文件，说“导出”。',
    '没听明白。看稿子说“看全文”，退一步说“撤销”，要文件说“导出”。',
    '没找到要做的事。可以补情况、重写某一段，或者直接“导出”。',
  ],
} as const;

/** The same while a question waits: it is put again. */
const STILL_ASKED = [
  (question: string) => `没听明白。现在问的是：${question}先放着就说“跳过”。`,
  (question: string) => `这句对不上。还是这一项：${question}没有这一项就说“没有这项”。`,
  (question: string) => `换个说法试试。问的是：${question}不想一个一个来，说“停”。`,
];
const STILL_OPEN = [
  '没听明白。卡上那处点一个、说“第1个”或“跳过”都行；别的情况也可以接着报。',
  '这句没对上。查数可以问“党课是多少”，看缺口说“还缺什么”；卡上那处拿不准就说“跳过”。',
  '还没认出来。卡不急着定，可以接着报情况、说“起草”或“导出”；想定了说“第1个”。',
];

const UNSUPPORTED: Record<string, string> = {
  image: '图片我还认不了字。请把里面的内容打字发我，一条里说几项都行。',
  file: '文件我还读不了。请把要用的段落或表格复制成文字发来。',
  audio: '语音我还听不了。长按语音转成文字，再发给我就行。',
  media: '视频我看不了。要写进报告的内容，打字告诉我。',
  location: '位置用不到报告里。要写的地点，打字说一声就好。',
  share_chat: '群名片我用不上。要写的情况，打字发来就行。',
  share_user: '名片我用不上。要写的情况，打字发来就行。',
  merge_forward: '合并转发的记录我还拆不开。请把其中有用的几句复制过来。',
};

export const puzzledWords = {
  // Anything else
  empty: '这条没有文字。把要写的情况打字发来就行。',
  unsupported: (kind: string) => UNSUPPORTED[kind] ?? '这种消息我还看不了。请打字发我。',
  unknownButton: '这个按钮已经不用了，直接打字告诉我就行。',
  stillAsked: (question: string, nth: number): string =>
    STILL_ASKED[nth % STILL_ASKED.length]?.(/[？。！]$|）$/u.test(question) ? question : `${question}。`) ?? question,
  stillOpenQuestion: (nth: number): string => STILL_OPEN[nth % STILL_OPEN.length] ?? STILL_OPEN[0] ?? '',
  notUnderstood: (moment: keyof typeof NEXT, nth: number): string =>
    NEXT[moment][nth % NEXT[moment].length] ?? NEXT.none[0],
} as const;
