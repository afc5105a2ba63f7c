// Who gives what, as people say it: 留抵退税归税政, 国库科：李明, 都写周三下班前, 谁还没报, 催一下, 发各科室核数. Pure; clause by clause, never out of a clause with a figure.
import type { SupplyCommand } from '../conversation/supply-command.ts';
import { findDue } from '../report/due.ts';
import { splitClauses } from './clauses.ts';
import { isNotice } from './notice.ts';
import { isPersonName } from './person-name.ts';
import type { ReadRequest } from './port.ts';
import { slotsCalled } from './slots-called.ts';

interface SupplyRead {
  commands: SupplyCommand[];
  /** The message with what was read taken out: spaces in its place. */
  left: string;
}

/** Pasted text names offices too. */
const LONGEST = 400;
const LONGEST_CLAUSE = 48;

const office =
  '(?<office>(?:[\\p{Script=Han}A-Za-z]{1,9}(?:科室|科|处|室|办|股|党委|党组|中心|支队|大队|工会|团委|纪检组)))';
const part = '(?:那几项|这几项|那几个|那些|那块|这块|那部分|部分|那边|这边|那里|的数据?|的那几项|的)*';
const ending = /[。.!！?？~～\s]+$|(?:吧|呢|啊|呀|哈|啦|咯|哦|嘛|谢谢(?:你|您)?|一下)$/u;
const beginning =
  /^(?:请(?=[^\p{Script=Han}]|你|您|帮|把)|麻烦(?:你|您)?|帮忙|帮(?:我|我们)|给我|你|您|那就?|那么|然后|接着|顺便|现在|可以|能不能|我想|我要|另外|还有|再|先|就|也|嗯+|好的?|行|对了|问一下|[:：\s，,])+/u;

type Rule = [RegExp, (said: Record<string, string | undefined>, request: ReadRequest) => SupplyCommand | undefined];

const assign = (said: string, to: string, request: ReadRequest): SupplyCommand | undefined => {
  const words = said.replace(/^(?:把|将)|[的]$/gu, '').trim();
  if (/^(?:其余|剩下|其他|其它|别的|剩余|没分|未分)(?:的|没分)*(?:都|全部?|几项|项|数)*$/u.test(words))
    return { type: 'assign_supply', office: to, slots: [], words, rest: true };
  const slots = slotsCalled(words, request.report?.outline);
  const parts = words.split(/[、和与及，,]/u).filter((one) => one.trim().length > 1);
  const unknown =
    slots.length === 0 ? [] : parts.filter((one) => slotsCalled(one, request.report?.outline).length === 0);
  return { type: 'assign_supply', office: to, slots, words, ...(unknown.length === 0 ? {} : { unknown }) };
};

