// What goes out with the file: a figure two values wait for is named with both; a point with nothing to tell leaves no trace.
import { describe, expect, it } from 'vitest';
import { officeOfWang } from './office.ts';

const { say } = officeOfWang();

describe('given two values for one figure, when the report is handed over', () => {
  it.each([[], ['跳过']])('undecided (%s), then file and message say so', async (...deferring) => {
    await say('党员52名');
    await say('党员58名');
    for (const text of deferring) await say(text);
    await say('起草第二章');
    const delivered = await say('导出');
    expect(delivered).toMatch(/待核1处.*\.docx/u);
    expect(delivered).toContain('党员数：文中是52名，还报过58名');
  });

  it('decided, then nothing is said of it', async () => {
    await say('党员52名');
    await say('党员58名');
    await say('就按58名');
    await say('起草第二章');
    const delivered = await say('导出');
    expect(delivered).not.toContain('待核');
    expect(delivered).not.toContain('还报过');
  });
});

it('given a point whose slots are all said not to exist, when its chapter is drafted, then it is left out and not unwritten', async () => {
  for (const slot of ['专项整治', '廉洁谈话', '带队调研']) await say(`${slot}没有这项`);
  await say('党员52名');
  const drafted = await say('起草第三章');
  expect(drafted).toContain('第2点“从严从实管理监督干部”没有要写的');
  expect(drafted).not.toContain('没写出来');
  expect(await say('导出')).not.toMatch(/第三章[^，]*还没起草|第三章第2点/u);
  const text = await say('看全文');
  expect(text).not.toContain('从严从实管理监督干部');
  expect(text).not.toContain('本节尚未起草');
});
