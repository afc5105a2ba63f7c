// A person's own words for a place, a number changed where it stands, an item taken off a list: word for word, nothing else.
import { beforeEach, describe, expect, it } from 'vitest';
import { officeOfWang } from './office.ts';

const { say } = officeOfWang('写2025年党建述职');

describe('given a draft', () => {
  beforeEach(async () => {
    await say('廉洁谈话46人次，支部书记党课18次');
    await say('存在的问题：一是学得不深；二是抓得不细；三是调研不多');
    await say('起草');
  });

  it('whole sentences after 改成： stand as they are', async () => {
    await say('第三章第2点改成：纪律要严在平时。全年同170名干部谈了心，发现苗头就提醒。');
    expect(await say('看第三章第2点')).toContain('纪律要严在平时。全年同170名干部谈了心，发现苗头就提醒。');
  });

  it('a wish after 改成： is none of them', async () => {
    expect(await say('第二章第1点改成：更突出重点工作，口语一点')).toContain('重写第二章第1点');
  });

  it('加一点：… into a point adds the words to it', async () => {
    expect(await say('第三章第三点加一点：公务用车全程留痕。')).toContain('第三章第3点末尾加上“公务用车全程留痕');
    expect(await say('第三章加一点“公务用车”')).toContain('加了第三章第4点');
  });

  it('a number a fact holds is corrected there, one only the text holds is changed there, never inside another', async () => {
    expect(await say('把46改成48')).toContain('廉洁谈话人次 46人次→48人次');
    await say('第三章第2点改成：纪律要严在平时。全年同170名干部谈了心，走访70户企业。');
    expect(await say('把70改成75')).toContain('“70”→“75”');
    expect(await say('看第三章第2点')).toContain('170名干部谈了心，走访75户企业');
    expect(await say('把333改成335')).toContain('没有哪一项记的是333');
  });

  it('a number two facts hold is asked about', async () => {
    await say('职级晋升46人次');
    expect(await say('把46改成48')).toContain('哪一项');
    expect(await say('廉洁谈话是多少')).toContain('46人次');
  });

  it.each(['存在的问题第二条删掉', '存在的问题部分第二条删掉', '把存在的问题那部分第二条删了'])('%s', async (text) => {
    expect(await say(text)).toContain('→学得不深；调研不多');
  });

  it('points a chapter does not have are told, and which chapters have them', async () => {
    await say('看第三章');
    const told = await say('三四条合并，换个标题');
    expect(told).toContain('第三章只有3点');
    expect(told).toContain('第四章');
  });
});
