// Side values that must be at hand when a file may be our own come back, or when one chooses between two versions of a section. Reads only.
import type { Event } from './event.ts';
import { useSaid } from './file-words.ts';
import type { State } from './state.ts';

export function returnedNeeded(state: State, event: Event): string[] {
  const report = state.reports.find((one) => one.id === state.active);
  if (!report) return [];
  const ready = (state.proposals ?? [])
    .flatMap(({ items }) => items)
    .filter((item) => !item.answer)
    .flatMap(({ choices }) => choices)
    .flatMap(({ deed }) => (deed.type === 'take_returned' ? [deed.returned.version] : []));
  const cameBack =
    (event.type === 'message_received' && (event.attached?.type === 'read' || useSaid(event.text) === 'returned')) ||
    (event.type === 'card_submitted' && event.value.action === 'file_use' && event.value.as === 'returned');
  if (!cameBack) return ready;
  const sent = (report.files ?? []).flatMap(({ outline, facts, sections }) => [
    outline,
    facts,
    ...Object.values(sections),
  ]);
  return [...ready, ...sent];
}
