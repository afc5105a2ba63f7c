// What a file is for: from what it holds, from what was said before, with or after it; asked where neither tells. Nothing is recorded by guess.
import { describe, expect, it } from 'vitest';
import type { FileReading } from '../../src/conversation/command.ts';
import type { FileRead } from '../../src/report/file-text.ts';
import { cardProblems } from './card-limits.ts';
import { fact, li, reading, wang } from './fixture.ts';
import { given, type Talk } from './given.ts';

const attached = (name: string): FileRead => ({
  type: 'read',
  file: { name, format: 'docx', paragraphs: [{ text: '一段话。' }], tables: [], places: [] },
});
const file = (more: Partial<FileReading> = {}) =>
  reading({
    file: {
      kind: 'text',
      commands: [],
      facts: [],
      asks: [],
      old: { figures: 0, values: [], others: [], headings: [] },
      ...more,
    },
  });
const old = file({
  kind: 'old_report',
  year: 2022,
  old: {
    figures: 3,
    values: [{ slot: 'studies', value: fact('studies', '12', '次').value }],
    others: ['灾后重建3亿元'],
    headings: ['抓学习的情况', '抓队伍的情况'],
  },
});
const table = file({ kind: 'table', facts: [fact('studies', '14', '次'), fact('topics', '6', '个')] });

const sends = (talk: Talk, name: string, read = file(), who = wang, more: object = {}): Talk =>
  talk.says('', read, who, { unsupported: 'file', file: { key: 'k', name }, attached: attached(name), ...more });
const begun = () => given().started();

