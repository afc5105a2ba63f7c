// Our own document come back: recognised whatever it is called, compared with the version it was made from, taken in as one step; what two changed is asked.
import { describe, expect, it } from 'vitest';
import { type Outline, sectionsOf } from '../../src/report/outline.ts';
import type { Version } from '../../src/report/report.ts';
import { cardProblems } from './card-limits.ts';
import { commands, fact, facts, li, reading, wang } from './fixture.ts';
import { given, type Talk } from './given.ts';

const texts: Record<string, string> = {
  opening: '一年来，我把学习和队伍放在心上，一件一件抓落实。',
  c1p1: '全年组织集体学习{{studies}}，围绕{{topics}}专题展开讨论，人人发言。',
  c1p2: '到支部讲课{{lectures}}，讲身边事，用家常话。',
  c2p1: '现有党支部{{branches}}，换届全部按期完成，{{story}}。',
  closing: '以上报告，请批评指正，谢谢大家。',
};
const lines = [
  '2023年度党建述职报告',
  '一年来，我把学习和队伍放在心上，一件一件抓落实。',
  '一、抓学习',
  '一是学得经常。全年组织集体学习14次，围绕8个专题展开讨论，人人发言。',
  '二是讲得明白。到支部讲课6次，讲身边事，用家常话。',
  '二、抓队伍',
  '建好支部。现有党支部12个，换届全部按期完成，结对共建。',
  '以上报告，请批评指正，谢谢大家。',
];

function sent(type: 'p2p' | 'group' = 'p2p'): Talk {
  const told = [
    fact('studies', '14', '次'),
    fact('topics', '8', '个'),
    fact('lectures', '6', '次'),
    fact('branches', '12', '个'),
  ];
  const story = {
    slot: 'story',
    value: { type: 'text' as const, text: '结对共建' },
    words: '结对共建',
    correction: false,
  };
  const talk = given(type)
    .started()
    .says('情况', facts(...told, story));
  talk.says('起草', commands({ type: 'draft', section: 'all' })).drafted((id) => texts[id] ?? '。');
  return talk.says('导出', commands({ type: 'compile' }));
}

function back(talk: Talk, paragraphs: string[], name = '改.docx', by = wang): Talk {
  const file = {
    name,
    format: 'docx' as const,
    paragraphs: paragraphs.map((text) => ({ text })),
    tables: [],
    places: [],
  };
  const read = {
    kind: 'text' as const,
    commands: [],
    facts: [],
    asks: [],
    old: { figures: 0, values: [], others: [], headings: [] },
  };
  return talk.says('', reading({ file: read }), by, {
    file: { key: 'f', name },
    unsupported: 'file',
    attached: { type: 'read', file },
  });
}

const edit = (at: number, change: (line: string) => string): string[] =>
  lines.map((line, nth) => (nth === at ? change(line) : line));
const outlineOf = (talk: Talk): Outline => talk.store[talk.report.outline] as Outline;
const textOf = (talk: Talk, id: string): string =>
  (talk.store[talk.report.sections[id]?.version ?? ''] as Version).text;

