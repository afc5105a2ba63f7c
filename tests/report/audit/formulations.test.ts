import { describe, expect, it } from 'vitest';
import { numeralSpans } from '../../../src/figures/index.ts';
import { auditSentence, book, told } from './book.ts';

const { formulations } = book;
const aboutWords = (sentence: string, year?: number) =>
  auditSentence(sentence, year === undefined ? {} : { year }).filter(({ rule }) =>
    /^(?:formulation|words)\//.test(rule),
  );

/** A year in which the wording is in use. */
const yearOf = (from: string | undefined, to: string | undefined) =>
  Number((from ?? to ?? '2024').slice(0, 4)) + (from === undefined || to?.slice(0, 4) === from.slice(0, 4) ? 0 : 1);

describe('every formulation', () => {
  it('is there', () => {
    expect(formulations.length).toBeGreaterThanOrEqual(94);
  });

  const right = formulations.flatMap(({ name, write, from, to }) =>
    write.map((words) => [name, words, yearOf(from, to)] as const),
  );
  it.each(right)('%s: “%s” passes in %i', (_, words, year) => {
    expect(told(aboutWords(`要认真学习${words}，抓好落实。`, year))).toEqual([]);
  });

  const enumerations = formulations.flatMap(({ name, members, from, to }) =>
    members.map((list) => [name, `${list.slice(0, -1).join('、')}和${list.at(-1)}`, yearOf(from, to)] as const),
  );
  it.each(enumerations)('%s: %s passes', (_, list, year) => {
    expect(told(aboutWords(`牢牢把握${list}的要求。`, year))).toEqual([]);
  });

  const wrong = formulations.flatMap(({ name, wrong: forms }) =>
    Object.entries(forms).map(([form, put]) => [name, form, put] as const),
  );
  it.each(wrong)('%s: “%s” is found', (_, form, put) => {
    const sentence = `我们要始终坚持${form}，抓好落实。`;
    const found = aboutWords(sentence).filter(({ severity }) => severity === 'must');
    expect(found.length, sentence).toBeGreaterThan(0);
    if (put !== '') expect(found.some(({ fix }) => fix !== undefined)).toBe(true);
  });

  const unusual = formulations.flatMap(({ name, unusual: forms }) =>
    Object.entries(forms).map(([form, put]) => [name, form, put] as const),
  );
  it.each(unusual)('%s: “%s” is shown', (_, form) => {
    expect(aboutWords(`我们要始终坚持${form}，抓好落实。`)).not.toEqual([]);
  });

  it.each([...wrong, ...unusual].filter(([, , put]) => put !== ''))(
    '%s: “%s” once put right is right',
    (_, form, put) => {
      const again = aboutWords(`我们要始终坚持${put}，抓好落实。`).filter(
        ({ rule }) => rule !== 'formulation/out_of_year',
      );
      expect(told(again), form).toEqual([]);
    },
  );

  it.each(Object.entries({ ...book.miswritings, ...book.doubtful }))('“%s” is found', (form) => {
    expect(aboutWords(`一年来，${form}，成绩明显。`)).not.toEqual([]);
  });

  const turned = formulations
    .filter(({ members }) => members.length === 1 && (members[0]?.length ?? 0) >= 3)
    .map(({ name, members }) => [name, [...(members[0] ?? [])].reverse().join('、')] as const);
  it.each(turned)('%s turned round (%s) is found', (_, list) => {
    expect(told(aboutWords(`牢牢把握${list}的要求。`).filter(({ severity }) => severity === 'must'))).not.toEqual([]);
  });

  const numerals = formulations.flatMap(({ write }) => write).filter((words) => numeralSpans(words).length > 0);
  it.each(numerals)('%s is no figure to the mask', (words) => {
    const kinds = numeralSpans(words).map(({ kind }) => kind);
    expect(
      kinds.filter((kind) => kind !== 'formulation' && kind !== 'word' && kind !== 'ordinal' && kind !== 'name'),
    ).toEqual([]);
  });
});

