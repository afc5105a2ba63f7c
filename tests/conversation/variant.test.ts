// Other texts from the same facts: chosen for, handed over, kept up with every correction.
import { describe, expect, it } from 'vitest';
import { spokenForms } from '../../src/conversation/variant-say.ts';
import type { Version } from '../../src/report/report.ts';
import type { Variant } from '../../src/report/variant.ts';
import { cardProblems } from './card-limits.ts';
import { commands, fact, facts, li, party, quantity } from './fixture.ts';
import { given, type Talk } from './given.ts';

const filler = '我们坚持把学习摆在前面，推动全局上下形成风气，不断提高认识，切实增强本领。';
const texts: Record<string, string> = {
  opening: `{{year}}年，我认真履行职责。${filler}现述职如下。`,
  c1p1: `全年集体学习{{studies}}，安排{{topics}}专题。${filler.repeat(3)}`,
  c1p2: `我讲党课{{lectures}}并组织全体党员围绕身边的人和事开展交流讨论。${filler.repeat(2)}`,
  c2p1: `按照便于管理便于活动的原则设置全局支部{{branches}}并配齐支部书记。${filler}`,
  closing: '述职完毕，请评议。',
};

function drafted(type: 'p2p' | 'group' = 'p2p'): Talk {
  return given(type)
    .started()
    .says(
      '报',
      facts(
        fact('studies', '14', '次'),
        fact('topics', '9', '个'),
        fact('lectures', '2', '次'),
        fact('branches', '8', '个'),
      ),
    )
    .says('起草', commands({ type: 'draft', section: 'all' }))
    .drafted((id) => texts[id] ?? '');
}

const variant = (talk: Talk, at = 0): Variant => {
  const found = talk.report.variants?.at(at);
  if (!found) throw new Error('no variant');
  return found;
};
const wordsIn = (talk: Talk, at = 0): string =>
  Object.values(variant(talk, at).sections)
    .map((key) => (talk.store[key] as Version).text)
    .join('\n');

describe('a shorter one', () => {
  it('says what it leaves out, and leaves the report as it is', () => {
    const talk = drafted();
    const before = { ...talk.report.sections };
    talk.says('组织部要200字的');
    expect(talk.seen).toContain('取舍：200字版');
    expect(talk.seen).toMatch(/全文\d+字，这一版\d+字/u);
    expect(talk.report.sections).toEqual(before);
    expect(talk.cards.flatMap(cardProblems)).toEqual([]);
  });

  it('keeps and drops at a press, one step each', () => {
    const talk = drafted().says('组织部要120字的');
    const omitted = variant(talk).omitted;
    expect(omitted.length).toBeGreaterThan(0);
    const [slot = ''] = omitted;
    talk.presses({ action: 'variant_keep', report: talk.report.id, variant: 'v1', slot });
    expect(wordsIn(talk)).toContain(`{{${slot}}}`);
    expect(talk.of('update_card')).toHaveLength(1);
    talk.presses({ action: 'variant_drop', report: talk.report.id, variant: 'v1', slot });
    expect(wordsIn(talk)).not.toContain(`{{${slot}}}`);
    talk.says('撤销', commands({ type: 'undo' }));
    expect(wordsIn(talk)).toContain(`{{${slot}}}`);
    talk.says('撤销', commands({ type: 'undo' })).says('撤销', commands({ type: 'undo' }));
    expect(talk.report.variants).toEqual([]);
  });

  it('keeps all when asked, and says what that costs', () => {
    const talk = drafted().says('组织部要100字的').pressesButton('都留');
    expect(variant(talk).omitted).toEqual([]);
    expect(talk.seen).toContain('比要求多');
  });

  it('goes out under its own name, with its own ledger', () => {
    const talk = drafted().says('组织部要200字的').pressesButton('就这样');
    const [file] = talk.of('send_file');
    expect(file?.name).toBe('2023年度党建述职报告（200字版）.docx');
    expect(file?.sections).toEqual(variant(talk).sections);
    expect(talk.report.files ?? []).toEqual([]);
    talk.pressesButton('数字台账');
    expect(talk.of('send_file')[0]).toMatchObject({
      as: 'ledger',
      name: '2023年度党建述职报告（数字台账，200字版）.xlsx',
    });
  });

  it('is no longer than the report', () => {
    const talk = drafted().says('组织部要5000字的');
    expect(talk.seen).toContain('没有可压的');
    expect(variant(talk).omitted).toEqual([]);
  });

  it('needs a text', () => {
    expect(given().started().says('组织部要1500字的').seen).toContain('先起草');
  });

  it('is its owner’s to ask for', () => {
    const talk = drafted('group').says('组织部要200字的', undefined, li);
    expect(talk.report.variants ?? []).toEqual([]);
  });
});