const rules: Rule[] = [
  [
    /^(?:列|做|弄|出|看|查|整理|拉|要|生成|查看|看看)*(?:一|个|份|下|出)*(?:分科室的?|各科室的?|按科室的?)?(?:要数|供数|报数)的?(?:清单|分工|任务|表|名单)(?:分科室|看看|列出来|给我)*$|^(?:各科室|大家|谁)(?:都)?(?:要|该|负责)(?:报|负责|提供|填)?(?:什么|哪些|啥)$|^怎么分工的?$/u,
    () => ({ type: 'show_supply' }),
  ],
  [
    /^(?:发|请|让|叫)?(?:给)?(?:各科室|各家|大家|科室|他们|各单位|各部门)(?:都|来|去|再)*(?:核数|核对|核一核|核一?下|对数|核对数字?|核实)(?:数字?|数据|一下)*$|^发(?:去|起)?核(?:数|对)$/u,
    () => ({ type: 'send_checks' }),
  ],
  [
    /^(?:把)?(?:要数清单|供数清单|清单|表单?|问题|单子)?(?:都)?(?:下?发)(?:出去|下去|一下|给|到|去)*(?:大家|各科室|科室|群里|他们|各单位|各部门|供数群)$|^(?:把)?(?:要数清单|供数清单|清单|表单|单子)(?:都)?(?:下?发)(?:出去|下去|一下)?$/u,
    () => ({ type: 'send_supply' }),
  ],
  [
    new RegExp(`^(?:把)?(?:清单|表单?|问题)?发(?:给|到)${office}$`, 'u'),
    (said) => ({ type: 'send_supply', office: said.office ?? '' }),
  ],
  [
    /^(?:发|发吧|发出去|下发|发一下|发了)$/u,
    (_, { asked }) => (asked?.type === 'supply' ? { type: 'send_supply' } : undefined),
  ],
  [
    /^(?:还有|都有)?(?:谁|哪(?:些|个|几个|几家|家)?(?:科室|单位|部门|人)?)(?:还|都)*(?:没有?|未)(?:报|交|给|填|回|反馈|上报)(?:数|的|齐|上来|完|过)*$/u,
    () => ({ type: 'supply_status', about: 'late' }),
  ],
  [
    /^(?:各科室|各家|各单位|各部门|大家|他们|科室)?(?:的数)?(?:都|全|已经)*(?:报|交|收|填)齐了?(?:没有?|吗|么)$|^还?(?:差|缺|欠|剩)(?:谁|哪(?:个|几个|些|家|几家)(?:科室|单位|部门)?)(?:的|没报)?$/u,
    () => ({ type: 'supply_status', about: 'late' }),
  ],
  [
    /^(?:谁|哪个科室|各科室|大家|都有谁)(?:都|已经)*(?:报|给|交|填)(?:了|过)(?:什么|哪些|啥|多少|几项|数)*(?:数|内容)?$/u,
    () => ({ type: 'supply_status', about: 'given' }),
  ],
  [
    new RegExp(
      `^${office}(?:那边|那儿|那)?(?:的数?据?)?(?:都|还|已经)*(?:报|交|给|填|回)(?:上来|齐|完|数)?了?(?:没有?|吗|么|多少|几项|哪些)+$|^${office.replace('office', 'other')}(?:那边)?还?(?:差|缺|欠)(?:什么|几项|哪些|多少|啥)(?:没报)?$`,
      'u',
    ),
    (said) => ({ type: 'supply_status', about: 'late', office: said.office ?? said.other ?? '' }),
  ],
  [
    new RegExp(`^(?:看看?|查看|查一下)?${office}(?:那边)?(?:都|已经)*(?:报|给|交|填)了(?:什么|哪些|啥)(?:数)?$`, 'u'),
    (said) => ({ type: 'supply_status', about: 'given', office: said.office ?? '' }),
  ],
  [
    /^(?:再|去)?催(?:一?催|一?下|一遍|办)?(?:没报的|还没报的|他们|大家|各科室|科室|未报的)?(?:科室)?$/u,
    () => ({ type: 'nudge' }),
  ],
  [
    new RegExp(
      `^(?:再|去)?催(?:一?催|一?下|办)?${office}$|^${office.replace('office', 'other')}(?:那边)?(?:再)?催(?:一?催|一?下)$`,
      'u',
    ),
    (said) => ({ type: 'nudge', office: said.office ?? said.other ?? '' }),
  ],
  [
    new RegExp(
      `^${office}(?:的人|那边)?(?:都)?(?:不在|没在|没有?进|没有?加|不用|没有)(?:这个|咱们?)?(?:群里?|群内|飞书)(?:里面?)?$`,
      'u',
    ),
    (said) => ({ type: 'supplier_absent', office: said.office ?? '' }),
  ],
  [
    new RegExp(
      `^(?:我|本人|这边|我这边)(?:就?是|在|来自|代表)${office}(?:这边)?的?(?<name>@?[\\p{Script=Han}·]{2,4})?$`,
      'u',
    ),
    (said) => ({ type: 'join_office', office: said.office ?? '' }),
  ],
  [
    new RegExp(`^@(?<name>\\S{1,20}?)\\s*(?:负责|管|对接|报|填|来报|代表)${office}${part}$`, 'u'),
    (said) => ({ type: 'name_supplier', office: said.office ?? '', name: said.name ?? '' }),
  ],
  [
    new RegExp(
      `^${office}(?:的)?(?:联系人|经办人?|联络员)?(?:是|由|让|请|找|改成(?=\\s*@)|换成(?=\\s*@)|改由|[：:])\\s*(?<at>@)?\\s*(?<name>\\S{2,20}?)(?:来)?(?:报数?|负责|填|联系|对接)?$`,
      'u',
    ),
    (said) =>
      said.at !== undefined || isPersonName(said.name ?? '')
        ? { type: 'name_supplier', office: said.office ?? '', name: said.name ?? '' }
        : undefined,
  ],
  [
    /^@(?<name>\S{1,20}?)\s*(?:来)?(?:负责|管)(?<what>.{2,24})$/u,
    (said, request) => known(assign(trimmed(said.what), said.name ?? '', request)),
  ],
  [
    new RegExp(
      `^(?<what>.{1,24}?)(?:都|就|应该|改)*(?:归|划给|划归|分给|派给|由)${office}(?:来|去)?(?:报|负责|提供|填|管|出)*$`,
      'u',
    ),
    (said, request) => assign(trimmed(said.what), said.office ?? '', request),
  ],
  // Money is given to offices too, so it takes 把 and the name of something asked for.
  [
    new RegExp(`^(?:把|将)(?<what>.{2,24}?)(?:交给|给)${office}(?:来|去)?(?:报|负责|提供|填|管|出)*$`, 'u'),
    (said, request) => known(assign(trimmed(said.what), said.office ?? '', request)),
  ],
  [
    /^(?<what>.{1,24}?)(?:都|就|应该|改)*归(?<office>(?![根功口还属集纳类零来档位并])[\p{Script=Han}]{2,4}?)(?:来|去)?(?:报|负责|提供|填|管)*$/u,
    (said, request) => known(assign(trimmed(said.what), said.office ?? '', request)),
  ],
  [
    new RegExp(`^${office}(?:来|就|要)*(?:负责(?!人)|报|提供|管|填|出)(?<what>.{2,24})$`, 'u'),
    (said, request) => known(assign(trimmed(said.what), said.office ?? '', request)),
  ],
];

