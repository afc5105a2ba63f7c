// An outline in words is read as one; a sentence that counts aspects, deeds or branches is not.
import { describe, expect, it } from 'vitest';
import { readSkeleton } from '../../src/reading/skeleton.ts';

const read = (text: string) => {
  const command = readSkeleton(text);
  return command?.type === 'restructure' && command.change.type === 'skeleton' ? command.change : null;
};

describe('chapters', () => {
  it.each([
    '提纲局长要三大块：履职情况、问题原因、下一步',
    '提纲分三块，履职情况、问题原因、下一步',
    '结构按三个部分写：履职情况；问题原因；下一步。',
    '报告分成三大部分：履职情况、问题原因、下一步',
  ])('%s', (text) => {
    expect(read(text)?.chapters).toEqual(['履职情况', '问题原因', '下一步']);
  });

  it('with the points of one of them', () => {
    const both = '提纲局长要三大块：履职情况、问题原因、下一步。履职里面四条，按“学、建、廉、融”分';
    expect(read(both)).toMatchObject({
      chapters: ['履职情况', '问题原因', '下一步'],
      inside: [{ of: '履职', points: ['学', '建', '廉', '融'] }],
    });
    expect(read('履职里面四条，按“学、建、廉、融”分')).toMatchObject({ chapters: [], inside: [{ of: '履职' }] });
  });
});

describe('something else', () => {
  it.each([
    '报告会讲了三个方面：学习、组织、纪律，全年集体学习12次，党课3次',
    '我们分三个组：一组、二组',
    '提纲要四大块：履职情况、问题、下一步',
    '全年三个支部两项工作',
    '从三个方面发力：学习、组织、纪律',
    '报告会开了3次，讲了两个专题',
    '第一章和第二章合并',
  ])('%s', (text) => {
    expect(read(text)).toBeNull();
  });
});
