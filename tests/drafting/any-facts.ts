// Facts at random for an outline of the catalog, and a truthful writer that tells them in ever other ways. Fixtures only.
import { findFigures } from '../../src/figures/index.ts';
import type { Facts, FactValue } from '../../src/report/fact.ts';
import { type Outline, type Section, type Slot, slotOf } from '../../src/report/outline.ts';
import { type Phrasebook, phraseSection } from '../../src/report/phrasebook.ts';
import { isVerbatim } from '../../src/report/proof-telling.ts';
import { hiddenItem, itemsOf } from '../../src/report/telling.ts';

/** Numbers at random from a seed. */
export function randomFrom(seed: number): (below: number) => number {
  let state = (seed * 2654435761 + 1013904223) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

/** As people tell what was done: with figures, dates, names, refusals, doers. */
export const deeds = [
  '请纪检干部讲身边案例，各支部当场讨论',
  '3月12日开动员会，把任务分到8个科室',
  '给新提任的6名干部逐人建廉政档案',
  '把报销审批改成线上办，平均时限压到2天',
  '机关党委每季度抽查支部记录，问题当面交给书记',
  '修订局党组议事规则，大额资金先会商后上会',
  '局网站稿件实行三审三校',
  '年轻干部轮流领学，讲自己手上的业务',
  '公务接待一律进食堂，没有超标准',
  '组织4次现场观摩，支部之间互相打分',
  '把《廉洁自律准则》印成口袋书发到人',
  '办“账本里的党课”，用凭证讲规矩',
  '分管领导带队到企业送政策',
  '对照清单查摆问题17个，不留尾巴',
  '同市税务局建立联席会商',
  '党支部和社区结对，认领群众小心愿45个',
  '预算处试行零基预算，砍掉低效项目',
  '到老区乡镇走访困难党员',
  '编写岗位风险提示卡，放在每个人案头',
  '夜校开在单位会议室，周二周四晚上讲课',
];
const shortcomings = [
  '抓党建满足于开会布置，到支部面对面推动不够',
  '学用结合不紧，调研成果转化少',
  '对年轻干部压担子不够',
  '过夜产品少，游客留不住',
  '基层站所缺人，专职干部不到一半',
];
const names = ['深化作风建设专项教育', '临江市财政局', '清风机关行动', '“红账本”创建', '江畔名城建设', '王芳'];

export function factsFor(outline: Outline, seed: number, share = 0.8): Facts {
  const next = randomFrom(seed);
  const source = { by: { id: 'ou_1', name: '王芳' }, at: 0, event: 'om_1', words: '' };
  const some = (from: string[], count: number): string[] => {
    const left = [...from];
    return Array.from({ length: count }, () => left.splice(next(left.length), 1)[0] ?? '');
  };
  return Object.fromEntries(
    outline.slots
      .filter((slot) => slot.last_year_of === undefined && slot.appears?.length !== 0)
      .filter(() => next(100) < share * 100)
      .map((slot) => [slot.id, { slot: slot.id, value: valueFor(slot, next, some), source }]),
  );
}

function valueFor(
  slot: Slot,
  next: (below: number) => number,
  some: (from: string[], count: number) => string[],
): FactValue {
  if (slot.type === 'figure') {
    const said = `${2 + next(900)}${['', '余', ''][next(3)]}${slot.scale ?? ''}${slot.unit ?? ''}`;
    const growth = `${['增长', '下降'][next(2)]}${1 + next(20)}.${1 + next(9)}%`;
    const [figure] = findFigures(slot.growth_of === undefined ? said : growth);
    if (!figure) throw new Error(said);
    return { type: 'figure', quantity: figure.quantity };
  }
  if (slot.type === 'name') return { type: 'text', text: names[next(names.length)] ?? '' };
  const from = /不足|问题|原因/u.test(slot.label) ? shortcomings : deeds;
  if (slot.type === 'text') return { type: 'text', text: some(from, 1 + next(2)).join('。') };
  return { type: 'list', items: some(from, 1 + next(4)) };
}

/** A section's true text: the phrasebook's sentences, with narrative told as it is, item by item, or in other words. */
export function truthfulText(
  { outline, phrasebook, facts }: { outline: Outline; phrasebook: Phrasebook; facts: Facts },
  section: Section,
  seed: number,
): string {
  const next = randomFrom(seed);
  return phraseSection({ outline, phrasebook, section: section.id, facts, seed }).replace(
    /\{\{(\w+)\}\}/gu,
    (whole: string, id: string) => {
      const slot = slotOf(outline, id);
      const fact = facts[id];
      const items = slot?.type === 'list' || slot?.type === 'text' ? itemsOf(fact?.value) : [];
      const manner = next(3);
      if (items.length === 0 || manner === 0) return whole;
      const order = next(2) === 0 ? items.keys().toArray() : items.keys().toArray().reverse();
      const free = manner === 2 && !isVerbatim(fact, slot?.question ?? '');
      return order.map((at) => `{{${id}.${at + 1}${free ? `：${reworded(items[at] ?? '', next)}` : ''}}}`).join('；');
    },
  );
}

/** The same said with a little around it, or in another order of its clauses. */
function reworded(item: string, next: (below: number) => number): string {
  const { text } = hiddenItem(item);
  const [first = '', ...others] = text.split('，');
  switch (next(5)) {
    case 0:
      return `先后${text}`;
    case 1:
      return others.length === 1 ? `${others.join('')}，${first}` : `同时，${text}`;
    case 2:
      return `在日常工作中，${text}`;
    case 3:
      return `${text}，持续抓好落实`;
    default:
      return text;
  }
}
