// The model's part: what is sent is masked and only when needed; what comes back is checked; when it fails the user is asked.
import { describe, expect, it } from 'vitest';
import { ServiceError } from '../../src/errors.ts';
import type { Ask, Model } from '../../src/model/port.ts';
import { factsOf, readText } from './outlines.ts';

/** Answers with `answer` and keeps what it was sent. */
function scripted(answer: unknown): Model & { sent: Record<string, string>[] } {
  const sent: Record<string, string>[] = [];
  return {
    sent,
    ask: async <T>({ values, schema }: Ask<T>) => {
      sent.push(values);
      return { value: schema.parse(answer), prompt: 'read-message@1#00000000', model: 'scripted' };
    },
  };
}

const failing: Model = {
  ask: () => Promise.reject(new ServiceError('model_unavailable', 'gone')),
};

describe('what is sent', () => {
  it('holds no figure, only masks', async () => {
    const model = scripted({});
    await readText('给困难群众发了八千四百七十六万元，惠及31万人次', model);
    const message = model.sent[0]?.message ?? '';
    expect(message).toContain('困难群众');
    expect(message).not.toMatch(/\d(?!:)|八千|31|四百/);
    expect(message).toMatch(/⟦1:元⟧/);
  });

  it('is nothing when our own reader placed everything, or there is nothing to place', async () => {
    const model = scripted({});
    for (const text of ['集体学习12次', '起草第一章', '谢谢', '12次', '留抵退税跟去年差不多'])
      await readText(text, model);
    expect(model.sent).toEqual([]);
  });

  it('is nothing when the text is marked secret', async () => {
    const model = scripted({});
    for (const mark of ['秘密', '机密★1年', '【绝密】']) await readText(`${mark} 某专项工作投入37亿元`, model);
    expect(model.sent).toEqual([]);
  });
});

describe('what comes back', () => {
  const text = '给用工单位退了保险费8.4亿元';

  it('places a mask in its slot', async () => {
    const reading = await readText(text, scripted({ figures: [{ mask: 1, slot: 'job_refunds' }] }));
    expect(factsOf(reading)).toEqual({ job_refunds: '8.4亿元' });
    expect(reading.asks).toEqual([]);
    expect(reading.by).toBe('model');
  });

  it.each([
    ['a mask that is not there', [{ mask: 7, slot: 'job_refunds' }]],
    ['a slot that is not there', [{ mask: 1, slot: 'nowhere' }]],
    ['a slot of another unit', [{ mask: 1, slot: 'party_days' }]],
    [
      'one mask for two slots',
      [
        { mask: 1, slot: 'job_refunds' },
        { mask: 1, slot: 'tax_refunds' },
      ],
    ],
    ['a slot for words', [{ mask: 1, slot: 'main_line' }]],
  ])('is not believed: %s', async (_, figures) => {
    const reading = await readText(text, scripted({ figures }));
    expect(reading.facts).toEqual([]);
    expect(reading.asks).toHaveLength(1);
  });

  it('must be confirmed where no unit was said or the number was a guess', async () => {
    const reading = await readText(
      '给用工单位退了保险费大概8.4亿元',
      scripted({ figures: [{ mask: 1, slot: 'job_refunds' }] }),
    );
    expect(reading.facts).toEqual([]);
    expect(reading.asks.map((ask) => ask.type)).toEqual(['confirm_value']);
  });

  it('takes words only as they stand in the message', async () => {
    const said = '班子成员都到联系点支部上课谈体会';
    const right = await readText(said, scripted({ texts: [{ slot: 'branch_life', quote: said }] }));
    expect(factsOf(right)).toEqual({ branch_life: said });
    const made = await readText(said, scripted({ texts: [{ slot: 'branch_life', quote: '带头上好党课' }] }));
    expect(made.facts).toEqual([]);
  });

  it('gives a command of the closed list, with the user’s own words as instruction', async () => {
    const said = '领导觉得讲作风那里味道不够';
    const reading = await readText(said, scripted({ commands: [{ type: 'rewrite', section: 'conduct' }] }));
    expect(reading.commands).toEqual([{ type: 'rewrite', section: 'conduct', instruction: said }]);
    const unknown = await readText(said, scripted({ commands: [{ type: 'rewrite', section: 'nowhere' }] }));
    expect(unknown.commands).toEqual([]);
  });
});

describe('when it fails', () => {
  it.each([
    ['away', failing],
    ['nonsense', scripted('blah')],
  ])('the user is asked: %s', async (_, model) => {
    const reading = await readText('直达资金下达率99.3%', model);
    expect(reading.facts).toEqual([]);
    expect(reading.asks.map((ask) => ask.type)).toEqual(['unplaced']);
  });
});
