// A figure that fits no slot: offered a place of its own under a point, kept as material, or dropped; never lost unasked.
import { describe, expect, it } from 'vitest';
import { labelFrom } from '../../src/conversation/new-slot.ts';
import { findFigures } from '../../src/figures/index.ts';
import type { Outline } from '../../src/report/outline.ts';
import { phraseSection } from '../../src/report/phrasebook.ts';
import { asks, commands, fact, facts, quantity, reading } from './fixture.ts';
import { given } from './given.ts';

const volunteers = (words = '支部还开展了志愿服务18场') =>
  asks({ type: 'unplaced', quantity: quantity('18', '场'), words });
const asked = () => given().started().says('志愿服务18场', volunteers());
const outlineOf = (talk: ReturnType<typeof asked>) => talk.store[talk.report.outline] as Outline;

describe('what it would be called', () => {
  it.each([
    ['另外还开展了志愿服务18场', '志愿服务'],
    ['全年共发放慰问金18场', '发放慰问金'],
    ['集体学习12次，送文化下乡活动一共18场', '送文化下乡活动'],
    ['今年18场志愿服务', '志愿服务'],
    ['各支部还开展了志愿服务18场', '志愿服务'],
    ['召开组织生活会18场', '组织生活会'],
    ['18场', ''],
    ['还有18场', ''],
    ['2023年18场', ''],
  ])('%s: %s', (words, label) => {
    expect(labelFrom(words, findFigures('18场')[0]?.quantity as never)).toBe(label);
  });
});

describe('a slot of its own', () => {
  it('is offered under the point whose words are nearest', () => {
    expect(asked().seen).toContain('〔新增“志愿服务”（第二章第1点）〕');
    const talk = given()
      .started()
      .says('x', facts(fact('lectures', '5', '次')));
    expect(talk.says('志愿服务18场', volunteers('志愿服务18场')).seen).toContain('〔新增“志愿服务”（第一章第2点）〕');
  });

  it.each(['带队调研啊大概是18场', '五个支部18场', '二季度18场', '对 就18场', '队调研18场'])(
    '%s: scraps of speech name none',
    (said) => {
      expect(given().started().says(said, volunteers(said)).seen).not.toContain('新增');
    },
  );

  it('once chosen stands in this report alone, with its fact and its source', () => {
    const talk = given().started();
    const before = outlineOf(talk);
    talk.says('志愿服务18场', volunteers('志愿服务18场')).pressesButton('新增');
    const slot = outlineOf(talk).slots.at(-1);
    expect(slot).toMatchObject({ id: 'extra_1', label: '志愿服务', unit: '场', section: 'c1p1', added: true });
    expect(talk.report.facts.extra_1).toMatchObject({ source: { by: { name: '王芳' }, words: '志愿服务18场' } });
    expect(before.slots.some((one) => one.added)).toBe(false);
    expect(talk.says('记了什么', commands({ type: 'show_facts' })).seen).toContain('志愿服务：18场（王芳');
  });

  it('is said plainly by the phrasebook, in the section it stands in', () => {
    const talk = asked().pressesButton('新增');
    const outline = outlineOf(talk);
    const phrasebook = { version: 1, sections: { c2p1: [{ say: ['支部{{branches}}。'] }] } };
    const request = { outline, phrasebook, section: 'c2p1', seed: 1 };
    const text = phraseSection({ ...request, facts: talk.report.facts });
    expect(text).toContain('志愿服务{{extra_1}}。');
    expect(phraseSection({ ...request, facts: {} })).not.toContain('extra_1');
  });

  it('is offered without slots that have nothing to do with it', () => {
    const talk = given().started().says('志愿服务18场', volunteers('志愿服务18场'));
    expect(talk.seen).not.toContain('〔党课次数〕');
    expect(given().started().says('18场', volunteers('18场')).seen).toContain('〔党课次数〕');
  });

  it('has a label nobody else has', () => {
    const talk = asked().pressesButton('新增').says('又18场', volunteers()).pressesButton('新增');
    expect(
      outlineOf(talk)
        .slots.slice(-2)
        .map((slot) => slot.label),
    ).toEqual(['志愿服务', '志愿服务（2）']);
  });

  it('says how it gets into a point that is written already', () => {
    const talk = given()
      .started()
      .says('x', facts(fact('lectures', '5', '次')));
    talk.says('起草', commands({ type: 'draft', section: 'all' })).drafted();
    talk.says('志愿服务18场', volunteers('志愿服务18场')).says('第一个', commands({ type: 'choose', choice: 1 }));
    expect(talk.seen).toContain(
      '新增一项：志愿服务 18场，放在第一章第2点。这一点已有稿子，说“重写第一章第2点”就写进去。',
    );
  });

  it('goes with 撤销, slot and fact', () => {
    const talk = asked()
      .pressesButton('新增')
      .says('撤销', commands({ type: 'undo' }));
    expect(talk.seen).toContain('撤销了：新增“志愿服务 18场”');
    expect(outlineOf(talk).slots.some((one) => one.added)).toBe(false);
    expect(talk.report.facts.extra_1).toBeUndefined();
  });
});

describe('otherwise', () => {
  it('it goes to the materials, which is said, and they can be listed', () => {
    const talk = asked().pressesButton('放素材');
    expect(talk.seen).toContain('放进素材：“支部还开展了志愿服务18场”');
    talk.says('素材', commands({ type: 'show_materials' }));
    expect(talk.seen).toContain('［素材（1条）］');
    expect(talk.seen).toContain('1. 支部还开展了志愿服务18场（王芳');
  });

  it('算了 keeps it among the materials', () => {
    const talk = asked().says('算了', commands({ type: 'cancel' }));
    expect(talk.report.materials).toHaveLength(1);
  });

  it('不记 drops it', () => {
    const talk = asked().pressesButton('不记');
    expect(talk.report.materials).toEqual([]);
    expect(talk.report.facts).toEqual({});
  });

  it('without materials, 素材 says what they are', () => {
    expect(
      given()
        .started()
        .says('素材', commands({ type: 'show_materials' })).seen,
    ).toContain('还没有素材');
  });

  it('a number without a name goes to the materials, unless a slot could hold it', () => {
    const ask = asks({ type: 'unplaced', quantity: quantity('18', '头'), words: '18头' });
    expect(given().started().says('18头', ask).seen).toContain('放进素材：“18头”');
  });

  it('a slot its words speak of is offered, although something stands there', () => {
    const talk = given()
      .started()
      .says('5次', facts(fact('lectures', '5', '次')));
    talk.says('党课18场', { ...reading({}), ...volunteers('党课次数另有18场') });
    expect(talk.seen).toContain('〔党课次数（现为5次）〕');
  });
});
