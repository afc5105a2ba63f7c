// Old and new of a rewritten section, with what differs marked; the new one stands already. Data only.
import type { Block, Card } from '../card.ts';
import { nameOf, type Part } from '../plan.ts';
import { rewriteWords } from '../rewrite-wording.ts';
import type { Scene } from '../turn.ts';
import { cut } from '../value.ts';
import { textOfPart } from '../view.ts';
import { words } from '../wording.ts';
import { button, type Offer } from './choice-card.ts';
import { differenceBlocks } from './versions-card.ts';

/** All of it must fit one card; the whole text is had by asking for it. */
const TEXT_SHOWN = 2800;
const CLEAN_SHOWN = 1500;
const INSTRUCTION_CARRIED = 300;

export interface Comparison {
  before: string;
  instruction: string;
  notes: string[];
  /** What became of it: nothing can be pressed any more. */
  done?: string;
}

export function comparisonCard(scene: Scene, part: Part, { before, instruction, notes, done }: Comparison): Card {
  const { report, outline } = scene;
  const id = part.sections.length === 1 ? (part.sections[0]?.id ?? part.id) : part.id;
  const after = textOfPart(scene, part);
  const on = { report: report.id, section: id };
  // Which versions it shows: a press is about these, whatever stands there by then.
  const of = part.sections.map((one) => `${one.id}=${report.sections[one.id]?.number ?? 0}`).join(',');
  const wish = cut(instruction, INSTRUCTION_CARRIED);
  const both: Offer[] = [
    { text: rewriteWords.keep, value: { action: 'keep_text', of, ...on }, primary: true },
    { text: rewriteWords.onceMore, value: { action: 'once_more', of, instruction: wish, ...on } },
    { text: rewriteWords.change, value: { action: 'change_text', ...on } },
    { text: rewriteWords.giveBack, value: { action: 'old_text', of, ...on } },
  ];
  const difference: Block[] =
    before === after
      ? [
          { type: 'text', text: cut(after, TEXT_SHOWN) },
          { type: 'text', text: words.unchanged, tone: 'warn' },
        ]
      : differenceBlocks(before, after, [words.oldText, words.newText]);
  // Where nothing changed there is nothing to keep or give back.
  const offers = before === after ? both.slice(1, 3) : both;
  const marked = difference.some((block) => block.type === 'marked');
  const blocks: Block[] = [
    ...(instruction === ''
      ? []
      : [{ type: 'text' as const, text: words.asYouSaid(cut(wish, 200)), tone: 'muted' as const }]),
    ...difference,
    ...(marked && after.length <= CLEAN_SHOWN
      ? [{ type: 'fold' as const, title: rewriteWords.cleanText, blocks: [{ type: 'text' as const, text: after }] }]
      : []),
    ...notes.map((note) => ({ type: 'text' as const, text: cut(note, 300), tone: 'muted' as const })),
    done === undefined ? { type: 'buttons', buttons: offers.map(button) } : { type: 'text', text: done, tone: 'good' },
  ];
  return { title: words.rewritten(nameOf(outline, id)), tone: done === undefined ? 'blue' : 'green', blocks };
}
