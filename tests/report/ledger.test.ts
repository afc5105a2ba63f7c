// The figure ledger: one row per place of a figure, with who gave it; text and ledger agree on generated reports.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { findFigures } from '../../src/figures/index.ts';
import { assemble, documentText } from '../../src/report/assemble.ts';
import type { ReportDocument, Span } from '../../src/report/document.ts';
import type { Facts, FactValue } from '../../src/report/fact.ts';
import { type LedgerRow, ledgerOf, proveLedger } from '../../src/report/ledger.ts';
import { sectionsOf } from '../../src/report/outline.ts';
import { phraseSection } from '../../src/report/phrasebook.ts';
import { factsOf, outline as small } from './small-outline.ts';

const catalog = loadCatalog('prompts/outlines');
const document = (spans: Span[], heading = '一、保障供水'): ReportDocument => ({
  title: '2023年水务工作总结',
  opening: [],
  chapters: [{ id: 'supply', heading, paragraphs: [{ section: 'mains', spans }] }],
  closing: [],
  signature: { name: '', date: '' },
});
const words = (text: string): Span => ({ text, from: 'text' });
const sold: FactValue = { type: 'figure', quantity: { amount: '461.38', scale: '亿', unit: '元', approximation: '' } };
const rowsOf = (spans: Span[], facts: Facts, more: Partial<Parameters<typeof ledgerOf>[0]> = {}): LedgerRow[] =>
  ledgerOf({ document: document(spans), outline: small, facts, ...more });

describe('a row of the ledger', () => {
  const given = factsOf({ sold });
  const fact = given.sold;
  if (!fact) throw new Error('no fact');

  it('says where the figure stands, how it is printed, what it is and who gave it when in which words', () => {
    const facts: Facts = {
      sold: {
        ...fact,
        status: 'flash',
        scope: '全县',
        asOf: '12月20日',
        source: { by: { id: 'ou_1', name: '王芳' }, office: '国库科', at: 1000, event: 'om_1', words: '售水461.38亿' },
        print: { wish: { type: 'about' }, by: { id: 'ou_2', name: '李明' }, at: 2000 },
        confirmed: { by: { id: 'ou_1', name: '王芳' }, at: 3000 },
      },
    };
    const spans = [
      words('年初部署。售水收入'),
      { text: '460余亿元', from: 'fact' as const, slot: 'sold' },
      words('，创收稳定。其他。'),
    ];
    expect(rowsOf(spans, facts)).toEqual([
      {
        section: 'mains',
        sentence: '售水收入460余亿元，创收稳定。',
        item: '售水收入',
        printed: '460余亿元',
        exact: '461.38亿元',
        slot: 'sold',
        status: 'flash',
        scope: '全县',
        asOf: '12月20日',
        giver: '国库科（王芳）',
        at: 1000,
        words: '售水461.38亿',
        computed: '',
        wish: '李明定，写作“460余亿元”',
        earlier: [],
        confirmed: { by: { id: 'ou_1', name: '王芳' }, at: 3000 },
      },
    ]);
  });

  it('names what stood there before, but not the same value said twice', () => {
    const before = { ...fact, value: { ...sold, quantity: { ...sold.quantity, amount: '455' } } };
    const spans: Span[] = [{ text: '461.38亿元', from: 'fact', slot: 'sold' }];
    const [row] = rowsOf(spans, given, { earlier: { sold: [fact, before] } });
    expect(row?.earlier.map((one) => one.exact)).toEqual(['455亿元']);
  });

  it('of a computed figure says how, and names nobody', () => {
    const outline = {
      ...small,
      slots: small.slots.map((one) => (one.id === 'lost' ? { ...one, derived: 'sold / 2' } : one)),
    };
    const facts: Facts = { ...given, lost: { ...fact, slot: 'lost', derived: ['sold'] } };
    const spans: Span[] = [{ text: '461.38亿元', from: 'fact', slot: 'lost' }];
    const [row] = ledgerOf({ document: document(spans), outline, facts });
    expect(row).toMatchObject({ computed: '售水收入÷2', giver: '', words: '', at: 0 });
  });

  it('stands for a figure that a person typed, with that person and no record', () => {
    const authors = { mains: { by: { id: 'ou_3', name: '赵刚' }, at: 5000 } };
    const [row] = rowsOf([words('另有专项排查4项。')], {}, { authors });
    expect(row).toMatchObject({ item: '', exact: '', printed: '4项', giver: '赵刚', at: 5000 });
  });

  it('stands for each figure inside a narrative fact, and for the phrase printed for zero', () => {
    const facts = factsOf({ works: { type: 'list', items: ['新建泵站3座', '改造管网12公里'] }, sold });
    const spans: Span[] = [
      { text: '新建泵站3座、改造管网12公里', from: 'fact', slot: 'works' },
      words('，收入'),
      { text: '持平', from: 'fact', slot: 'sold' },
    ];
    expect(rowsOf(spans, facts).map((row) => [row.item, row.printed])).toEqual([
      ['重点工程', '3座'],
      ['重点工程', '12公里'],
      ['售水收入', '持平'],
    ]);
  });

  it('is there for a figure in a heading, and not for the year, a gap or an ordinal', () => {
    const gap: Span = { text: '〔待补：第2季度售水12万吨〕', from: 'missing', slot: 'sold' };
    const found = ledgerOf({
      document: document([words('第一，2023年'), gap], '一、供水30万户'),
      outline: small,
      facts: {},
    });
    expect(found.map((row) => [row.section, row.printed])).toEqual([['supply', '30万户']]);
  });
});

