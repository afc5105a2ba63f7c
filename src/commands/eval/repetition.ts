// How much of what a writer says it says twice: the share of its characters in runs that stand elsewhere too. Pure.
import type { Outline, Section } from '../../report/outline.ts';

/** Shorter runs recur in any text; at this length they are a phrase. */
const RUN = 7;

/** `words`: the writer's own, tokens as a gap. Fixed formulations, and what slots and headings are called, may recur. */
export function repetition(texts: { section: Section; words: string }[], outline: Outline): number {
  const named = [
    ...outline.slots.map(({ label }) => label),
    ...texts.flatMap(({ section }) => [section.heading, ...section.formulations]),
  ].filter((one) => one !== '');
  const runs = new Map<string, number>();
  const stretches = texts.flatMap(({ words }) =>
    named
      .reduce((left, one) => left.replaceAll(one, '\n'), words)
      .split(/[^\p{Script=Han}]+/u)
      .filter((stretch) => stretch !== ''),
  );
  const each = (stretch: string, use: (run: string, at: number) => void): void => {
    const characters = [...stretch];
    for (let at = 0; at + RUN <= characters.length; at++) use(characters.slice(at, at + RUN).join(''), at);
  };
  for (const stretch of stretches) each(stretch, (run) => runs.set(run, (runs.get(run) ?? 0) + 1));
  let all = 0;
  let again = 0;
  for (const stretch of stretches) {
    const repeated = new Set<number>();
    each(stretch, (run, at) => {
      if ((runs.get(run) ?? 0) > 1) for (let next = at; next < at + RUN; next++) repeated.add(next);
    });
    all += [...stretch].length;
    again += repeated.size;
  }
  return all === 0 ? 0 : again / all;
}
