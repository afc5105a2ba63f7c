// What the bot says on the cards in which drafts grow, and on the card of the whole. As wording.ts; decides nothing.
import { list } from './word-lists.ts';

type Outcome = 'written' | 'empty' | 'failed' | 'stopped' | undefined;

const marks: Record<NonNullable<Outcome>, string> = { written: '✅', empty: '➖', failed: '⚠️', stopped: '⏹' };
const notes: Record<NonNullable<Outcome>, string> = {
  written: '',
  empty: '（没有要写的）',
  failed: '（没写成）',
  stopped: '（已停）',
};

export const growingWords = {
  writing: '正在写，写完核对',
  writingHint: '边写边看，还没核对；写完换成核对过的。要停说“停”，也可以接着报情况。',
  stopped: '已停，写到一半的没有保留。',
  stoppedBefore: '已停，写到一半的没有保留。原来的稿子没动。',
  dropped: '这一稿不写了，写到一半的没有保留。',
  failed: (reason: string) => `没写成：${reason}`,
  empty: '没有要写的，稿子里不留。有了再报，说“起草”就写进去。',
  lost: '这次没写出来，说“起草”再来一次。',
  again: (names: string[]) => `${list(names)}写的时候情况有变，照新的再写一遍。`,

  stale: (names: string[]) =>
    `${list(names)}是照原来的数写的，这一改句子也要变。说“重写${(names[0] ?? '').replace(/“.*$/u, '')}”就照新的写。`,

  // The whole
  progress: (done: number, all: number) => `正在起草，写好${done}/${all}`,
  progressOver: (left: number) => (left === 0 ? '写完了' : `写完了，${left}部分没有写成`),
  progressStopped: (done: number, all: number) => `已停，写好${done}/${all}`,
  progressHint: '各部分一起写，边写边看，写完换成核对过的。可以接着报情况。',
  part: (title: string, outcome: Outcome) => (outcome ? `${marks[outcome]} ${title}${notes[outcome]}` : `✍️ ${title}……`),
  stopIt: '停',
} as const;
