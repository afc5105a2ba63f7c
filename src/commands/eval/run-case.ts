// One case: its chapters drafted at once and then its rewrites, by drafting as the bot does it. Judges nothing.
import { createDraft } from '../../drafting/draft.ts';
import { mendText } from '../../drafting/mend-text.ts';
import { offeredSlots } from '../../drafting/offer.ts';
import type { DraftedSection } from '../../drafting/port.ts';
import { silentLog } from '../../log.ts';
import type { Model } from '../../model/port.ts';
import { type Section, sectionsOf } from '../../report/outline.ts';
import type { Phrasebook } from '../../report/phrasebook.ts';
import type { Case } from './load-cases.ts';
import { type RawText, recordAnswers } from './record-answers.ts';

/** A section's text in two states: as the model first wrote it (only its braces mended), and as it stands in the report. */
export interface Written {
  section: Section;
  /** '' for a draft. */
  instruction: string;
  /** What it was to differ from. */
  before?: string;
  /** Undefined where the model gave nothing for it. */
  raw: string | undefined;
  final: DraftedSection;
}

interface Writers {
  /** Absent: the phrasebook writes. */
  model?: Model;
  phrasebooks: Record<string, Phrasebook>;
  styles: Record<string, string>;
}

export async function runCase(one: Case, { model, phrasebooks, styles }: Writers): Promise<Written[]> {
  const { outline, year, facts } = one;
  const recorded = model && recordAnswers(model);
  const draft = createDraft({ ...(recorded ? { model: recorded.model } : {}), phrasebooks, styles, log: silentLog });
  const common = { outline, year, facts, seed: 1 };
  const all = sectionsOf(outline);
  const sectionOf = (id: string): Section => all.find((section) => section.id === id) as Section;
  const rawOf = (heard: RawText[] | undefined, drafted: DraftedSection): string | undefined => {
    if (!heard) return drafted.text;
    const said = heard.find((text) => text.section === drafted.section && text.prompt !== 'repair-draft');
    const section = sectionOf(drafted.section);
    const tokens = new Set(['year', ...offeredSlots(section, outline, facts).map(({ slot }) => slot.id)]);
    return said && mendText(said.text, section, tokens);
  };

  const drafts = await Promise.all(
    // Watched, as a card would: only so is the time to the first words known.
    partsOf(one).map((sections) =>
      draft({ ...common, sections, instruction: '', current: {}, onText: () => undefined }),
    ),
  );
  const written: Written[] = drafts.flat().map((final) => ({
    section: sectionOf(final.section),
    instruction: '',
    raw: rawOf(recorded?.heard, final),
    final,
  }));
  for (const { section, instruction } of one.rewrites) {
    const before = written.findLast((text) => text.section.id === section)?.final.text ?? '';
    const from = recorded?.heard.length ?? 0;
    const [final] = await draft({ ...common, sections: [section], instruction, current: { [section]: before } });
    if (!final) continue;
    const raw = rawOf(recorded?.heard.slice(from), final);
    written.push({ section: sectionOf(section), instruction, before, raw, final });
  }
  return written;
}

/** As the bot asks: opening, each chapter, closing; of each only what the case is about. */
function partsOf({ outline, sections }: Case): string[][] {
  const chapters = outline.chapters.map(({ lead, points }) => [...(lead ? [lead] : []), ...points]);
  return [[outline.opening], ...chapters, [outline.closing]]
    .map((part) => part.map(({ id }) => id).filter((id) => sections.includes(id)))
    .filter((part) => part.length > 0);
}