describe('a file that comes back', () => {
  it('is told to be the same', () => {
    const talk = sent();
    const { undo } = talk.report;
    expect(back(talk, lines).seen).toContain('一字不差');
    expect(talk.report.undo).toEqual(undo);
  });

  it('of another text is no file of ours', () => {
    const talk = back(sent(), ['关于天气的说明', '明天多云转晴，气温二十度上下。', '后天有小雨，出门带伞。']);
    expect(talk.seen).not.toContain('收回来');
  });

  it('comes in by whoever sent it, the old version behind it, tokens where the figures are the same', () => {
    const talk = sent();
    const before = talk.report.sections.c1p1;
    back(
      talk,
      edit(3, (line) => `${line}笔记逐本看。`),
      '随便什么名字.docx',
    );
    const version = talk.store[talk.report.sections.c1p1?.version ?? ''] as Version;
    expect(version.text).toBe('全年组织集体学习{{studies}}，围绕{{topics}}专题展开讨论，人人发言。笔记逐本看。');
    expect(version.by).toEqual({ type: 'person', person: wang });
    expect(version.previous).toBe(before?.version);
    for (const part of ['改了1段', '数字没有变化', '{+笔记逐本看。}']) expect(talk.seen).toContain(part);
    talk.says('撤销', commands({ type: 'undo' }));
    expect(talk.report.sections.c1p1).toEqual(before);
  });

  it('is the base of what comes back next', () => {
    const talk = back(
      sent(),
      edit(3, (line) => `${line}笔记逐本看。`),
    );
    expect(
      back(
        talk,
        edit(3, (line) => `${line}笔记逐本看。`),
      ).seen,
    ).toContain('一字不差');
    back(
      talk,
      edit(3, (line) => `${line}笔记逐本看。还要抽查。`),
    );
    expect(textOf(talk, 'c1p1')).toMatch(/笔记逐本看。还要抽查。$/u);
    expect(talk.seen).not.toContain('两边');
  });

  it('with points merged, moved and retitled changes the outline, in one step', () => {
    const talk = sent();
    const old = talk.report.outline;
    const [title = '', opening = '', one = '', studies = '', lectures = '', two = '', branches = '', closing = ''] =
      lines;
    back(talk, [title, opening, two, branches, '一、学在经常、用在平时', `${studies}${lectures.slice(2)}`, closing]);
    expect(one).toBe('一、抓学习');
    const now = outlineOf(talk);
    expect(now.chapters.map((chapter) => chapter.heading)).toEqual(['抓队伍', '学在经常、用在平时']);
    expect(sectionsOf(now).map((section) => section.id)).not.toContain('c1p2');
    expect(textOf(talk, 'c1p1')).toContain('{{lectures}}');
    expect(now.slots.find((slot) => slot.id === 'lectures')?.section).toBe('c1p1');
    talk.says('撤销', commands({ type: 'undo' }));
    expect(talk.report.outline).toBe(old);
    expect(talk.report.sections.c1p2).toBeDefined();
  });

  it('with a figure taken out asks whether it is not to be written', () => {
    const talk = back(
      sent(),
      edit(3, (line) => line.replace('，围绕8个专题展开讨论', '')),
    );
    expect(talk.seen).toContain('学习专题 8个');
    talk.pressesButton('不写了');
    expect(talk.report.facts.topics?.print?.wish).toEqual({ type: 'omit' });
  });

  it('with a new figure says whose it is, and records it when told', () => {
    const talk = back(
      sent(),
      edit(4, (line) => `${line}其中一线课堂开了3场。`),
    );
    expect(talk.seen).toContain('王芳手改');
    expect(textOf(talk, 'c1p2')).toContain('3场');
  });

  it('counts what is asked and what is new alike on both cards; the same in other signs is neither', () => {
    const talk = back(
      sent(),
      edit(3, (line) => line.replace('14次', '十四次').replace('8个', '9个')).with(
        4,
        `${lines[4]}其中一线课堂开了3场。`,
      ),
    );
    expect(talk.seen).toContain('有1处数要问一下，新写的数有1处');
    expect(talk.seen).toContain('来稿里的数（要问1处，新数1处）');
    expect(talk.seen).not.toContain('不见了');
    talk.says('导出', commands({ type: 'compile' }));
    expect(talk.seen).not.toMatch(/没有出处[^\n]*十四次/u);
  });

  it('with a part only leaves the rest alone', () => {
    const talk = sent();
    const kept = { ...talk.report.sections };
    back(talk, ['一、抓学习', `${lines[3]}笔记逐本看。`]);
    expect(talk.seen).toContain('只有其中一部分');
    expect(talk.report.sections.c2p1).toEqual(kept.c2p1);
    expect(textOf(talk, 'c1p1')).toMatch(/笔记逐本看。$/u);
  });

  it('made from an older version keeps what was changed here since, and says so', () => {
    const talk = sent();
    const spot = { section: 'c2p1', words: 'c2p1' };
    talk.says(
      '改',
      commands({ type: 'edit_text', edit: { type: 'replace', find: '按期完成', put: '提前完成', spot } }),
    );
    back(
      talk,
      edit(3, (line) => `${line}笔记逐本看。`),
    );
    expect(talk.seen).toContain('这里改过的第二章第1点');
    expect(textOf(talk, 'c2p1')).toContain('提前完成');
    expect(textOf(talk, 'c1p1')).toContain('笔记逐本看');
  });

  it('that takes out what was changed here asks first', () => {
    const talk = sent();
    const spot = { section: 'c1p2', words: 'c1p2' };
    talk.says('改', commands({ type: 'edit_text', edit: { type: 'replace', find: '家常话', put: '大白话', spot } }));
    back(
      talk,
      lines.filter((_, at) => at !== 4),
    );
    expect(talk.seen).toContain('来稿里删了');
    expect(talk.report.sections.c1p2).toBeDefined();
    talk.pressesButton('照来稿删掉');
    expect(talk.report.sections.c1p2).toBeUndefined();
  });

  it('retitled on both sides asks which', () => {
    const talk = sent();
    const retitle = { type: 'retitle' as const, spot: { section: 'c2', words: 'c2' }, heading: '带队伍' };
    talk.says('改', commands({ type: 'restructure', change: retitle }));
    back(
      talk,
      edit(5, () => '二、建队伍'),
    );
    expect(talk.seen).toContain('“建队伍”');
    expect(outlineOf(talk).chapters[1]?.heading).toBe('带队伍');
    talk.pressesButton('用来稿的');
    expect(outlineOf(talk).chapters[1]?.heading).toBe('建队伍');
  });

  it('with notes keeps them with the materials', () => {
    const talk = back(sent(), [...lines, '修改说明：', '第二部分再核一遍。']);
    expect(talk.report.materials.map((one) => one.text)).toContain('第二部分再核一遍。');
    expect(textOf(talk, 'closing')).toBe(texts.closing);
  });

  it('in a group from somebody else is offered to the owner', () => {
    const talk = sent('group');
    const { sections } = talk.report;
    back(
      talk,
      edit(3, (line) => `${line}笔记逐本看。`),
      '改.docx',
      li,
    );
    expect(talk.seen).toContain('请王芳定');
    expect(talk.report.sections).toEqual(sections);
    const { value } = talk.button('收进来');
    talk.presses(value, li);
    expect(talk.report.sections).toEqual(sections);
    talk.presses(value, wang);
    expect((talk.store[talk.report.sections.c1p1?.version ?? ''] as Version).by).toEqual({
      type: 'person',
      person: li,
    });
  });

  it('very long still fits its card', () => {
    const long = '这一段写得特别长，把每一件事都说到。'.repeat(150);
    const talk = back(sent(), [
      ...lines.slice(0, 3),
      ...[3, 4].map((at) => `${lines[at]}${long}`),
      ...lines.slice(5),
      ...Array.from({ length: 30 }, (_, at) => `说明第${at}条，${long}`),
    ]);
    expect(talk.cards.flatMap(cardProblems)).toEqual([]);
  });
});
