// A text pasted over one that stands: the section it is for, its figures and titles against what is known, and whose words it is then.
import { describe, expect, it } from 'vitest';
import type { Version } from '../../src/report/report.ts';
import { commands, fact, facts } from './fixture.ts';
import { given } from './given.ts';

const texts: Record<string, string> = {
  c1p1: '中心组学习抓得经常，集体学习{{studies}}，围绕重点内容交流研讨。',
  c1p2: '书记带头讲好党课，把道理讲明白讲透彻。',
};
const drafted = () =>
  given()
    .started()
    .says('x', facts(fact('studies', '12', '次')))
    .says('起草', commands({ type: 'draft', section: 'all' }))
    .drafted((id) => texts[id] ?? `${id}另写一段。`);
type Talk = ReturnType<typeof given>;
const paste = (talk: Talk, text: string): Talk =>
  talk.says(
    `这段换成：${text}`,
    commands({ type: 'edit_text', edit: { type: 'take_text', text, spot: { words: '' } } }),
  );
const textOf = (talk: Talk, section: string): string =>
  (talk.store[talk.report.sections[section]?.version ?? ''] as Version).text;

describe('a pasted text', () => {
  it('goes where it is plainly at home, and what equals a fact stands for it', () => {
    const talk = paste(drafted(), '中心组学习抓得经常，全年集体学习12次，围绕重点内容深入交流研讨。');
    expect(textOf(talk, 'c1p1')).toBe('中心组学习抓得经常，全年集体学习{{studies}}，围绕重点内容深入交流研讨。');
    expect(talk.seen).not.toContain('〔');
  });

  it('is for what was shown last unless it is like another, and then it is asked', () => {
    const other = '食堂的饭菜换了花样，大家都说好。';
    const talk = paste(drafted().says('看', commands({ type: 'show', section: 'c1p2' })), other);
    expect(textOf(talk, 'c1p2')).toBe(other);
    const text = '中心组学习抓得经常，集体学习围绕重点内容交流研讨。';
    const asked = paste(drafted().says('看', commands({ type: 'show', section: 'c1p2' })), text);
    expect(asked.seen).toContain('这段换在哪里');
    expect(textOf(asked, 'c1p2')).toBe(texts.c1p2);
    asked.pressesButton('换第一章第1点');
    expect(textOf(asked, 'c1p1')).toBe(text);
  });

  it('with other figures is asked about: the slot, one of its own, or only in the text', () => {
    const asked = () =>
      paste(
        drafted().says('看', commands({ type: 'show', section: 'c1p1' })),
        '中心组学习抓得经常，集体学习14次，举办读书会5场。',
      );
    const talk = asked();
    expect(talk.seen).toContain('集体学习次数记的是12次');
    expect(talk.seen).toContain('〔新记一项“读书会”〕');
    talk.pressesButton('并记为集体学习次数');
    expect(talk.report.facts.studies?.value).toMatchObject({ quantity: { amount: '14' } });
    expect(textOf(talk, 'c1p1')).toContain('{{studies}}');
    const own = asked().pressesButton('新记一项“读书会”');
    expect(textOf(own, 'c1p1')).toMatch(/举办读书会\{\{extra_1\}\}。$/u);
    expect(own.report.facts.extra_1?.value).toMatchObject({ quantity: { amount: '5', unit: '场' } });
    own.says('撤销', commands({ type: 'undo' }));
    expect(own.report.facts.extra_1).toBeUndefined();
    expect(textOf(own, 'c1p1')).toContain('读书会5场');
  });

  it('with a title nobody told is asked about', () => {
    const talk = paste(
      drafted().says('看', commands({ type: 'show', section: 'c1p1' })),
      '中心组学习抓得经常，印发《学习清单》。',
    );
    expect(talk.seen).toContain('你写的《学习清单》没有记录过');
    talk.pressesButton('放素材');
    expect(talk.report.materials.map((one) => one.text).join()).toContain('《学习清单》');
  });
});