/** Only where its words name something: 税政科负责人不在 divides nothing. */
function known(command: SupplyCommand | undefined): SupplyCommand | undefined {
  return command?.type === 'assign_supply' && (command.rest || command.slots.length > 0) ? command : undefined;
}

const trimmed = (words = ''): string =>
  words.replace(/(?:的)?(?:这|那)(?:几项|几个|些|块|部分)$|(?:几项|的数据?|的)$/u, '');

const all =
  '(?:供数|报数|要数)?(?:的)?(?:时间|截止(?:时间|日期)?|期限)?(?:都|统一|一律|全部?|各科室|大家)+(?:都)?(?:写|定|填|按|要求|截止|限|是|改)?(?:在|到|成|为)?';
const dueForAll = new RegExp(`^${all}(?<due>.{2,20})$`, 'u');
const dueForOne = new RegExp(
  `^${office}(?:的)?(?:时间|截止(?:时间)?)?(?:写|定|填|改|放宽|推迟|延)(?:在|到|成|为)?(?<due>.{2,20})$`,
  'u',
);
const dueBefore = new RegExp(
  `^${office}(?:的)?(?:数据?)?(?:在|要|请)?(?<due>.{2,16}(?:前|之前|以前))(?:报|交|给|填)(?:上来|好|齐)?$`,
  'u',
);

function readDue(clause: string): SupplyCommand | undefined {
  const one = dueForOne.exec(clause) ?? dueBefore.exec(clause);
  const said = one ?? dueForAll.exec(clause);
  const words = said?.groups?.due ?? '';
  const due = findDue(words);
  const rest = due ? words.slice(0, due.start) + words.slice(due.end) : words;
  if (!due || !/^(?:之?前|以前|截止|报|交|报送|上报|给我|来|的)*$/u.test(rest)) return undefined;
  const name = one?.groups?.office;
  return { type: 'supply_due', due: due.said, ...(name === undefined ? {} : { office: name }) };
}

