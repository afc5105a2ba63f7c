// Forms: what was taken, what is to be put right, what is still open. As wording.ts; decides nothing.

export const fillWords = {
  recorded: (count: number) => `已记${count}项`,
  done: (part: string) => (part === '' ? '已经记下' : `${part}填完了`),
  nothingOpen: '这张表上没有要填的了。',
  wrongTitle: '这几项没看懂，改一下再交一次，别的不用重填：',
  wrongLine: (label: string, said: string, why: string) => `${label}：“${said}”，${why}`,
  again: (label: string, why: string) => `${label} 请改：${why}`,
  from: (who: string) => `（${who}报的）`,
  gone: (count: number) => `有${count}项已经不在提纲里了，先放进素材。`,
  toast: ({ noted, wrong, disputed, open }: { noted: number; wrong: number; disputed: number; open: number }) => {
    const parts = [
      ...(noted > 0 ? [`记下${noted}项`] : []),
      ...(wrong > 0 ? [`${wrong}项没看懂，标在卡上了`] : []),
      ...(disputed > 0 ? [`${disputed}项与已报的不同，在下面问`] : []),
      ...(wrong === 0 && open > 0 ? [`还空着${open}项，想起来再填`] : []),
    ];
    return parts.length === 0 ? '这几项已经记过了。' : `${parts.join('；')}。`;
  },
} as const;
