// Derived figures kept up to date among the facts: computed when all they need is there, gone when it is not. Never replaces what was said.
import { deriveFigures } from '../report/derive.ts';
import type { Source } from '../report/fact.ts';
import type { Scene } from './turn.ts';

/** After any change of facts. Nothing to undo: it follows from what is there. */
export function refreshDerived({ report, outline }: Scene): undefined {
  const { facts } = report;
  for (const [id, fact] of Object.entries(facts)) if (fact.derived) delete facts[id];
  for (const { slot, quantity, from } of deriveFigures(outline, facts)) {
    const at = Math.max(...from.map((id) => facts[id]?.source.at ?? 0));
    const source: Source = { by: { id: '', name: '' }, at, event: '', words: '' };
    facts[slot.id] = { slot: slot.id, value: { type: 'figure', quantity }, source, derived: from };
  }
}
