// One card for drafting the whole: who is done, who is still writing. Changed in place until the last part is there.
import { progressCard } from './cards/growing-card.ts';
import type { Event } from './event.ts';
import { type Part, titleOf } from './plan.ts';
import type { Progress, State } from './state.ts';
import { emit, reportOf, type Scene, showCard, type Turn } from './turn.ts';

/** Before the cards of the parts, so that it stands above them; `settleProgress` says which jobs it is about. */
export function showProgress({ turn, report }: Scene, parts: Part[]): undefined {
  const pending = parts.map(({ title }) => ({ title, job: '' }));
  const card = showCard(turn, progressCard(titleOf(report), { report: report.id, parts: pending }));
  turn.state.progress = { report: report.id, card, parts: pending };
}

/** `jobs`: in the order of the parts. */
export function settleProgress(turn: Turn, jobs: string[]): undefined {
  const { progress } = turn.state;
  if (!progress) return;
  progress.parts = progress.parts.map((part, at) => {
    const job = jobs[at] ?? '';
    const card = turn.state.jobs?.[job]?.card;
    return { ...part, job, ...(card === undefined ? {} : { card }) };
  });
}

/** The part is written by another job from now on. */
export function passOn(turn: Turn, from: string, to: string): undefined {
  const { progress } = turn.state;
  if (progress) progress.parts = progress.parts.map((part) => (part.job === from ? { ...part, job: to } : part));
}

/** Run at the end of every turn. `before`: the state it began with. */
export function keepProgress(turn: Turn, before: State | null): undefined {
  const { progress } = turn.state;
  if (!progress || before?.progress?.card !== progress.card) return;
  const open = progress.parts.filter((part) => part.outcome === undefined);
  const ended = open.filter(({ job }) => turn.state.jobs?.[job] === undefined);
  for (const part of ended) part.outcome = outcomeOf(turn.event, part.job);
  const report = reportOf(turn.state, progress.report) ?? (before && reportOf(before, progress.report));
  const title = report ? titleOf(report) : '';
  const card = progressCard(title, progress);
  if (JSON.stringify(card) !== JSON.stringify(progressCard(title, before.progress)))
    emit(turn, { type: 'update_card', chat: turn.state.chat.id, of: progress.card, card, inPlaceOnly: true });
  if (ended.length === open.length) delete turn.state.progress;
}

function outcomeOf(event: Event, job: string): NonNullable<Progress['parts'][number]['outcome']> {
  if (event.type === 'section_failed' && event.job === job) return 'failed';
  if (event.type !== 'section_drafted' || event.job !== job) return 'stopped';
  return event.texts.some(({ text }) => text.trim() !== '') ? 'written' : 'empty';
}
