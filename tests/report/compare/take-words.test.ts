// A figure that came back in other signs is the figure it was; a new one beside it is new.
import { describe, expect, it } from 'vitest';
import { assemble } from '../../../src/report/assemble.ts';
import { takeWords } from '../../../src/report/compare/take-words.ts';
import { ledgerOf } from '../../../src/report/ledger.ts';
import { proveDocument } from '../../../src/report/prove-document.ts';
import { figure, outline } from '../small-outline.ts';

const source = { by: { id: 'u', name: '王芳' }, at: 1, event: 'e', words: '' };
const context = {
  outline,
  year: 2023,
  section: 'mains',
  facts: Object.fromEntries(
    [
      ['pumps', figure('14', '台')],
      ['households', figure('106', '户')],
    ].map(([slot, value]) => [slot, { slot, value, source, status: 'given' }]),
  ) as never,
};
const before = '全年更换水泵{{pumps}}，新通水{{households}}，群众满意。';
const take = (put: string) => takeWords(before, context, put);
const unproved = (text: string, facts: never = context.facts) =>
  proveDocument(assemble({ outline, year: 2023, facts, texts: { mains: text } })).map(({ quote }) => quote);

describe('figures of a returned text', () => {
  it('written in other signs are told, and no question', () => {
    const put = '全年更换水泵十四台，新通水一百零六户，群众满意。';
    const made = take(put);
    expect([made.typed, made.untold]).toEqual([[], []]);
    expect(made.text).toBe(put);
    expect(unproved(made.text)).toEqual([]);
    const document = assemble({ outline, year: 2023, facts: context.facts, texts: { mains: made.text } });
    const rows = ledgerOf({ document, outline, facts: context.facts });
    expect(rows.filter(({ section }) => section === 'mains').map(({ printed, slot }) => [printed, slot])).toEqual([
      ['十四台', 'pumps'],
      ['一百零六户', 'households'],
    ]);
  });

  it('a correction since shows the words as proved by nothing', () => {
    const facts = {
      ...(context.facts as object),
      pumps: { slot: 'pumps', value: figure('15', '台'), source },
    } as never;
    expect(unproved('全年更换水泵十四台，新通水{{households}}。', facts)).toEqual(['十四台']);
  });

  it.each([
    ['beside the same in other signs', '全年更换水泵十四台，新装风机19台，新通水106户，群众满意。'],
    ['in a sentence of its own', '全年更换水泵十四台，新通水106户，群众满意。办公楼空调有19台。'],
    ['beside the fact as it was', '全年更换水泵14台，新装风机19台，新通水106户，群众满意。'],
    ['where the clause of the fact is gone', '新通水106户，群众满意。办公楼装空调19台。'],
  ])('a new figure of the same unit is nobody’s changed value: %s', (_, put) => {
    expect(take(put).typed).toMatchObject([{ text: '19台' }]);
    expect(take(put).typed[0]?.slot).toBeUndefined();
  });

  it('changed in its own clause it is asked about', () => {
    expect(take('全年更换水泵19台，新通水106户，群众满意。').typed).toMatchObject([
      { text: '19台', slot: 'pumps', before: '14台' },
    ]);
    expect(take('全年更换老水泵19台，新通水106户，群众满意。').typed).toMatchObject([{ text: '19台', slot: 'pumps' }]);
  });
});
