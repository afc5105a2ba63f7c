// From a send_file effect to the file itself: the heads as they stood when it was decided, assembled and laid out.
import type { Effect } from './conversation/effect.ts';
import { nameOf } from './conversation/plan.ts';
import { createDocx, type DocxOptions } from './documents/docx.ts';
import { createLedger } from './documents/ledger.ts';
import { createMarkdown } from './documents/markdown.ts';
import { ServiceError } from './errors.ts';
import { assemble, documentText } from './report/assemble.ts';
import type { ReportDocument } from './report/document.ts';
import type { Fact, Facts, Person } from './report/fact.ts';
import { ledgerOf, proveLedger } from './report/ledger.ts';
import { markOpen } from './report/mark-open.ts';
import type { Outline } from './report/outline.ts';
import type { SentFile, Version } from './report/report.ts';
import { speak } from './report/speak.ts';
import type { Store } from './store/store.ts';

type SendFile = Extract<Effect, { type: 'send_file' }>;

interface Needs {
  store: Pick<Store, 'getValue'>;
}

interface Made {
  document: ReportDocument;
  outline: Outline;
  facts: Facts;
  /** Who wrote a section's words, where it was a person. */
  authors: Record<string, { by: Person; at: number }>;
}

/** Made again after a crash it is the same file: everything it is made of is immutable, and `createdAt` is the effect's. */
export function createMakeFile({ store }: Needs) {
  async function assembled(file: Pick<SentFile, 'outline' | 'facts' | 'sections' | 'year'>): Promise<Made> {
    const texts: Record<string, string> = {};
    const authors: Made['authors'] = {};
    for (const [section, key] of Object.entries(file.sections)) {
      const { text, by, at } = (await store.getValue(key)) as Version;
      texts[section] = text;
      if (by.type === 'person') authors[section] = { by: by.person, at };
    }
    const outline = (await store.getValue(file.outline)) as Outline;
    const facts = (await store.getValue(file.facts)) as Facts;
    return { document: assemble({ outline, year: file.year, facts, texts }), outline, facts, authors };
  }

  async function earlierOf(facts: Facts): Promise<Record<string, Fact[]>> {
    const found: Record<string, Fact[]> = {};
    for (const [slot, fact] of Object.entries(facts)) {
      const values = await Promise.all((fact.earlier ?? []).map((key) => store.getValue(key)));
      found[slot] = values.filter((value) => value !== undefined) as Fact[];
    }
    return found;
  }

  async function ledger({ document, outline, facts, authors }: Made, createdAt: number): Promise<Uint8Array> {
    const rows = ledgerOf({ document, outline, facts, authors, earlier: await earlierOf(facts) });
    const wrong = proveLedger(document, rows);
    if (wrong.length > 0) {
      throw new ServiceError(
        'corrupt',
        `The ledger and the text do not agree at ${wrong.length} places; it was not sent`,
      );
    }
    const placed = rows.map((row) => ({
      ...row,
      place: row.section === 'title' ? '标题' : nameOf(outline, row.section),
    }));
    return createLedger(document.title.replaceAll('\n', ''), placed, { createdAt });
  }

  return async (effect: SendFile, createdAt: number): Promise<{ name: string; bytes: Uint8Array }> => {
    const written = await assembled(effect);
    const made = effect.speech ? { ...written, document: speak(written.document, effect.speech) } : written;
    const shown = effect.open ? markOpen(made.document, effect.open) : made.document;
    const docx = async (more: Partial<DocxOptions>) => createDocx(shown, { createdAt, ...more });
    const words = (text: string): Uint8Array => new TextEncoder().encode(text);
    const { name } = effect;
    switch (effect.as) {
      case 'ledger':
        return { name, bytes: await ledger(made, createdAt) };
      case 'markdown':
        return { name, bytes: words(createMarkdown(made.document)) };
      case 'text':
        // A byte-order mark: Notepad on an old Windows would otherwise take it for GBK.
        return { name, bytes: words(`\ufeff${documentText(made.document)}\n`) };
      case 'large':
        return { name, bytes: await docx({ print: 'large' }) };
      case 'contents':
        return { name, bytes: await docx({ contents: true }) };
      case 'notes':
        return { name, bytes: await docx({ notes: effect.notes ?? [] }) };
      case 'changes':
        return { name, bytes: await docx(effect.before ? { before: (await assembled(effect.before)).document } : {}) };
      default:
        return { name, bytes: await docx({}) };
    }
  };
}
