// Names, dates, meetings, papers, deeds and claims nobody gave are found without their marks; what was given passes.
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { checkText } from '../../src/drafting/check-text.ts';
import { readInstruction } from '../../src/drafting/read-instruction.ts';
import { sectionsOf } from '../../src/report/outline.ts';
import { deeds, factsFor, randomFrom, truthfulText } from './any-facts.ts';
import { factsOf } from './library.ts';

const catalog = loadCatalog('prompts/outlines');
const party = catalog.outlines.find((one) => one.kind === 'party-building');
const section = party && sectionsOf(party).find((one) => one.id === 'ideology');
if (!party || !section) throw new Error('no outline');

const fatal = (text: string, values: Parameters<typeof factsOf>[0] = {}): string[] =>
  checkText(`严格落实意识形态工作责任制，${text}。{{ideology_work}}。`, {
    ...{ outline: party, section, year: 2024, instruction: readInstruction('', 0) },
    facts: factsOf({ ideology_work: { type: 'list', items: ['稿件三审三校'] }, ...values }),
  })
    .filter((fault) => fault.fatal)
    .map(({ message }) => message);

const invented = [
  ...['市发改委一同会商', '联合市审计局会商', '请临江日报社印刷公司协办', '市委党校派员授课', '由督导组指导'],
  ...['李明局长到场', '张华同志主讲', '请王教授授课', '由赵主任负责'],
  ...['上半年完成', '年底前完成', '每月会商', '春节前布置', '3月启动', '五月启动', '第三季度完成'],
  ...['在红旗村试点', '赴井冈山革命旧址学习', '到青川县取经'],
  ...[
    '召开推进会',
    '召开第三次推进会',
    '举办演讲比赛',
    '组织志愿服务',
    '开展谈心谈话',
    '开展“清风”行动',
    '开展安全生产大检查活动',
  ],
  ...['印发《工作方案》', '印发实施方案', '出台管理办法', '签订责任书', '成立工作专班', '建立快速反应机制'],
  ...['全面完成任务', '全部整改到位', '率先推开', '全省首创', '位居前列', '排名全市第一', '打造标杆', '获得一致好评'],
  ...[
    '受到高度评价',
    '荣获先进集体',
    '成效显著',
    '取得明显成效',
    '实现全覆盖',
    '圆满收官',
    '百分之百落实',
    '零投诉',
    '群众满意度提升',
    '质量全市第一',
    '位居第一位',
    '每一名党员都达标',
    '水平最好',
    '力求公开，实现了全覆盖',
  ],
];

describe('what nobody gave', () => {
  it.each(invented)('%s', (words) => {
    expect(fatal(words)).not.toEqual([]);
  });
});

describe('what was given, and what anyone may say', () => {
  it.each([
    ['联合市审计局会商', '联合市审计局会商稿件'],
    ['李明局长到场', '李明局长到场讲评'],
    ['上半年完成', '任务上半年完成'],
    ['召开推进会', '召开推进会部署'],
    ['开展“清风”行动', '“清风”行动收尾'],
    ['获得一致好评', '讲座获得一致好评'],
    ['印发实施方案', '印发意识形态工作实施方案'],
  ])('%s', (words, said) => {
    expect(fatal(words, { political_work: { type: 'list', items: [said] } })).toEqual([]);
  });

  it.each([
    '各部门按职责分工',
    '全局上下绷紧这根弦',
    '财政部门管好自己的稿件',
    '党组书记负总责',
    '管住阵地，也管好队伍',
    '把工作做在平常',
    '在全市大局中找准位置',
    '当前的重点是抓日常',
    '以习近平同志为核心的党中央怎么要求就怎么做',
    '这项工作会一直做下去',
    '城市和乡村、社区和夜市都有阵地',
    '最大程度方便干部职工',
    '把党的组织建设和干部队伍建设放在一起抓',
    '金融科科长和支部书记各管一段',
    '老党员同志也看，安排老师傅来读',
    '财政部门的事，财政干部来说',
    '每个支部都有人管',
    '办公室主任把头道关',
    '支部是全部工作的基础',
    '监督是对干部最好的保护',
    '抓好党建是最大的政绩',
    '抓党建是第一位的责任',
    '坚持安全第一',
    '把责任落实到每一名党员',
    '意在形成用制度管人的长效机制',
    '力求取得实效',
    '健全基本组织、建强基本队伍',
  ])('%s', (words) => {
    expect(fatal(words)).toEqual([]);
  });

  it.each([
    ['云溪县水利局', '在全县大局中找准位置', '在全市大局中找准位置'],
    ['滨江市财政局', '在全市大局中找准位置', '在全省大局中找准位置'],
  ])('%s is of its own level', (unit, own, other) => {
    const values = { unit: { type: 'text' as const, text: unit } };
    expect(fatal(own, values)).toEqual([]);
    expect(fatal(other, values).join('')).toContain('层级');
  });

  it('is not what the outline only asks for: an example in a question is no fact', () => {
    expect(fatal('开展思想动态问卷调查')).not.toEqual([]);
  });
});

const checked = (text: string, outline: typeof party, one: typeof section, facts: ReturnType<typeof factsFor>) =>
  checkText(text, { outline, section: one, facts, year: 2024, instruction: readInstruction('', 0) });

describe.each(catalog.outlines)('facts at random for $kind', (outline) => {
  const phrasebook = catalog.phrasebooks[outline.kind];
  if (!phrasebook) throw new Error('no phrasebook');
  const each = function* (seeds: number) {
    for (let seed = 0; seed < seeds; seed += 1) {
      const facts = factsFor(outline, seed);
      for (const one of sectionsOf(outline)) {
        yield { seed, one, facts, text: truthfulText({ outline, phrasebook, facts }, one, seed) };
      }
    }
  };

  it('a truthful writer passes at once, at least in 95 of 100 sections, and says nothing false in any', () => {
    const results = [...each(40)].map(({ one, facts, text, seed }) => ({
      seed,
      text,
      faults: checked(text, outline, one, facts),
    }));
    expect(results.filter(({ faults }) => faults.some((fault) => fault.fatal))).toEqual([]);
    expect(results.filter(({ faults }) => faults.length === 0).length).toBeGreaterThan(results.length * 0.95);
  });

  it('no lie passes, whatever it is beside', () => {
    const given = deeds.join('');
    const lies = invented.filter((lie) => !given.includes(lie));
    for (const { seed, one, facts, text } of each(8)) {
      const next = randomFrom(seed * 31 + one.id.length);
      const marks = [...text.matchAll(/[，。；](?![^{}]*\}\})/gu)].map((match) => match.index);
      for (let time = 0; time < 4 && marks.length > 0; time += 1) {
        const lie = lies[next(lies.length)] ?? '';
        const at = marks[next(marks.length)] ?? 0;
        const spoilt = `${text.slice(0, at)}，${lie}${text.slice(at)}`;
        const said = JSON.stringify(Object.values(facts).map(({ value }) => value));
        // By chance it may have been said: 清风 is also the name of a campaign.
        if (/清风/u.test(lie) && /清风/u.test(said)) continue;
        expect({
          seed,
          spoilt,
          fatal: checked(spoilt, outline, one, facts).some((fault) => fault.fatal),
        }).toMatchObject({ fatal: true });
      }
    }
  });
});
