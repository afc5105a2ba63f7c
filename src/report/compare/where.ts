// Where in what was sent the words of a paragraph stood: by its sentences, the same or nearly so. Pure.
import { bareOf, likeness, sentencesOf } from './alike.ts';
import type { SentDocument } from './sent-document.ts';

interface Whereabouts {
  /** The section most of it stood in; undefined when nearly nothing of it stood anywhere. */
  section?: string;
  /** Which paragraph of that section, 0 for the first. */
  line: number;
  /** How much of it stood somewhere, 0 to 1. */
  share: number;
  /** Characters by section. */
  by: Map<string, number>;
}

interface Sentence {
  section: string;
  line: number;
  text: string;
  bare: string;
}

const NEARLY = 0.5;
const made = new WeakMap<SentDocument, (text: string) => Whereabouts>();

/** Made once for a document: asked of every paragraph more than once. */
export function createWhere(sent: SentDocument): (text: string) => Whereabouts {
  const known = made.get(sent);
  if (known) return known;
  const sentences = sent.sections.flatMap((section): Sentence[] => {
    const printed = section.text.split('\n');
    const headed = section.heading === '' || section.text.startsWith(section.heading) ? [] : [`${section.heading}。`];
    return [
      ...headed.map((text) => ({ section: section.id, line: 0, text, bare: bareOf(text) })),
      ...printed.flatMap((one, line) =>
        sentencesOf(one).map((text) => ({ section: section.id, line, text, bare: bareOf(text) })),
      ),
    ];
  });
  const exact = new Map<string, Sentence>();
  for (const one of sentences) if (!exact.has(one.bare)) exact.set(one.bare, one);
  const answers = new Map<string, Whereabouts>();
  const where = (text: string): Whereabouts => {
    const before = answers.get(text);
    if (before) return before;
    const answer = look(text);
    answers.set(text, answer);
    return answer;
  };
  made.set(sent, where);
  return where;

  function look(text: string): Whereabouts {
    const by = new Map<string, number>();
    const lines = new Map<string, number>();
    let whole = 0;
    let found = 0;
    for (const sentence of sentencesOf(text)) {
      const bare = bareOf(sentence);
      whole += bare.length;
      const near = exact.get(bare) ?? nearest(sentence, bare);
      if (!near) continue;
      const weight = bare.length * (near.bare === bare ? 1 : likeness(near.text, sentence));
      found += weight;
      by.set(near.section, (by.get(near.section) ?? 0) + weight);
      const key = `${near.section}/${near.line}`;
      lines.set(key, (lines.get(key) ?? 0) + weight);
    }
    const [section] = [...by].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0] as [string, number]);
    const own = [...lines].filter(([key]) => key.startsWith(`${section}/`));
    const [line] = own.reduce((a, b) => (b[1] > a[1] ? b : a), ['/0', 0] as [string, number]);
    return {
      ...(section === '' ? {} : { section }),
      line: Number(line.slice(line.lastIndexOf('/') + 1)),
      share: whole === 0 ? 0 : found / whole,
      by,
    };
  }

  function nearest(sentence: string, bare: string): Sentence | undefined {
    if (bare.length < 6) return undefined;
    let best: Sentence | undefined;
    let score = NEARLY;
    for (const one of sentences) {
      if (one.bare.length > bare.length * 3 || bare.length > one.bare.length * 3) continue;
      const like = likeness(one.text, sentence);
      if (like > score) {
        best = one;
        score = like;
      }
    }
    return best;
  }
}
