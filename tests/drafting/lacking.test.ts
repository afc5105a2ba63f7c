// A wish for what was never given is answered plainly; any other wish needs no answer.
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { lackingFor } from '../../src/drafting/lacking.ts';
import { sectionsOf } from '../../src/report/outline.ts';
import { factsOf } from './library.ts';

const outline = loadCatalog('prompts/outlines').outlines.find((one) => one.kind === 'party-building');
if (!outline) throw new Error('no outline');
const facts = factsOf({
  research_trips: { type: 'figure', quantity: { amount: '11', scale: '', unit: '次', approximation: '' } },
  conduct_work: { type: 'list', items: ['节前给各科室发廉洁提醒', '青年干部轮流讲案例'] },
});
const lacking = (wish: string, id = 'conduct', current = ''): string => {
  const section = sectionsOf(outline).find((one) => one.id === id);
  if (!section) throw new Error(id);
  return lackingFor(wish, { section, outline, facts, current });
};

describe('a wish', () => {
  it.each(['突出我个人做了什么', '太虚了，说说局长自己干了啥', '把本人做的写实'])(
    '%s: what there is of it is named',
    (wish) => {
      expect(lacking(wish)).toBe(
        '手里写明是本人做的只有带队调研次数，只用了这些。本人还做了什么，告诉我（比如“我……”），我再写进去。',
      );
      expect(lacking(wish, 'branches')).toContain('手里没有写明是本人做的事，没有编。');
    },
  );

  it.each(['补一句关于老干部慰问的', '加上志愿服务的内容', '补充数字人民币试点的情况'])(
    '%s: nothing was given',
    (wish) => {
      expect(lacking(wish)).toMatch(/^手里没有“.+”的材料，没有编。/u);
    },
  );

  it.each([
    '补一句关于青年干部的',
    '加上廉洁提醒的内容',
    '补充调研的情况',
    '精炼些',
    '控制在300字以内',
    '再谦虚一点',
    '换个开头',
    '加点细节',
    '语气再朴实些',
    '',
  ])('%s: nothing to answer', (wish) => {
    expect(lacking(wish)).toBe('');
  });

  it('may be about what stands there already', () => {
    expect(lacking('补一句关于食堂接待的', 'conduct', '接待都在食堂。')).toBe('');
  });
});
