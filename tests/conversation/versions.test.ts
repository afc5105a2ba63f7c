// A section's versions: kept whatever happens, listed with who and why, compared, had back; and the presses on the card of old and new.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/conversation/command.ts';
import type { Version } from '../../src/report/report.ts';
import { commands, fact, facts, li, wang } from './fixture.ts';
import { given } from './given.ts';

const spot = { section: 'c2p1', words: '第二章第1点' };
const drafted = (type: 'p2p' | 'group' = 'p2p') =>
  given(type)
    .started()
    .says('x', facts(fact('branches', '8', '个'), fact('lectures', '3', '次')))
    .says('起草', commands({ type: 'draft', section: 'all' }))
    .drafted((id) => (id === 'c2p1' ? '支部{{branches}}，活动经常开展。' : `${id}的稿子。`));
const rewritten = (text = '支部{{branches}}，活动月月开展。', instruction = '短一点') =>
  drafted()
    .says('改', commands({ type: 'rewrite', section: 'c2p1', instruction }))
    .drafted(() => text);
const ask = (command: Command) => commands(command);
type Talk = ReturnType<typeof given>;
const textOf = (talk: Talk, section = 'c2p1'): string =>
  (talk.store[talk.report.sections[section]?.version ?? ''] as Version).text;
const edit = (put: string) =>
  commands({ type: 'edit_text', edit: { type: 'take_text', text: put, spot: { section: 'c2p1', words: '' } } });

describe('the card of old and new', () => {
  it('采用 closes it and changes nothing', () => {
    const talk = rewritten();
    const before = textOf(talk);
    talk.pressesButton('采用');
    expect(talk.toast).toMatchObject({ type: 'success' });
    expect(talk.seen).toContain('王芳已采用');
    expect(talk.seen).toContain('支部8个，活动{-经常}{+月月}开展');
    expect(talk.seen).not.toContain('〔');
    expect(textOf(talk)).toBe(before);
  });

  it('还原 brings the old text back as a new version, which can be undone', () => {
    const talk = rewritten();
    const value = talk.button('还原').value;
    talk.presses(value);
    expect(talk.seen).toContain('已还原');
    expect(textOf(talk)).toBe('支部{{branches}}，活动经常开展。');
    expect(talk.report.sections.c2p1?.number).toBe(3);
    talk.says('撤销', commands({ type: 'undo' }));
    expect(textOf(talk)).toBe('支部{{branches}}，活动月月开展。');
  });

  it.each(['采用', '还原', '再来一版'])('a late 〔%s〕 says what became of the text, and does nothing', (button) => {
    const talk = rewritten();
    const { value } = talk.button(button);
    talk.says('x', edit('支部8个，这是我自己写的话。'));
    const before = textOf(talk);
    talk.presses(value);
    expect(talk.toast?.text).toContain('第二章第1点后来又改过，现在是第3版');
    expect(talk.of('draft_section')).toEqual([]);
    expect(textOf(talk)).toBe(before);
  });

  it('还原 still works when something else was done meanwhile', () => {
    const talk = rewritten();
    const { value } = talk.button('还原');
    talk.says('x', facts(fact('lectures', '5', '次', true))).presses(value);
    expect(textOf(talk)).toBe('支部{{branches}}，活动经常开展。');
    expect(talk.report.facts.lectures?.value).toMatchObject({ quantity: { amount: '5' } });
  });

  it('is the owner’s in a group, and leaves a locked section alone', () => {
    const group = drafted('group')
      .says('改', commands({ type: 'rewrite', section: 'c2p1', instruction: '短' }))
      .drafted(() => '新的。');
    const { value } = group.button('还原');
    group.presses(value, li);
    expect(textOf(group)).toBe('新的。');
    group.says('锁', commands({ type: 'lock', spot, locked: true })).presses(value, wang);
    expect(textOf(group)).toBe('新的。');
    expect(group.seen).toContain('锁着');
  });

  it('再来一版 asks for the same again, from where it began', () => {
    const talk = rewritten().pressesButton('再来一版');
    expect(talk.of('draft_section')).toMatchObject([{ sections: ['c2p1'], instruction: '短一点', again: true }]);
  });

  it('改 gives a place to say how', () => {
    const talk = rewritten().pressesButton('改');
    expect(talk.seen).toContain('想怎么改');
    talk.presses(talk.button('重写').value, wang, { instruction: '换个开头' });
    expect(talk.of('draft_section')).toMatchObject([{ sections: ['c2p1'], instruction: '换个开头' }]);
  });
});

