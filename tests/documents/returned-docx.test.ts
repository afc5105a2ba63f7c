// Our own Word file edited in every way people edit one, read back, and compared with what was sent.
import { beforeAll, describe, expect, it } from 'vitest';
import { createDocx } from '../../src/documents/docx.ts';
import { readFile } from '../../src/documents/read-file.ts';
import { assemble } from '../../src/report/assemble.ts';
import {
  compareDocument,
  type DocumentComparison,
  type ReturnedSection,
} from '../../src/report/compare/compare-document.ts';
import type { ReturnPlan } from '../../src/report/compare/plan-return.ts';
import { sentDocument } from '../../src/report/compare/sent-document.ts';
import type { FileParagraph } from '../../src/report/file-text.ts';
import { baseOf, missingIn, planFor, takenIn } from '../report/compare/returned-files.ts';
import { editDocx, type Para } from './edit-docx.ts';

const base = baseOf('party-building', 4);
let file: Uint8Array;
beforeAll(async () => {
  file = await createDocx(assemble(base), { createdAt: 0 });
});

const at = (list: Para[], start: string): number => {
  const found = list.findIndex(({ text }) => text.startsWith(start));
  if (found < 0) throw new Error(`no paragraph begins with ${start}`);
  return found;
};
const find = (list: Para[], start: string): Para => list[at(list, start)] as Para;
const point = {
  theory: '二是坚持不懈',
  politics: '三是毫不放松',
  branches: '二是扎实推进',
  cadres: '三是用心抓好',
  rural: '四是同心协力',
};

async function back(
  edit: (list: Para[]) => Para[] | undefined,
): Promise<{ paragraphs: FileParagraph[]; compared: DocumentComparison; plan: ReturnPlan }> {
  const read = await readFile({ name: '改.docx', bytes: editDocx(file, edit) });
  if (read.type !== 'read') throw new Error(read.problem);
  const { paragraphs } = read.file;
  const compared = compareDocument(sentDocument(base), paragraphs);
  const plan = planFor(base, paragraphs);
  // Whatever was done: every paragraph stands in the report afterwards.
  expect(missingIn(takenIn(base, plan), paragraphs, [...compared.notes, ...Object.values(compared.signature)])).toEqual(
    [],
  );
  return { paragraphs, compared, plan };
}

const sections = ({ opening, chapters, closing }: DocumentComparison): ReturnedSection[] =>
  [opening, ...chapters.flatMap((one) => one.sections), closing].flatMap((one) => one ?? []);
/** What was done to whom, `id:change`. */
const done = (compared: DocumentComparison): string[] => [
  ...sections(compared).flatMap(({ id = 'new', change, retitled, moved, merged, splitFrom }) => [
    ...(change === 'same' ? [] : [`${id}:${change}`]),
    ...(retitled ? [`${id}:retitled`] : []),
    ...(moved ? [`${id}:moved`] : []),
    ...merged.map((one) => `${id}<${one}`),
    ...(splitFrom === undefined ? [] : [`${id}>${splitFrom}`]),
  ]),
  ...compared.chapters.flatMap((one) => [
    ...(one.id === undefined ? [`chapter:${one.heading}`] : []),
    ...(one.retitled ? [`${one.id}:retitled`] : []),
    ...(one.moved ? [`${one.id}:moved`] : []),
  ]),
  ...compared.deleted.map((id) => `${id}:deleted`),
  ...(compared.title === undefined ? [] : ['title']),
  ...Object.keys(compared.signature),
];

