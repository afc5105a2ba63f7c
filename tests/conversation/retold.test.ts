// A narrative fact told in a writer's words and corrected afterwards: the correction stands in the text at once, and undoing brings the words back.
import { describe, expect, it } from 'vitest';
import type { ReadFact } from '../../src/conversation/command.ts';
import { signed } from '../../src/report/telling.ts';
import { parseTokens, writeTokens } from '../../src/report/token.ts';
import { commands, facts } from './fixture.ts';
import { given } from './given.ts';

const story = (text: string, correction = false): ReadFact => ({
  slot: 'story',
  value: { type: 'text', text },
  words: text,
  correction,
});

describe('a story in other words', () => {
  it('is told as it is said now', () => {
    const talk = given()
      .started()
      .says('特色是……', facts(story('天天晨读20分钟。周末走访。')))
      .says('起草', commands({ type: 'draft', section: 'c2' }));
    const text = '支部{{branches}}。每个人{{story.1：坚持天天晨读⟦1⟧}}，{{story.2：到了周末走访}}。';
    talk.drafted(() => writeTokens(signed(parseTokens(text), talk.report.facts)));
    expect(talk.seen).toContain('每个人坚持天天晨读20分钟，到了周末走访。');

    talk.says('特色改成……', facts(story('天天晨读30分钟。周末走访。', true)));
    const show = () => talk.says('看第二章', commands({ type: 'show', section: 'c2' })).seen;
    expect(show()).toContain('每个人天天晨读30分钟，到了周末走访。');

    talk.says('撤销', commands({ type: 'undo' }));
    expect(show()).toContain('每个人坚持天天晨读20分钟，到了周末走访。');
  });
});