describe('a file', () => {
  it('of an earlier year is a reference: told beside the question, undone by 撤销', () => {
    const talk = sends(begun(), '2022年述职.docx', old);
    for (const part of ['一个数也没记', '2022年有3个数，今年对应1项', '灾后重建3亿元', '12次'])
      expect(talk.seen).toContain(part);
    expect(talk.report.facts).toEqual({});
    talk.says('一个一个问', reading({ commands: [{ type: 'ask_next' }] }));
    expect(talk.seen).toContain('（2022年写的是12次）');
    talk.says('撤销', reading({ commands: [{ type: 'undo' }] }));
    expect(talk.report.reference).toBeUndefined();
    talk.says('重做', reading({ commands: [{ type: 'redo' }] }));
    expect(talk.report.reference?.values.studies).toBeDefined();
  });

  it('gives its outline too, when that is wanted: shown first', () => {
    const talk = sends(begun(), '2022年述职.docx', old);
    talk.pressesButton('照它的提纲');
    expect(talk.seen).toContain('一、抓学习的情况');
    expect(talk.seen).toContain('〔就用这个〕');
    expect(talk.says('照去年的提纲').seen).toContain('一、抓学习的情况');
  });

  it('with figures in a table is recorded under its sender, in one step', () => {
    const talk = sends(begun(), '情况.xlsx', table);
    expect(talk.report.facts.studies?.source).toMatchObject({ by: wang, words: expect.stringContaining('studies') });
    expect(talk.report.undo).toHaveLength(1);
  });

  it('whose table disagrees in two places is put on one card', () => {
    const talk = sends(begun(), '情况.xlsx', table);
    sends(talk, '更正.xlsx', file({ kind: 'table', facts: [fact('studies', '15', '次'), fact('topics', '7', '个')] }));
    expect(talk.seen).toContain('改数对比：2项');
    expect(talk.seen).toContain('《更正.xlsx》');
  });

  it('of unknown use is asked about, recorded only when said', () => {
    const talk = sends(begun(), '材料.docx', table.file ? file({ ...table.file, kind: 'text' }) : file());
    expect(talk.seen).toContain('〔当参考〕〔是今年的数据〕〔审一下这份稿子〕');
    expect(talk.report.facts).toEqual({});
    const asked = talk.button('是今年的数据').value;
    talk.when({ ...press(talk), value: asked }, table);
    expect(talk.seen).toContain('记下');
    talk.when({ ...press(talk), value: asked }, table);
    expect(talk.seen).toContain('刚才就是这么用的');
  });

  it('said to be last year’s afterwards gives back what was recorded from it', () => {
    const talk = sends(begun(), '情况.xlsx', table);
    talk.says('这是去年的', old);
    expect(talk.report.facts).toEqual({});
    expect(talk.seen).toContain('拿掉了');
    talk.says('撤销', reading({ commands: [{ type: 'undo' }] }));
    expect(Object.keys(talk.report.facts).toSorted()).toEqual(['studies', 'topics']);
  });

  it('sent by mistake is taken out with all that came of it', () => {
    const talk = sends(begun(), '情况.xlsx', table).says('这个发错了');
    expect(talk.report.facts).toEqual({});
    expect(talk.seen).toContain('从它来的2项也拿掉了');
    talk.says('撤销', reading({ commands: [{ type: 'undo' }] }));
    expect(Object.keys(talk.report.facts)).toHaveLength(2);
  });

  it('announced before it came is used as announced', () => {
    const talk = begun().says('数改了，按这个表为准');
    expect(talk.seen).toContain('把表发来');
    sends(talk, '更正.xlsx', table);
    expect(talk.seen).toContain('改数对比：2项');
    // By somebody else, or much later, it was not announced.
    const other = given('group').started().says('按这个表为准');
    sends(other, '别的.docx', file(), li);
    expect(other.seen).toContain('是做什么用的');
  });

  it('before any report is kept, and asked about when one begins', () => {
    const talk = sends(given(), '2022年述职.docx', old);
    expect(talk.seen).toContain('先放着，一个数也没记');
    talk.started();
    expect(talk.seen).toContain('《2022年述职.docx》是做什么用的');
  });

  it('of an earlier year is never this year’s by a button, and a card that was answered does nothing more', () => {
    const talk = sends(given(), '2022年述职.docx', old);
    talk.started();
    const of = talk.state?.files?.[0]?.message ?? '';
    const use = (as: string, read: ReturnType<typeof file>) =>
      talk.when({ ...press(talk), value: { action: 'file_use', file: of, as } }, read);
    const dated = file({ kind: 'old_report', year: 2022, facts: [fact('studies', '12', '次')] });
    expect(use('figures', dated).seen).toContain('2022年');
    expect(talk.report.facts).toEqual({});
    use('reference', old);
    expect(talk.seen).toContain('已经当参考了');
    expect(use('figures', table).seen).toContain('已经当参考了');
    expect(talk.report.facts).toEqual({});
  });

  it('that could not be had or read is told so, and not kept', () => {
    const talk = begun();
    talk.says('', undefined, wang, { unsupported: 'file', file: { key: 'k', name: '大.docx' }, unfetched: 'too_big' });
    expect(talk.seen).toContain('《大.docx》超过 20 MB');
    const locked: FileRead = { type: 'unreadable', problem: 'encrypted' };
    talk.says('', undefined, wang, { unsupported: 'file', file: { key: 'k', name: '密.docx' }, attached: locked });
    expect(talk.seen).toContain('有密码');
    talk.says('', undefined, wang, { unsupported: 'merge_forward', unfetched: 'gone' });
    expect(talk.seen).toContain('聊天记录');
    expect(talk.state?.files).toBeUndefined();
  });

  it('is forgotten with its message; at most twenty are known', () => {
    const talk = begun();
    for (let at = 0; at < 25; at += 1) sends(talk, `第${at}份.docx`);
    expect(talk.state?.files).toHaveLength(20);
    const message = talk.state?.files?.at(-1)?.message ?? '';
    talk.when({ type: 'message_recalled', id: 'r', conversation: 'c', at: talk.at(), chat: talk.chat, message });
    expect(talk.state?.files).toHaveLength(19);
  });

  it('with endless contents still fits its cards', () => {
    const long = '很长的一句话，里面有很多很多字。'.repeat(20);
    const extreme = file({
      kind: 'old_report',
      year: 2022,
      old: {
        figures: 999,
        values: [],
        headings: Array(12).fill(long.slice(0, 40)),
        others: Array(12)
          .fill(0)
          .map((_, at) => `${at}${long}`),
      },
    });
    const talk = sends(begun(), `${long}.docx`, extreme);
    expect(talk.cards.flatMap(cardProblems)).toEqual([]);
    sends(talk, `${long}.docx`);
    expect(talk.cards.flatMap(cardProblems)).toEqual([]);
  });
});

const press = (talk: Talk) => ({
  type: 'card_submitted' as const,
  id: talk.nextId(),
  conversation: 'c',
  at: talk.at(),
  chat: talk.chat,
  operator: wang,
  message: 'om_card',
  name: '',
});