describe('in question', () => {
  const disputed = () => drafted().says('学习15次', facts(fact('studies', '15', '次')));

  it('carries what is disputed in its name, on its card and in the file', () => {
    const talk = disputed().says('组织部要400字的').pressesButton('就这样');
    const [file] = talk.of('send_file');
    expect(file?.name).toMatch(/（400字版，(?:待补\d+处、)?待核1处）/u);
    expect(file?.open?.slots).toContain('studies');
    expect(talk.seen).toContain('待核1处');
    expect(talk.seen).toContain('还报过15次');
  });

  it('says nothing of what it does not tell', () => {
    const talk = disputed().says('组织部要400字的').pressesButton('就这样');
    talk.presses({ action: 'variant_drop', report: talk.report.id, variant: 'v1', slot: 'studies' });
    talk.says('再发一份400字版');
    expect(wordsIn(talk)).not.toContain('{{studies}}');
    expect(talk.of('send_file')[0]?.name).not.toContain('待核');
  });
});

describe('asked for again', () => {
  it('is sent as it was, each by its own name', () => {
    const talk = drafted().says('组织部要200字的，另外给局长准备个2分钟的讲话');
    expect(talk.report.variants).toHaveLength(2);
    expect(talk.says('把200字的那个再发我一下').of('send_file')[0]?.name).toContain('200字版');
    expect(talk.says('再发一份口语稿2分钟').of('send_file')[0]?.name).toContain('口语稿2分钟');
    expect(talk.report.variants).toHaveLength(2);
  });

  it('is found by the minutes its file names', () => {
    const talk = drafted().says('来个口语稿，8分钟').pressesButton('就这样');
    const name = talk.of('send_file')[0]?.name ?? '';
    const minutes = /口语稿(\d+)分钟/u.exec(name)?.[1];
    expect(minutes).not.toBe('8');
    expect(talk.seen).toContain(`约念${minutes}分钟`);
    expect(talk.says(`再发一份口语稿${minutes}分钟`).of('send_file')[0]?.name).toBe(name);
  });

  it('is made where there is none of it', () => {
    expect(drafted().says('来个口语稿，2分钟').says('再发一份300字版').seen).toContain('取舍：300字版');
  });
});

describe('a speech', () => {
  it('is so many minutes long, and read aloud', () => {
    const talk = drafted().says('给局长念的，2分钟');
    expect(variant(talk)).toMatchObject({ kind: 'speech', minutes: 2, characters: 480 });
    talk.pressesButton('就这样');
    expect(talk.of('send_file')[0]).toMatchObject({
      as: 'large',
      speech: { marks: 'ordinal' },
      name: '2023年度党建述职报告（口语稿2分钟）.docx',
    });
  });

  it('asks how long, where nobody said', () => {
    expect(drafted().says('来个口语稿').seen).toContain('要念几分钟');
  });

  it('is offered with the file where the notice says how long it may take', () => {
    const talk = drafted();
    (talk.state?.reports[0] as { task?: object }).task = { minutes: 3 };
    talk.says('导出', commands({ type: 'compile' })).pressesButton('口语稿3分钟');
    expect(variant(talk)).toMatchObject({ kind: 'speech', characters: 720 });
  });

  it('counts less when asked', () => {
    const talk = drafted().says('来个口语稿，2分钟').says('口语版里“一是二是”别太多').says('只出口语稿');
    expect(talk.of('send_file')[0]?.speech).toEqual({ marks: 'none' });
  });

  it('rounds only what is asked, and keeps the record exact', () => {
    const talk = drafted().says('来个口语稿，2分钟').says('学习那个数念四舍五入');
    expect(talk.seen).toContain('没有可以舍的零头');
    talk.says('改', facts({ ...fact('studies', '894.05', '元'), correction: true }));
  });
});

