// The form of one part: what is filled in comes back as a message of that person and is read like any other.
import { describe, expect, it } from 'vitest';
import { createReader } from '../../src/reading/reader.ts';
import { commands, fact, facts, li, party, reading, wang } from './fixture.ts';
import { given, type Talk } from './given.ts';

const form = (): Talk =>
  given()
    .started()
    .says('还缺什么', commands({ type: 'show_missing' }))
    .pressesButton('填第一章');

describe('a form for one part', () => {
  it('asks for what is missing there, with its unit', () => {
    const talk = given()
      .started()
      .says('x', facts(fact('studies', '12', '次')));
    talk.says('还缺什么', commands({ type: 'show_missing' })).pressesButton('填第一章');
    expect(talk.seen).toContain('［填第一章］');
    expect(talk.seen).toContain('学习专题（个）\n党课次数（次）\n〔记下〕');
    expect(talk.seen).not.toContain('集体学习次数');
  });

  it('gives what was filled in to the reader, a bare number with the unit of its field', () => {
    const talk = form();
    const { value } = talk.button('记下');
    talk.state?.sent.push({ key: 'e3:0', message: 'om_card' });
    talk.presses(value, li, {
      studies: '12',
      topics: ' 十余个 ',
      lectures: '',
      story: '学习角\n读书会',
      nonsense: 'x',
    });
    expect(talk.of('replay_message')).toMatchObject([
      { text: '集体学习次数：12次\n学习专题：十余个\n特色做法：学习角；读书会', sender: li, message: 'e4' },
    ]);
    expect(talk.of('update_card')).toMatchObject([{ of: 'e3:0' }]);
    expect(talk.seen).toContain('［收到3项］');
  });

  it('is read as what it says', async () => {
    const talk = form();
    talk.presses(talk.button('记下').value, wang, { studies: '12', topics: '没有这项', lectures: '3' });
    const [told] = talk.of('replay_message');
    const read = createReader();
    const report = { outline: party, year: 2023, facts: talk.report.facts };
    const said = await read({ text: told?.text ?? '', report, asked: null, kinds: [], reports: [], thisYear: 2024 });
    talk.says(told?.text ?? '', said, wang, { replayOf: told?.message });
    expect(talk.report.facts).toMatchObject({
      studies: { value: { quantity: { amount: '12', unit: '次' } }, source: { event: told?.message } },
      topics: { value: { type: 'omitted', reason: 'not_applicable' } },
      lectures: { value: { quantity: { amount: '3' } } },
    });
  });

  it('keeps what the reader could not place', () => {
    const talk = given().started();
    const said = reading({ commands: [{ type: 'not_applicable', slot: 'topics' }], rest: '特色：没有' });
    talk.says('学习专题：没有这项\n特色：没有', said, wang, { replayOf: 'e9' });
    expect(talk.report.materials).toMatchObject([{ text: '特色：没有' }]);
  });

  it('without anything filled in, and for a part that lacks nothing, says so', () => {
    const talk = form();
    const { value } = talk.button('记下');
    expect(talk.presses(value, wang, { studies: '  ' }).seen).toContain('一项都没有填');
    expect(talk.presses(value).seen).toContain('一项都没有填');
    talk.presses({ action: 'fill', section: 'opening', report: talk.report.id });
    expect(talk.seen).toBe('开头不缺了。');
    expect(talk.presses({ action: 'fill', section: 'c9' }).seen).toContain('没找到这一段');
    expect(talk.presses({ action: 'fill' }).seen).toContain('还没选是哪一段');
  });
});
