// The bot's menu: every item does what its word does, and an item nobody knows is answered.
import { describe, expect, it } from 'vitest';
import { fact, facts, wang } from './fixture.ts';
import { given, type Talk } from './given.ts';

const choose = (talk: Talk, key: string): Talk =>
  talk.when({
    type: 'menu_chosen',
    id: talk.nextId(),
    conversation: 'c',
    at: talk.at(),
    chat: talk.chat,
    operator: wang,
    key,
  });

describe('the menu', () => {
  it.each([
    ['progress', '共5项'],
    ['进度', '共5项'],
    ['missing', '还缺'],
    ['缺什么', '还缺'],
    ['help', '说'],
    ['开始', '哪一种'],
  ])('%s', (key, seen) => {
    const talk = given()
      .started()
      .says('x', facts(fact('studies', '12', '次')));
    expect(choose(talk, key).seen).toContain(seen);
  });

  it('drafts and exports', () => {
    const talk = given()
      .started()
      .says('x', facts(fact('studies', '12', '次')));
    expect(choose(talk, 'draft').of('draft_section').length).toBeGreaterThan(0);
    expect(choose(talk.drafted(), 'export').of('send_file')).toHaveLength(1);
  });

  it('answers whoever comes in by it, and tells them what is done with their words', () => {
    const talk = choose(given(), 'start');
    expect(talk.of('send_card')).toHaveLength(1);
    expect(talk.of('send_text')).toHaveLength(1);
    expect(choose(given(), 'progress').of('send_card')).toHaveLength(1);
  });

  it('answers an item it does not know', () => {
    for (const key of ['dance', 'constructor', '__proto__']) {
      const talk = choose(given().started(), key);
      expect(talk.seen).toContain('还不认识');
      expect(talk.of('send_card')).toHaveLength(1);
    }
  });

  it('lets in nobody who may not', () => {
    const talk = given();
    talk.allowed = ['ou_li'];
    expect(choose(talk, 'start').of('send_card')).toEqual([]);
  });
});
