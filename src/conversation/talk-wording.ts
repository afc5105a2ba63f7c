// What the bot says in passing. As wording.ts; decides nothing.
export const talkWords = {
  waiting: '好，等你发来。',
  here: ['在的，直接说就行。', '在，你说。', '在呢，有数就发过来。'],
  quiet: [
    '好，我不追着问了。要用的时候说一声。',
    '知道了，我安静待着，记下的都在。',
    '抱歉打扰了，先不问。想接着来随时说。',
  ],
} as const;
