// The cards in which drafts grow: one is opened for each job and closed with it, whatever became of the job. None is ever left unfinished.
import { hasNothingToTell } from '../report/assemble.ts';
import { keepReachable } from './board.ts';
import type { Card } from './card.ts';
import { endedCard, growingCard } from './cards/growing-card.ts';
import { growingWords } from './growing-wording.ts';
import { nameOf, type Part, partOf } from './plan.ts';
import type { DraftingJob, State } from './state.ts';
import { emit, type Scene, showCard, type Turn, target } from './turn.ts';

/** Only a model can be watched while it writes, and only where there is something to write. */
export function grows({ turn, outline, report }: Scene, part: Part): boolean {
  if (turn.context.streams !== true) return false;
  return part.sections.some((one) => !hasNothingToTell(one, { outline, facts: report.facts }));
}

/** What a job has to know of the card it writes into; nothing where it writes into none. */
export function openGrowing(scene: Scene, part: Part, alone: boolean): Pick<DraftingJob, 'card' | 'title'> {
  if (!grows(scene, part)) return {};
  const { turn, outline } = scene;
  const [only, another] = part.sections;
  const whole = partOf(outline, part.id)?.sections.length === part.sections.length;
  const title = whole || !only || another ? part.title : nameOf(outline, only.id);
  const card = emit(turn, { type: 'send_card', ...target(turn), card: growingCard(title, alone), stream: true });
  return { card, title };
}

/** The first card takes the place of the one that grew. */
export function showGrown(turn: Turn, job: DraftingJob, cards: Card[]): undefined {
  const [first, ...others] = cards;
  if (!first) return;
  if (job.card === undefined) showCard(turn, first);
  else emit(turn, { type: 'update_card', chat: turn.state.chat.id, of: job.card, card: first });
  for (const card of others) showCard(turn, card);
}

/** Says on the job's card why no text stands there. */
export function closeGrowing(turn: Turn, { card, title = '' }: DraftingJob, why: string): undefined {
  if (card === undefined) return;
  const ended = endedCard(title, why);
  emit(turn, { type: 'update_card', chat: turn.state.chat.id, of: card, card: ended, inPlaceOnly: true });
}

/** Run at the end of every turn. `before`: the state it began with. */
export function keepGrowing(turn: Turn, before: State | null): undefined {
  const jobs = Object.entries(turn.state.jobs ?? {});
  const { progress } = turn.state;
  for (const { card } of [...jobs.map(([, job]) => job), ...(progress ? [progress, ...progress.parts] : [])])
    if (card !== undefined) keepReachable(turn.state, card);
  for (const [id, job] of Object.entries(before?.jobs ?? {})) {
    const goesOn = jobs.some(([other, { card }]) => other === id || card === job.card);
    const closed = turn.effects.some((effect) => effect.type === 'update_card' && effect.of === job.card);
    // Stopped by something else than 停: other words took its place, its part or its report is no more.
    if (!goesOn && !closed) closeGrowing(turn, job, growingWords.dropped);
  }
}
