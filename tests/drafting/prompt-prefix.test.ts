// Requests of one report begin alike to the byte, so that a provider's prompt cache is of use; and what varies stands at the end.
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { createDraft } from '../../src/drafting/draft.ts';
import { silentLog } from '../../src/log.ts';
import { loadPrompts } from '../../src/model/load-prompts.ts';
import type { Model } from '../../src/model/port.ts';
import { fillPrompt } from '../../src/model/prompt-file.ts';
import { sectionsUnder } from '../../src/report/outline.ts';
import { factsFor, truthfulText } from './any-facts.ts';

const catalog = loadCatalog('prompts/outlines');
const prompts = loadPrompts('prompts');

/** The share of each request that the one before it already held. */
function shares(requests: string[]): number[] {
  return requests.slice(1).map((request, at) => {
    const before = requests[at] ?? '';
    let same = 0;
    while (same < request.length && request[same] === before[same]) same += 1;
    return same / request.length;
  });
}

describe.each(catalog.outlines)('$kind', (outline) => {
  const phrasebook = catalog.phrasebooks[outline.kind];
  if (!phrasebook) throw new Error('no phrasebook');
  const facts = factsFor(outline, 5, 0.9);
  /** Writes truly, but for one figure at its first attempt at each chapter. */
  const play = async () => {
    const requests: { prompt: string; text: string }[] = [];
    const model: Model = {
      async ask({ prompt, values, schema }) {
        const file = prompts.get(prompt);
        if (!file) throw new Error(prompt);
        const text = fillPrompt(file, values)
          .map(({ role, content }) => `${role}\n${content}`)
          .join('\n');
        requests.push({ prompt, text });
        const ids = [...text.matchAll(/【小节 (\w+)】/gu)].map(([, id]) => id ?? '');
        const sections = outline.chapters
          .flatMap((chapter) => sectionsUnder(outline, chapter.id))
          .filter((section) => ids.includes(section.id))
          .map((section) => ({
            id: section.id,
            text: `${truthfulText({ outline, phrasebook, facts }, section, 3)}${prompt === 'draft-chapter' ? '又办了99件。' : ''}`,
          }));
        return { value: schema.parse({ sections }), prompt: file.id, model: 'writer' };
      },
    };
    const draft = createDraft({ model, phrasebooks: catalog.phrasebooks, styles: catalog.styles, log: silentLog });
    const common = { outline, year: 2024, facts, current: {}, seed: 1 };
    for (const chapter of outline.chapters) {
      const sections = sectionsUnder(outline, chapter.id).map(({ id }) => id);
      await draft({ ...common, sections, instruction: '' });
    }
    const [section] = outline.chapters[0]?.points ?? [];
    if (section)
      await draft({ ...common, sections: [section.id], instruction: '再朴实些', current: { [section.id]: '旧稿。' } });
    return requests;
  };

  it('shares at least 80% from chapter to chapter, and with repairs and rewrites', async () => {
    const requests = await play();
    const drafts = requests.filter(({ prompt }) => prompt === 'draft-chapter').map(({ text }) => text);
    expect(drafts).toHaveLength(outline.chapters.length);
    expect(requests.some(({ prompt }) => prompt === 'repair-draft')).toBe(true);
    expect(requests.some(({ prompt }) => prompt === 'rewrite-section')).toBe(true);
    const all = shares(requests.map(({ text }) => text));
    expect(Math.min(...shares(drafts))).toBeGreaterThan(0.8);
    expect(Math.min(...all)).toBeGreaterThan(0.7);
    expect(all.reduce((sum, one) => sum + one, 0) / all.length).toBeGreaterThan(0.8);
  });
});

it('the rules are the same words in every prompt that writes', () => {
  const [first, ...others] = ['draft-chapter', 'repair-draft', 'rewrite-section'].map(
    (name) => prompts.get(name)?.messages.find(({ role }) => role === 'system')?.content,
  );
  expect(first?.length).toBeGreaterThan(1000);
  for (const other of others) expect(other).toBe(first);
});