describe('versions', () => {
  it('are listed newest first with who, when and why', () => {
    const talk = rewritten()
      .says('x', edit('支部8个，这是我自己写的话。'))
      .says('有几个版本', ask({ type: 'show_versions', spot }));
    expect(talk.seen).toContain('3个版本');
    const lines = talk.seen.split('\n').filter((line) => /^第\d版/u.test(line));
    expect(lines.map((line) => line.slice(0, 3))).toEqual(['第3版', '第2版', '第1版']);
    expect(lines[0]).toContain('王芳');
    expect(lines[0]).toContain('现在用的');
    expect(talk.seen).toContain('因为：短一点');
    expect(talk.seen).toContain('phrasebook@1');
  });

  it('are shown a page at a time', () => {
    const talk = rewritten();
    for (let n = 0; n < 8; n++) talk.says('x', edit(`支部8个，第${n}回自己写的话。`));
    talk.says('历史', ask({ type: 'show_versions', spot }));
    expect(talk.seen).toContain('10个版本');
    expect(talk.seen).not.toContain('第1版');
    talk.pressesButton('更早的');
    expect(talk.seen).toContain('第1版');
    expect(talk.seen).not.toContain('第10版　');
    expect(talk.seen).toContain('更新的');
  });

  it('any two are compared, by default the last two', () => {
    const talk = rewritten().says('和上一版比', ask({ type: 'compare_versions', spot }));
    expect(talk.seen).toContain('第1版和第2版');
    expect(talk.seen).toContain('支部8个，活动{-经常}{+月月}开展');
    talk.says('x', edit('支部8个，这是我自己写的话。'));
    talk.says('比', ask({ type: 'compare_versions', spot, from: 1, to: 3 }));
    expect(talk.seen).toContain('第1版和第3版');
  });

  it('one had back is a new version of whoever wrote it', () => {
    const talk = drafted()
      .says('x', edit('支部8个，这是我自己写的话。'))
      .says('恢复', ask({ type: 'restore_version', spot, which: 1 }));
    expect(talk.seen).toContain('恢复成第1版');
    expect(textOf(talk)).toBe('支部{{branches}}，活动经常开展。');
    talk.says('恢复', ask({ type: 'restore_version', spot, which: 2 }));
    const version = talk.store[talk.report.sections.c2p1?.version ?? ''] as Version;
    expect(version).toMatchObject({ number: 4, by: { type: 'person' }, why: '恢复第2版（王芳）' });
    talk.says('恢复原来的', ask({ type: 'restore_version', spot, which: 'previous' }));
    expect(textOf(talk)).toBe('支部{{branches}}，活动经常开展。');
  });

  it('undone ones can be had back too, and keep their number', () => {
    const talk = rewritten().says('撤销', commands({ type: 'undo' }));
    talk.says('改', commands({ type: 'rewrite', section: 'c2p1', instruction: '长' })).drafted(() => '另一稿。');
    expect(talk.report.sections.c2p1?.number).toBe(3);
    talk.says('历史', ask({ type: 'show_versions', spot }));
    expect(talk.seen).toContain('撤销过的');
    talk.pressesButton('恢复第2版');
    expect(textOf(talk)).toBe('支部{{branches}}，活动月月开展。');
  });

  it('what is not there is said', () => {
    const talk = drafted();
    expect(talk.says('x', ask({ type: 'restore_version', spot, which: 9 })).seen).toContain('没有第9版，有的是第1版');
    expect(talk.says('x', ask({ type: 'compare_versions', spot })).seen).toContain('只有一个版本');
    expect(talk.says('x', ask({ type: 'restore_version', spot, which: 1 })).seen).toContain('现在就是第1版');
    const chapter = { section: 'c1', words: '第一章' };
    expect(talk.says('x', ask({ type: 'show_versions', spot: chapter })).seen).toContain('看哪一段的版本');
  });

  it('whatever is done to one section, every other stays as it was to the byte', () => {
    const act = fc.oneof(
      fc.record({ type: fc.constant('rewrite' as const), text: fc.string({ minLength: 1, maxLength: 20 }) }),
      fc.record({ type: fc.constant('restore' as const), which: fc.integer({ min: 1, max: 6 }) }),
      fc.constant({ type: 'give_back' as const }),
      fc.constant({ type: 'undo' as const }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
        const talk = rewritten();
        const others = () => JSON.stringify({ ...talk.report.sections, c2p1: null });
        const [before, all] = [others(), new Set<string>()];
        let giveBack = talk.button('还原').value;
        for (const one of acts) {
          all.add(textOf(talk));
          if (one.type === 'rewrite') {
            talk.says('改', commands({ type: 'rewrite', section: 'c2p1', instruction: '改' })).drafted(() => one.text);
            if (talk.seen.includes('〔还原〕')) giveBack = talk.button('还原').value;
          } else if (one.type === 'restore') talk.says('x', ask({ type: 'restore_version', spot, which: one.which }));
          else if (one.type === 'give_back') talk.presses(giveBack);
          else if (talk.report.undo.length > 3) talk.says('撤销', commands({ type: 'undo' }));
          expect(others()).toBe(before);
        }
        talk.says('历史', ask({ type: 'show_versions', spot }));
        const count = Number(/(\d+)个版本/u.exec(talk.seen)?.[1] ?? 0);
        expect(count).toBeGreaterThanOrEqual(all.size);
      }),
      { seed: 20261123, numRuns: 60 },
    );
  });
});