const kinds: [string, (list: Para[]) => Para[] | undefined, string[]][] = [
  ['nothing', () => undefined, []],
  [
    'words replaced',
    (list) => {
      const one = find(list, point.politics);
      one.text = one.text.replace('。', '。对照党章逐条检视，');
      return list;
    },
    ['politics:edited'],
  ],
  ['a point deleted', (list) => list.toSpliced(at(list, point.rural), 1), ['rural:deleted']],
  [
    'a point inserted',
    (list) => list.toSpliced(at(list, point.cadres) + 1, 0, { text: '四是关爱老党员。逢节必访，有难必帮。' }),
    ['new:new'],
  ],
  [
    'points swapped and numbered anew',
    (list) => {
      const [one, two] = [at(list, point.branches), at(list, point.cadres)];
      const texts = [list[one]?.text ?? '', list[two]?.text ?? ''];
      (list[one] as Para).text = (texts[1] ?? '').replace('三是', '二是');
      (list[two] as Para).text = (texts[0] ?? '').replace('二是', '三是');
      return list;
    },
    ['branches:moved'],
  ],
  [
    'two points merged',
    (list) => {
      const from = at(list, point.cadres);
      const one = find(list, point.branches);
      one.text += (list[from]?.text ?? '').replace('三是', '');
      return list.toSpliced(from, 1);
    },
    ['branches:edited', 'branches<cadres'],
  ],
  [
    'a point retitled',
    (list) => {
      const one = find(list, point.theory);
      one.text = one.text.replace('坚持不懈强化理论武装', '学深学透创新理论');
      return list;
    },
    ['theory:edited', 'theory:retitled'],
  ],
  [
    'a chapter retitled',
    (list) => {
      find(list, '二、').text = '二、把基层基础打得更牢';
      return list;
    },
    ['organization:retitled'],
  ],
  [
    'a chapter moved',
    (list) => {
      const [from, to] = [at(list, '三、'), at(list, '四、')];
      const chapter = list.splice(from, to - from);
      return list.toSpliced(at(list, '二、'), 0, ...chapter);
    },
    ['responsibility:moved', 'branches:moved', 'cadres:moved', 'organization:moved'],
  ],
  [
    'a new chapter',
    (list) =>
      list.toSpliced(
        at(list, '七、'),
        0,
        { ...find(list, '七、'), text: '七、党费使用情况' },
        { text: '全年党费按规定收缴使用，账目公开。' },
      ),
    ['new:new', 'chapter:党费使用情况'],
  ],
  [
    'points numbered （一）',
    (list) => {
      for (const one of list) one.text = one.text.replace(/^([一二三四])是/u, '（$1）');
      return list;
    },
    [],
  ],
  [
    'points numbered 1.',
    (list) => {
      for (const one of list)
        one.text = one.text.replace(/^([一二三四])是/u, (_, number: string) => `${'一二三四'.indexOf(number) + 1}.`);
      return list;
    },
    [],
  ],
  [
    'numbers lost to automatic numbering',
    (list) => {
      for (const one of list) one.text = one.text.replace(/^(?:[一二三四]是|[一二三四五六七]、)/u, '');
      return list;
    },
    [],
  ],
  ['levels of headings lost', (list) => list.map((one) => ({ ...one, plain: true as const })), []],
  [
    'spaces and widths as another program saves them',
    (list) => {
      for (const one of list)
        one.text = one.text.replace(/(\d+)/gu, ' $1 ').replace(/[“”]/gu, '"').replace(/，/gu, ',').replace(/；/gu, ';');
      return list;
    },
    [],
  ],
  [
    'a paragraph parted in two',
    (list) => {
      const index = at(list, point.branches);
      const one = list[index] as Para;
      const cut = one.text.indexOf('。', 30) + 1;
      return list.toSpliced(index, 1, { ...one, text: one.text.slice(0, cut) }, { text: one.text.slice(cut) });
    },
    ['branches:edited'],
  ],
  [
    'a heading on a line of its own',
    (list) => {
      const index = at(list, point.branches);
      const one = list[index] as Para;
      const cut = one.text.indexOf('。');
      return list.toSpliced(index, 1, { ...one, text: one.text.slice(0, cut) }, { text: one.text.slice(cut + 1) });
    },
    [],
  ],
  [
    'a deletion tracked',
    (list) => {
      find(list, point.rural).tracked = 'deleted';
      return list;
    },
    ['rural:deleted'],
  ],
  [
    'an insertion tracked',
    (list) =>
      list.toSpliced(at(list, point.cadres) + 1, 0, {
        text: '四是关爱老党员。逢节必访，有难必帮。',
        tracked: 'inserted',
      }),
    ['new:new'],
  ],
  [
    'another title',
    (list) => {
      (list[0] as Para).text = '2025年度党委书记抓基层党建工作述职报告';
      return list;
    },
    ['title'],
  ],
  [
    'a signature',
    (list) => {
      (list.at(-2) as Para).text = '王芳';
      (list.at(-1) as Para).text = '2026年1月16日';
      return list;
    },
    ['name', 'date'],
  ],
  ['notes after the end', (list) => [...list, { text: '修改说明：' }, { text: '第二部分请支部再核一遍。' }], []],
  ['a note before the title', (list) => [{ text: '请张处审阅后退我，急。' }, ...list], []],
];

describe('a file that comes back with', () => {
  it.each(kinds)('%s', async (_, edit, expected) => {
    const { compared } = await back(edit);
    expect(done(compared)).toEqual(expected);
  });

  it('nothing changed is the same to the letter', async () => {
    expect((await back(() => undefined)).compared.identical).toBe(true);
  });

  it('notes keeps them apart from the text', async () => {
    const { compared } = await back((list) => [...list, { text: '修改说明：' }, { text: '第二部分请支部再核一遍。' }]);
    expect(compared.notes).toEqual(['修改说明：', '第二部分请支部再核一遍。']);
    expect(compared.identical).toBe(false);
  });

  it('one comma put right takes that in', async () => {
    const { compared } = await back((list) => {
      const one = find(list, point.politics);
      one.text = one.text.replace('，', ',');
      return list;
    });
    expect(done(compared)).toEqual(['politics:edited']);
  });

  it('one figure changed tells which, and leaves the others to their facts', async () => {
    const { plan } = await back((list) => {
      const one = find(list, point.cadres);
      one.text = one.text.replace(
        /(\d+)(余?)人次/u,
        (_, amount: string, about: string) => `${Number(amount) + 1}${about}人次`,
      );
      return list;
    });
    const typed = plan.texts.flatMap((one) => one.typed);
    expect(typed.map(({ slot }) => slot)).toEqual(['post_promotions']);
    expect(typed[0]?.before).toBeDefined();
    expect(plan.texts[0]?.text).toContain('{{rank_promotions}}');
    expect(plan.texts[0]?.text).toContain(typed[0]?.text);
  });

  it('two figures changed for each other asks about both', async () => {
    const { plan } = await back((list) => {
      const one = find(list, point.cadres);
      const [first = '', second = ''] = one.text.match(/\d+余?人次/gu) ?? [];
      one.text = one.text.replace(first, '甲').replace(second, first).replace('甲', second);
      return list;
    });
    expect(plan.texts.flatMap((one) => one.typed).map(({ slot }) => slot)).toEqual([
      'post_promotions',
      'rank_promotions',
    ]);
  });

  it('a figure taken out tells that it is told no more', async () => {
    const { plan } = await back((list) => {
      const one = find(list, point.cadres);
      one.text = one.text.replace(/[^。]*\d+余?期。?/u, '');
      return list;
    });
    expect(plan.texts.flatMap((one) => one.untold)).toContain('trainings');
  });
});
