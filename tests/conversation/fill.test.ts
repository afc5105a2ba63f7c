// The form of one part: each field is read against its own slot, what is right is kept, what is not comes back.
import { describe, expect, it } from 'vitest';
import type { Field } from '../../src/conversation/card.ts';
import { commands, fact, facts, li, reading, wang, zhao } from './fixture.ts';
import { given, type Talk } from './given.ts';

const form = (): Talk =>
  given()
    .started()
    .says('还缺什么', commands({ type: 'show_missing' }))
    .pressesButton('填第一章');

/** Its card arrived under a name of the platform's. */
const seen = (talk: Talk): void =>
  void talk.state?.sent.push({ key: talk.of('send_card')[0]?.key ?? '', message: 'om_card' });
const fieldsOf = (talk: Talk): Field[] =>
  talk.cards.flatMap((card) => card.blocks.flatMap((block) => (block.type === 'form' ? block.fields : [])));

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

  it('records each field as what it says, a bare number with the unit of its field', () => {
    const talk = form();
    talk.presses(talk.button('记下').value, wang, {
      studies: '12',
      topics: '没有这项',
      lectures: ' 十几次吧 ',
      story: '学习角\n读书会',
    });
    expect(talk.report.facts).toMatchObject({
      studies: { value: { quantity: { amount: '12', unit: '次' } }, source: { by: wang, event: 'e4' } },
      topics: { value: { type: 'omitted', reason: 'not_applicable' } },
      lectures: { value: { quantity: { amount: '10', approximation: '几' } } },
    });
    expect(talk.toast).toMatchObject({ type: 'success', text: expect.stringContaining('记下') });
    expect(talk.of('send_text')).toEqual([]);
  });

  it('takes what is right, and gives back what is not beside the reason, with what was typed', () => {
    const talk = form();
    const { value } = talk.button('记下');
    seen(talk);
    talk.presses(value, wang, { studies: '12', topics: '15、16', lectures: 'abc' });
    expect(Object.keys(talk.report.facts)).toEqual(['studies']);
    expect(talk.toast).toMatchObject({ type: 'warning', text: '记下1项；2项没看懂，标在卡上了。' });
    const [update] = talk.of('update_card');
    expect(update?.of).toBe('e3:0');
    expect(talk.seen).toContain('学习专题：“15、16”，像是2个数，请只填一个');
    expect(talk.seen).toContain('党课次数：“abc”，没看出是多少，请填数');
    expect(talk.seen).toContain('集体学习次数 12次');
    expect(fieldsOf(talk)).toMatchObject([
      { name: 'topics', label: '学习专题（个） 请改：像是2个数，请只填一个', initial: '15、16' },
      { name: 'lectures', label: '党课次数（次） 请改：没看出是多少，请填数', initial: 'abc' },
    ]);
    talk.presses(talk.button('记下').value, wang, { topics: '15', lectures: '3次' });
    expect(talk.report.facts).toMatchObject({ topics: { value: { quantity: { amount: '15', unit: '个' } } } });
    expect(talk.report.typed).toBeUndefined();
    expect(talk.seen).toContain('第一章填完了');
  });

  it('never requires a field: half a form is kept, the rest stays open', () => {
    const talk = form();
    expect(fieldsOf(talk).some((field) => field.required)).toBe(false);
    seen(talk);
    talk.presses(talk.button('记下').value, wang, { studies: '12', topics: '', lectures: null as never });
    expect(talk.toast?.text).toContain('还空着2项');
    expect(fieldsOf(talk).map(({ name }) => name)).toEqual(['topics', 'lectures']);
  });

  it('survives a restart in mid-form: nothing of it is in the process', () => {
    const talk = form();
    seen(talk);
    talk.presses(talk.button('记下').value, wang, { topics: '15、16' });
    talk.state = JSON.parse(JSON.stringify(talk.state));
    talk.presses(talk.button('记下').value, wang, { topics: '', lectures: '3' });
    expect(talk.report.typed).toBeUndefined();
    expect(fieldsOf(talk).map(({ label }) => label)).toEqual(['集体学习次数（次）', '学习专题（个）']);
  });

  it('says of a second press that it is done already', () => {
    const talk = form();
    const { value } = talk.button('记下');
    talk.presses(value, wang, { studies: '12' });
    const { undo } = talk.report;
    talk.presses(value, wang, { studies: '12' });
    expect(talk.toast?.text).toMatch(/已经记过|还空着/);
    expect(talk.report.undo).toEqual(undo);
  });

  it('is one step to undo, what was left out with it', () => {
    const talk = form();
    talk.presses(talk.button('记下').value, wang, { studies: '12', topics: '没有', lectures: '3' });
    expect(talk.report.undo).toHaveLength(1);
    talk.says('撤销', commands({ type: 'undo' }));
    expect(talk.report.facts).toEqual({});
  });
});

describe('a form in a group', () => {
  const group = (): Talk =>
    given('group')
      .started()
      .says('还缺什么', commands({ type: 'show_missing' }))
      .pressesButton('填第一章');

  it('is recorded as whose press it was, and what another gave is not overwritten', () => {
    const talk = group();
    const { value } = talk.button('记下');
    seen(talk);
    talk.presses(value, li, { studies: '12' });
    expect(talk.report.facts.studies?.source.by).toEqual(li);
    talk.presses(value, zhao, { studies: '14', topics: '5' });
    expect(talk.report.facts).toMatchObject({
      studies: { value: { quantity: { amount: '12' } }, source: { by: li } },
      topics: { source: { by: zhao } },
    });
    expect(talk.seen).toContain('12次');
    expect(talk.seen).toContain('14次');
    expect(talk.toast).toMatchObject({ type: 'info', text: expect.stringContaining('1项与已报的不同') });
    expect(talk.of('send_card')).toHaveLength(1);
  });

  it('handed in after the slot was filled with the same value needs no question', () => {
    const talk = group();
    const { value } = talk.button('记下');
    talk.says('集体学习12次', facts(fact('studies', '12', '次')), li);
    talk.presses(value, zhao, { studies: '12' });
    expect(talk.of('send_card').map(({ card }) => card.title)).not.toContain('有1处请定一下');
    expect(talk.report.facts.studies?.source.by).toEqual(li);
  });

  it('keeps what the outline no longer asks for among the materials', () => {
    const talk = group();
    talk.presses({ ...talk.button('记下').value, section: 'c9' }, li, { vanished: '评上了省级文明单位' });
    expect(talk.report.materials).toMatchObject([{ text: '评上了省级文明单位', source: { by: li } }]);
    expect(talk.seen).toContain('不在提纲里');
  });
});

describe('what cannot be read', () => {
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
