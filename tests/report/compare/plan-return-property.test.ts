// Whatever is done to a file before it comes back: every paragraph of it is in the report afterwards, and no figure changes unasked.
import { describe, expect, it } from 'vitest';
import { findFigures } from '../../../src/figures/index.ts';
import type { FileParagraph } from '../../../src/report/file-text.ts';
import { bare, baseOf, kinds, missingIn, paragraphsOf, planFor, randomFrom, takenIn } from './returned-files.ts';

const sentences = [
  '新修订的制度已经印发，各支部都学了一遍。',
  '群众来信逐件回复，没有拖到下个月。',
  '补上了台账里缺的签字。',
];
const titles = ['强基固本抓实日常', '把账算清、把话说透', '勤下基层，多解难题'];

/** One change of a random kind; never of the title or the signature. */
function edit(list: FileParagraph[], next: (below: number) => number): string {
  const texts = list
    .map((one, at) => ({ one, at }))
    .filter(({ one, at }) => at > 0 && one.heading === undefined && one.text.length > 30);
  const pick = texts[next(texts.length)];
  if (!pick) return 'nothing';
  const { one, at } = pick;
  const put = (text: string): void => {
    list[at] = { ...one, text };
  };
  switch (next(10)) {
    case 0: {
      const from = 12 + next(Math.max(1, one.text.length - 16));
      put(`${one.text.slice(0, from)}切实${one.text.slice(from)}`);
      return 'words put in';
    }
    case 1: {
      const figures = findFigures(one.text).filter(({ text }) => /^\d/u.test(text) && text.length > 1);
      const figure = figures[next(Math.max(1, figures.length))];
      if (!figure) return 'no figure';
      put(
        `${one.text.slice(0, figure.start)}${figure.text.replace(/\d+/u, (amount) => String(Number(amount) + 1))}${one.text.slice(figure.end)}`,
      );
      return 'figure changed';
    }
    case 2:
      put(one.text + sentences[next(3)]);
      return 'sentence added';
    case 3:
      list.splice(at, 1);
      return 'paragraph deleted';
    case 4:
      list.splice(at + 1, 0, { text: sentences[next(3)] ?? '' });
      return 'paragraph inserted';
    case 5: {
      const other = texts[next(texts.length)];
      if (!other) return 'nothing';
      list[at] = other.one;
      list[other.at] = one;
      return 'paragraphs swapped';
    }
    case 6: {
      if (list[at + 1]?.heading !== undefined || !list[at + 1]) return 'nothing';
      put(one.text + (list[at + 1]?.text ?? ''));
      list.splice(at + 1, 1);
      return 'paragraphs joined';
    }
    case 7: {
      const cut = one.text.indexOf('。', 20) + 1;
      if (cut <= 0 || cut >= one.text.length) return 'nothing';
      list.splice(at, 1, { text: one.text.slice(0, cut) }, { text: one.text.slice(cut) });
      return 'paragraph split';
    }
    case 8: {
      const chapters = list.flatMap((each, nth) => (each.heading === 1 ? [nth] : []));
      const nth = chapters[next(chapters.length)] ?? 0;
      const mark = /^[一二三四五六七八九十]+、/u.exec(list[nth]?.text ?? '')?.[0] ?? '';
      list[nth] = { text: mark + (titles[next(3)] ?? ''), heading: 1 };
      return 'chapter retitled';
    }
    default: {
      const lead = /^[一二三四五六七八九十]+是[^。]+(?=。)/u.exec(one.text)?.[0];
      if (lead === undefined) return 'nothing';
      const mark = lead.slice(0, lead.indexOf('是') + 1);
      put(mark + (titles[next(3)] ?? '') + one.text.slice(lead.length));
      return 'point retitled';
    }
  }
}

describe.each(kinds)('%s', (kind) => {
  it('takes every edited file back word for word and asks about every figure that is another', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const next = randomFrom(seed * 7 + 3);
      const base = baseOf(kind, seed % 12, [1, 0.8, 0.5][seed % 3]);
      const list = paragraphsOf(base);
      const done = Array.from({ length: 1 + next(6) }, () => edit(list, next));
      const told = `seed ${seed}: ${done.join(', ')}`;
      const plan = planFor(base, list);
      const report = takenIn(base, plan);
      expect(missingIn(report, list, plan.compared.notes), told).toEqual([]);
      // Nothing is put in that neither they nor we wrote.
      const theirs = list.map(({ text }) => bare(text)).join('\n');
      const others = paragraphsOf(report)
        .filter(({ text }) => !text.includes('〔本节尚未起草〕'))
        .map(({ text }) => bare(text));
      const ours = others.flatMap((text) => text.split(/(?<=[。；])/u)).filter((one) => !theirs.includes(bare(one)));
      expect(ours, told).toEqual([]);
      // A figure that was printed nowhere before is asked about.
      const before = paragraphsOf(base)
        .map(({ text }) => text)
        .join('\n');
      const asked = [...plan.texts.flatMap((one) => one.typed), ...plan.headed].map(({ text }) => text);
      const fresh = findFigures(list.map(({ text }) => text).join('\n'))
        .map(({ text }) => text)
        .filter((text) => !before.includes(text));
      expect(
        fresh.filter((text) => !asked.includes(text)),
        told,
      ).toEqual([]);
    }
  });
});