describe('how a figure may be said', () => {
  it.each([
    ['894.05', ['八百九十四亿元', '将近九百亿元']],
    ['461.38', ['四百六十一亿元', '四百六十多亿元']],
    ['88', ['将近九十亿元']],
    ['70', []],
  ])('%s亿元', (amount, said) => {
    const forms = spokenForms(quantity(amount, '元', { scale: '亿' })).map((one) => one.said);
    expect(forms).toEqual(said);
  });
});

describe('a correction', () => {
  const both = (): Talk => drafted().says('组织部要300字的').pressesButton('就这样').says('来个口语稿，2分钟');

  it('is told of in all texts, with the files that went out before', () => {
    const talk = both().says('不对，党课是3次', facts({ ...fact('lectures', '3', '次'), correction: true }));
    expect(talk.seen).toContain(
      '党课次数：3个稿子里这个数在3处：报送稿1处改为3次；300字版1处改为3次；口语稿2分钟1处改为三次。',
    );
    expect(talk.seen).toContain('300字版（1月12日');
    expect(talk.seen).toContain('〔都出新版〕');
    talk.pressesButton('都出新版');
    expect(talk.of('send_file').map(({ name }) => name)).toEqual([
      expect.stringContaining('党建述职报告'),
      expect.stringContaining('300字版'),
      expect.stringContaining('口语稿2分钟'),
    ]);
    const [key] = talk.of('send_file').map(({ facts: key }) => key);
    expect(talk.store[key ?? '']).toMatchObject({ lectures: { value: { quantity: { amount: '3' } } } });
  });

  it('of a text is told once, and the new file is made from it', () => {
    const talk = both();
    const before = wordsIn(talk);
    const edit = { type: 'replace' as const, find: '我讲党课', put: '我带头讲党课' };
    talk.says('改', commands({ type: 'edit_text', edit }));
    expect(talk.seen).toContain('300字版、口语稿2分钟是照改之前的稿子做的');
    talk.says('看看', commands({ type: 'show_progress' }));
    expect(talk.seen).not.toContain('照改之前');
    talk.says('都出新版');
    expect(talk.seen).toContain('按现在的稿子重做');
    expect(wordsIn(talk)).not.toBe(before);
    expect(wordsIn(talk)).toContain('我带头讲党课');
  });

  it('that fills a gap is told in the next file', () => {
    const talk = given()
      .started()
      .says('报', facts(fact('studies', '14', '次'), fact('lectures', '2', '次')))
      .says('起草', commands({ type: 'draft', section: 'all' }))
      .drafted((id) => texts[id] ?? '')
      .says('组织部要110字的');
    expect(variant(talk).omitted).toContain('branches');
    talk
      .says('支部8个', facts(fact('branches', '8', '个')))
      .presses({ action: 'variant_keep', report: talk.report.id, variant: 'v1', slot: 'branches' });
    talk.says('再发一份110字版');
    expect(wordsIn(talk)).toContain('{{branches}}');
  });

  it('says nothing where there is no other text', () => {
    const talk = drafted().says('不对', facts({ ...fact('lectures', '3', '次'), correction: true }));
    expect(talk.seen).not.toContain('个稿子里');
  });
});

it('has a card within the limits whatever the report', () => {
  const slots = Array.from({ length: 150 }, (_, at) => ({
    ...(party.slots[0] as (typeof party.slots)[number]),
    id: `s${at}`,
    label: `很长的指标名称之第${at}项`.repeat(2),
  }));
  const wide = {
    ...party,
    slots,
    chapters: party.chapters.map((one) => ({
      ...one,
      points: one.points.map((point) => ({ ...point, slots: slots.map(({ id }) => id) })),
    })),
  };
  const talk = given('p2p', [wide])
    .started()
    .says('报', facts(...slots.map(({ id }) => fact(id, '14', '次'))))
    .says('起草', commands({ type: 'draft', section: 'all' }))
    .drafted((id) => (id === 'c1p1' ? slots.map((one) => `办了{{${one.id}}}。`).join('') : '一句。'))
    .says('组织部要400字的');
  expect(talk.cards.length).toBeGreaterThan(0);
  expect(talk.cards.flatMap(cardProblems)).toEqual([]);
});