export function readSupply(text: string, request: ReadRequest): SupplyRead {
  const none: SupplyRead = { commands: [], left: text };
  if (!request.report || text.length > LONGEST || isNotice(text)) return none;
  const commands: SupplyCommand[] = [];
  let left = text;
  let asked = request.asked;
  for (const clause of splitClauses(text)) {
    // 分科室 after 要数清单 only says how.
    const command =
      clause.text.length > LONGEST_CLAUSE
        ? undefined
        : /^\s*(?:分|按)科室(?:来|列|分)*\s*$/u.test(clause.text) && commands.length > 0
          ? commands.at(-1)
          : (dueAfter(clause.text, commands.at(-1)) ??
            namedAfter(clause.text, commands.at(-1)) ??
            readClause(clause.text, { ...request, asked }));
    if (!command) continue;
    if (command !== commands.at(-1)) commands.push(command);
    // 发 after any of them means the list.
    asked = { type: 'supply', report: '' };
    left = left.slice(0, clause.start) + ' '.repeat(clause.end - clause.start) + left.slice(clause.end);
  }
  return { commands, left };
}

/** 人事股是赵敏，财务股陈强: in a list of names the office and the name are enough. */
function namedAfter(clause: string, last: SupplyCommand | undefined): SupplyCommand | undefined {
  const said = new RegExp(`^\\s*${office}(?<name>[\\p{Script=Han}·]{2,4})\\s*$`, 'u').exec(clause)?.groups;
  if (!said || last?.type !== 'name_supplier' || !isPersonName(said.name ?? '')) return undefined;
  return { type: 'name_supplier', office: said.office ?? '', name: said.name ?? '' };
}

/** 稳岗归社保科，周四前报: when, of the office just named. */
function dueAfter(clause: string, last: SupplyCommand | undefined): SupplyCommand | undefined {
  const said = /^\s*(?<due>.{2,16}?前)(?:报|交|给|要)(?:上来|齐)?\s*$/u.exec(clause)?.groups?.due;
  const due = said === undefined ? undefined : findDue(said);
  if (due?.start !== 0 || last?.type !== 'assign_supply') return undefined;
  return { type: 'supply_due', due: due.said, office: last.office };
}

function readClause(clause: string, request: ReadRequest): SupplyCommand | undefined {
  for (const form of forms(clause)) {
    const due = readDue(form);
    if (due) return due;
    if (/\p{Nd}/u.test(form) && !/第\s*\p{Nd}+\s*[章部]/u.test(form)) continue;
    for (const [pattern, read] of rules) {
      const hit = pattern.exec(form);
      const command = hit && read(hit.groups ?? {}, request);
      if (command) return command;
    }
  }
  return undefined;
}

/** As said, and with courtesies taken off the ends. */
function forms(clause: string): string[] {
  const made = [clause.trim()];
  for (let current = made[0] ?? ''; ; ) {
    const next = current.replace(ending, '').trim();
    const shorter = next !== current && next !== '' ? next : current.replace(beginning, '').trim();
    if (shorter === current || shorter === '') return made;
    made.push(shorter);
    current = shorter;
  }
}

/** 这个群给王芳的述职报告供数: there need be no report in the group. */
export function readGroup(text: string): SupplyCommand | undefined {
  const said = text.trim().replace(/[。.!！~～]+$|(?:吧|了)$/gu, '');
  if (
    /^(?:别|不|不用|不要|停止?)(?:再)?在?(?:那个|这个)?群里?(?:收|要|供|报)数了?$|^停止(?:在群里)?(?:供数|收数)$/u.test(
      said,
    )
  )
    return { type: 'close_group' };
  const hit =
    /^(?:就|让|用)?(?:这个|本|咱们?这个?|我们这个?)群(?:里)?(?:来)?(?:给|为|帮|替)(?<whose>.{0,30}?)(?:供数|收数|报数|要数)$/u.exec(
      said,
    );
  if (!hit) {
    const own =
      /^(?:就|让|用|拿)?(?:这个|本|咱们?这个?|我们这个?)群(?:里)?(?:就|专门|以后|是)*(?:用来|用于|拿来|负责|来)?(?:专门)?(?:供数|收数|报数|要数)(?:用)?(?:的)?$/u;
    return own.test(said) ? { type: 'offer_group' } : undefined;
  }
  const whose = hit.groups?.whose ?? '';
  const name =
    /@(?<name>\S{1,20}?)(?:的|\s|$)/u.exec(whose)?.groups?.name ??
    /^(?<name>[\p{Script=Han}·]{2,4})的/u.exec(whose)?.groups?.name;
  return name === undefined || /^(?:我|我们|自己)/u.test(name)
    ? { type: 'offer_group' }
    : { type: 'offer_group', name };
}
