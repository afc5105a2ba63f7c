// Drafted text as people will see it, one part or the whole, with what is still open. Data only.
import { accountOf } from '../account.ts';
import type { Block, Card } from '../card.ts';
import { type Part, partsOf, slotsUnder, titleOf } from '../plan.ts';
import { rewriteWords } from '../rewrite-wording.ts';
import type { Scene } from '../turn.ts';
import { cut } from '../value.ts';
import { documentOf, openIn, textOfPart } from '../view.ts';
import { words } from '../wording.ts';
import { button, type Offer } from './choice-card.ts';
import { pages } from './page.ts';

export function textCards(scene: Scene, parts: Part[], notes: string[] = []): Card[] {
  const { report } = scene;
  const [part, another] = parts;
  if (!part) return [];
  const blocks = parts.flatMap((one): Block[] => {
    const text = textOfPart(scene, one);
    const body: Block = { type: 'text', text: text === '' ? words.notYetDrafted : text };
    return another ? [{ type: 'text', text: one.title, bold: true }, body] : [body];
  });
  const ids = parts.flatMap((one) => one.sections.map((section) => section.id));
  const open = openIn(documentOf(scene), ids);
  if (open.length > 0) blocks.push({ type: 'text', text: words.openHere(open), tone: 'warn' });
  for (const line of another ? [] : accountOf(scene, part.sections))
    blocks.push({ type: 'text', text: line, tone: 'muted' });
  for (const note of notes) blocks.push({ type: 'text', text: cut(note, 300), tone: 'muted' });
  const card: Card = {
    title: another ? titleOf(report) : part.title,
    subtitle: another ? words.wholeText : titleOf(report),
    tone: open.length > 0 ? 'blue' : 'green',
    blocks,
  };
  return pages(card, [{ type: 'buttons', buttons: offersFor(scene, parts).map(button) }]);
}

function offersFor({ report, outline }: Scene, parts: Part[]): Offer[] {
  const on = { report: report.id };
  const [part, another] = parts;
  const exportIt: Offer = { text: words.exportIt, value: { action: 'compile', ...on }, primary: another !== undefined };
  if (!part || another) return [exportIt];
  const id = part.sections.length === 1 ? (part.sections[0]?.id ?? part.id) : part.id;
  const all = partsOf(outline);
  const after = all.slice(all.findIndex((one) => one.id === part.id) + 1);
  const next = after.find(
    (one) => !one.sections.some((section) => report.sections[section.id] ?? report.drafting[section.id]),
  );
  // A chapter nobody has told anything of would be nothing but 〔待补〕: its form is offered instead.
  const asked = next ? slotsUnder(outline, next).filter((slot) => slot.required) : [];
  const told = next && slotsUnder(outline, next).some((slot) => Object.hasOwn(report.facts, slot.id));
  const offer = (to: Part): Offer =>
    asked.length > 0 && !told
      ? { text: words.fillPart(to.name), value: { action: 'fill', section: to.id, ...on } }
      : { text: words.draftNext(to.name), value: { action: 'draft', section: to.id, ...on } };
  return [
    { text: rewriteWords.change, value: { action: 'change_text', section: id, ...on } },
    { text: words.rewriteIt, value: { action: 'rewrite', section: id, ...on } },
    ...(next ? [offer(next)] : []),
    exportIt,
  ];
}
