// From a send_file effect to the file itself: the heads as they stood when it was decided, assembled and laid out.
import type { Effect } from './conversation/effect.ts';
import { assemble } from './report/assemble.ts';
import type { ReportDocument } from './report/document.ts';
import type { Facts } from './report/fact.ts';
import type { Outline } from './report/outline.ts';
import type { Version } from './report/report.ts';
import type { Store } from './store/store.ts';

type SendFile = Extract<Effect, { type: 'send_file' }>;

interface Needs {
  store: Pick<Store, 'getValue'>;
  createDocx: (document: ReportDocument, meta: { createdAt: number }) => Promise<Uint8Array>;
}

/** Made again after a crash it is the same file: everything it is made of is immutable, and `createdAt` is the effect's. */
export function createMakeFile({ store, createDocx }: Needs) {
  return async (effect: SendFile, createdAt: number): Promise<{ name: string; bytes: Uint8Array }> => {
    const texts: Record<string, string> = {};
    for (const [section, key] of Object.entries(effect.sections))
      texts[section] = ((await store.getValue(key)) as Version).text;
    const outline = (await store.getValue(effect.outline)) as Outline;
    const facts = (await store.getValue(effect.facts)) as Facts;
    const document = assemble({ outline, year: effect.year, facts, texts });
    return { name: effect.name, bytes: await createDocx(document, { createdAt }) };
  };
}
