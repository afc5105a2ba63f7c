// Drafting without a model: always a text, never an invented word, and plain words about what an instruction cannot get.
import { describe, expect, it } from 'vitest';
import { createDraft } from '../../src/drafting/draft.ts';
import type { DraftRequest } from '../../src/drafting/port.ts';
import { silentLog } from '../../src/log.ts';
import { sectionsOf } from '../../src/report/outline.ts';
import { proveSection } from '../../src/report/proof.ts';
import { renderPlain } from '../../src/report/render.ts';
import { facts, factsOf, outline, phrasebook, style } from './library.ts';

const draft = createDraft({ phrasebooks: { library: phrasebook }, styles: { library: style }, log: silentLog });
const all = sectionsOf(outline).map((section) => section.id);
const request = (more: Partial<DraftRequest> = {}): DraftRequest => ({
  ...{ outline, year: 2024, facts, sections: all, instruction: '', current: {}, seed: 1 },
  ...more,
});

describe('a first draft', () => {
  it('has every section asked for, in order, each proved, without a note', async () => {
    const drafted = await draft(request());
    expect(drafted.map((one) => one.section)).toEqual(all);
    for (const { section, text, by, note } of drafted) {
      expect(text).not.toBe('');
      expect(proveSection(text, { outline, section, facts, year: 2024 })).toEqual([]);
      expect(by).toEqual({ type: 'phrasebook', id: 'phrasebook@4' });
      expect(note).toBeUndefined();
    }
  });

  it('marks what is missing and leaves out what nobody needs', async () => {
    const [lending, reading] = await draft(request({ facts: factsOf({}), sections: ['lending', 'reading'] }));
    expect(renderPlain(lending?.text ?? '', { outline, year: 2024, facts: {} })).toContain('〔待补：图书外借〕');
    expect(reading?.text).not.toContain('{{titles}}');
  });

  it('is the same for the same seed', async () => {
    expect(await draft(request())).toEqual(await draft(request()));
  });

  it('skips sections the outline does not have and refuses a kind without a phrasebook', async () => {
    expect(await draft(request({ sections: ['nowhere'] }))).toEqual([]);
    await expect(draft(request({ outline: { ...outline, kind: 'other' } }))).rejects.toThrow('other/phrasebook.yaml');
  });
});

describe('a rewrite', () => {
  const rewrite = async (instruction: string, section = 'lending', seed = 1) => {
    const [first] = await draft(request({ sections: [section], seed }));
    const current = { [section]: first?.text ?? '' };
    const [second] = await draft(request({ sections: [section], seed: seed + 1, instruction, current }));
    return { before: first?.text ?? '', after: second?.text ?? '', note: second?.note ?? '' };
  };

  it.each([1, 2, 3, 4, 5])('differs and keeps every fact (seed %i)', async (seed) => {
    const { before, after, note } = await rewrite('突出我个人做了什么', 'lending', seed);
    expect(after).not.toBe(before);
    expect(proveSection(after, { outline, section: 'lending', facts, year: 2024 })).toEqual([]);
    expect(note).toContain('只能换一种现成的说法');
    expect(note).toContain('具体的文字要求做不到');
    expect(note).toContain('请管理员配置好模型');
  });

  const shortest = '图书外借{{loans}}，同比{{loans_growth}}；到馆读者{{visits}}，同比{{visits_growth}}。';

  it.each(['精炼些', '太长了，缩短一点', '控制在48字以内', '压缩到一半'])(
    '%s takes the shortest wording and says its length',
    async (instruction) => {
      const { before, after, note } = await rewrite(instruction, 'lending', 2);
      expect(before).not.toBe(shortest);
      expect(after).toBe(shortest);
      expect(note).toMatch(/已换成最短的写法，印出来46字/);
    },
  );

  it('admits that there is nothing shorter', async () => {
    const { before, after, note } = await rewrite('精炼些', 'lending', 1);
    expect([before, after]).toEqual([shortest, shortest]);
    expect(note).toContain('没有再动');
  });

  it('never shortens a section to nothing', async () => {
    expect((await rewrite('精炼些', 'closing')).after).toBe('特此报告，请审阅。');
  });

  it('says that a limit cannot be met, and why', async () => {
    expect((await rewrite('压到20字以内')).note).toContain('还超出要求的20字');
  });

  it('does not pretend to write more', async () => {
    expect((await rewrite('写详细些')).note).toContain('短语库不会添加没有给出的内容');
  });

  it.each([
    '重写',
    '换个写法',
    '第二部分第一点换一种说法',
    '再来一版吧',
    '第一章（二）改写一下，精炼些',
    '太长了，请把这一节精简一点',
  ])('does not complain of what it did: %s', async (instruction) => {
    expect((await rewrite(instruction)).note).not.toContain('做不到');
  });

  it('promises nothing it did not do', async () => {
    const { note } = await rewrite('精炼些，突出我个人带队做了什么');
    expect(note).toContain('其余的文字要求做不到');
  });
});
