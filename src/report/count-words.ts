// Word's 字数: every Chinese character and mark counts one, a run of Latin letters or digits one together; spaces nothing. Pure.

export function countWords(text: string): number {
  const runs = text.match(/[\p{ASCII}\p{Script=Latin}]+/gu) ?? [];
  const words = runs.flatMap((run) => run.split(/\s+/u)).filter((word) => word !== '').length;
  const others = text.replace(/[\p{ASCII}\p{Script=Latin}]+/gu, '').replace(/\s/gu, '');
  return words + [...others].length;
}
