// The reports of this conversation, newest first, one marked as the one being written. Data only.
import type { Report } from '../../report/report.ts';
import type { Block, Card } from '../card.ts';
import { titleOf } from '../plan.ts';
import { showTime } from '../value.ts';
import { words } from '../wording.ts';
import { button } from './choice-card.ts';

/** More would not be looked through; the older ones are reached by name. */
const SHOWN = 15;

export function reportsCard(reports: Report[], active: string | null): Card {
  const newest = [...reports].reverse();
  const blocks = newest.slice(0, SHOWN).flatMap((report): Block[] => {
    const { facts, sections } = report;
    const current = report.id === active;
    const line = words.reportLine(
      Object.keys(facts).length,
      Object.keys(sections).length > 0,
      showTime(report.startedAt),
    );
    const text: Block = {
      type: 'text',
      text: `${titleOf(report)}${current ? words.current : ''}\n${line}`,
      bold: current,
    };
    const offer = { text: words.switchTo, value: { action: 'switch', report: report.id } };
    return current ? [text] : [text, { type: 'buttons', buttons: [button(offer)] }];
  });
  const more = newest.length - SHOWN;
  if (more > 0) blocks.push({ type: 'text', text: words.andMore(more), tone: 'muted' });
  return { title: words.reportsTitle, tone: 'blue', blocks };
}