describe('text and ledger', () => {
  it.each(catalog.outlines)('agree on generated reports of $kind', (outline) => {
    const phrasebook = catalog.phrasebooks[outline.kind];
    if (!phrasebook) throw new Error('no phrasebook');
    const standing = fc.array(fc.boolean(), { minLength: 30, maxLength: 60 });
    fc.assert(
      fc.property(standing, fc.nat({ max: 9999 }), (chosen, from) => {
        const values = outline.slots.flatMap((slot, n): [string, FactValue][] => {
          if (!chosen[n % chosen.length]) return [];
          if (slot.type === 'list') return [[slot.id, { type: 'list', items: ['走访企业35家', '办实事'] }]];
          if (slot.type !== 'figure') return [[slot.id, { type: 'text', text: '某项工作' }]];
          const amount = String((from % 40) + (n % 7));
          const quantity = { amount, scale: slot.scale ?? '', unit: slot.unit ?? '', approximation: '' };
          return [[slot.id, { type: 'figure', quantity }]];
        });
        const facts = factsOf(Object.fromEntries(values));
        const texts = Object.fromEntries(
          sectionsOf(outline).map(({ id }) => [
            id,
            phraseSection({ outline, phrasebook, section: id, facts, seed: from }),
          ]),
        );
        const report = assemble({ outline, year: 2023, facts, texts });
        const rows = ledgerOf({ document: report, outline, facts });
        expect(proveLedger(report, rows)).toEqual([]);
        // Independently: every figure of the whole text, gaps taken out, lies in the printed form of a row.
        const text = documentText(report).replace(/〔待[补核]：[^〕]*〕/gu, '');
        for (const figure of findFigures(text))
          expect(rows.some((row) => row.printed.includes(figure.text))).toBe(true);
        expect(rows.every((row) => row.item !== '' || findFigures(outline.title + row.sentence).length > 0)).toBe(true);
        // The outline's phrase for zero reads as no figure; nobody could tell from the text that its row is gone.
        const legible = rows.flatMap((row, n) => (findFigures(row.printed).length > 0 ? [n] : []));
        const at = legible[from % legible.length];
        if (at === undefined) return;
        expect(proveLedger(report, rows.toSpliced(at, 1)), 'a row lost').not.toEqual([]);
        const wrong = rows.map((row, n) => (n === at ? { ...row, printed: '98765个' } : row));
        expect(proveLedger(report, wrong), 'a row changed').not.toEqual([]);
      }),
      { seed: 77, numRuns: 60 },
    );
  });
});