describe('slips', () => {
  it.each([
    ['不断提高政至三力', '政至三力'],
    ['推进民主集中志落实', '民主集中志'],
    ['召开警事教育大会', '警事教育'],
    ['抓好矛盾纠分化解', '矛盾纠分'],
    ['深人开展调研', '深人开展'],
    ['持续推进党风廉征建设', '党风廉征建设'],
    ['全面从严冶党永远在路上', '全面从严冶党'],
    ['推动优质服物进社区', '优质服物'],
  ])('%s', (sentence, quote) => {
    const found = auditSentence(`${sentence}。`).filter(
      ({ where }) => where.quote.includes(quote.slice(0, 3)) || quote.includes(where.quote),
    );
    expect(told(found)).not.toEqual([]);
  });

  it.each([
    '深入开展全面从严治警专题学习。',
    '做到老有所学、老有所为、老有所乐。',
    '国之大事，在祀与戎。',
    '坚持共产党领导下的多党合作。',
    '推进全面从严治校、从严治教。',
    '开展主题团日活动，组织少先队队日。',
    '维护党组权威，支持班组权威评定。',
    '形式主义、官僚主义问题得到纠治。',
    '健全三保障机制，落实两不愁三保障。',
    '督促责任单位立即整改，限期办结。',
    '民主、法治、公平、正义、安全、环境等方面需求日益增长。',
    '推动开放、创新、共享的教育。',
    '抓好政治建设和思想建设。',
  ])('nothing certain in: %s', (sentence) => {
    expect(told(aboutWords(sentence).filter(({ severity }) => severity === 'must'))).toEqual([]);
  });
});

describe('the year', () => {
  it.each([
    [2024, '全年新增市场主体1200户', ['should formulation/out_of_year 市场主体']],
    [2022, '全年新增市场主体1200户', []],
    [2022, '扎实开展主题教育', ['should formulation/out_of_year 主题教育']],
    [2023, '扎实开展主题教育', []],
    [2024, '扎实开展主题教育', ['should formulation/out_of_year 主题教育']],
    [2024, '巩固拓展主题教育成果', []],
    [2024, '2023年开展的主题教育打下了基础', []],
    [2025, '做好“六稳”“六保”工作', ['should formulation/out_of_year “六稳”', 'should formulation/out_of_year “六保”']],
    [2019, '以中国式现代化全面推进强国建设', ['should formulation/out_of_year 中国式现代化']],
  ])('%i: %s', (year, sentence, expected) => {
    const found = told(aboutWords(`${sentence}。`, year)).map((line) => line.replace(/[“”]/gu, ''));
    expect(found).toEqual(expected.map((line) => line.replace(/[“”]/gu, '')));
  });
});

describe('quotation', () => {
  it('exempts a long quotation, not a short one', () => {
    expect(told(aboutWords('他说：“要坚定四个意识，把工作往前推，一件一件抓出成效来。”'))).toEqual([]);
    expect(aboutWords('树立“二个确立”的意识。')).not.toEqual([]);
  });

  it('keeps the marks when it puts a form right', () => {
    const [finding] = aboutWords('坚定“四个意识”、坚定“四个自信”。');
    expect(finding?.where.quote).toBe('坚定“四个意识”');
    expect(finding?.fix).toEqual({ put: '增强“四个意识”' });
    expect(aboutWords('坚定四个意识。')[0]?.fix).toEqual({ put: '增强四个意识' });
  });

  it('asks for marks only beside marked neighbours', () => {
    expect(told(aboutWords('落实三会一课和一岗双责。'))).toEqual([]);
    expect(told(aboutWords('落实三会一课和“一岗双责”。'))).toEqual(['should formulation/quotation_marks 三会一课']);
    expect(aboutWords('落实三会一课和“一岗双责”。')[0]?.fix).toEqual({ put: '“三会一课”' });
  });
});
