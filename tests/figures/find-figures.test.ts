// What findFigures finds and leaves alone, asserted on single forms and on the labelled sentences.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures, type Quantity } from '../../src/figures/index.ts';
import { loadSentences, score } from './labelled.ts';

const plain = { scale: '', unit: '', approximation: '' };
const only = (text: string): Quantity | undefined => {
  const figures = findFigures(text);
  return figures.length === 1 ? figures[0]?.quantity : undefined;
};

describe('a single form', () => {
  const forms: [text: string, quantity: Partial<Quantity>][] = [
    ['400余亿元', { amount: '400', scale: '亿', unit: '元', approximation: '余' }],
    ['8.7%', { amount: '8.7', unit: '%' }],
    ['3—5次', { amount: '3', to: '5', unit: '次' }],
    ['3-5次', { amount: '3', to: '5', unit: '次' }],
    ['3～5次', { amount: '3', to: '5', unit: '次' }],
    ['三至五次', { amount: '3', to: '5', unit: '次' }],
    ['三四个', { amount: '3', to: '4', unit: '个' }],
    ['党组会5、6次', { amount: '5', to: '6', unit: '次' }],
    ['党课五、六次', { amount: '5', to: '6', unit: '次' }],
    ['六十一个半', { amount: '61.5', unit: '个' }],
    ['三亿半。', { amount: '3.5', scale: '亿' }],
    ['三亿半导体', { amount: '3', scale: '亿' }],
    ['3亿—5亿元', { amount: '3', to: '5', scale: '亿', unit: '元' }],
    ['三分之二', { amount: '2', denominator: '3' }],
    ['3/4', { amount: '3', denominator: '4' }],
    ['3万8千', { amount: '38000' }],
    ['下降3.2%', { amount: '3.2', unit: '%', direction: '下降' }],
    ['较上年下降了3.2%', { amount: '3.2', unit: '%', direction: '下降' }],
    ['-3.2%', { amount: '-3.2', unit: '%' }],
    ['零下5℃', { amount: '-5', unit: '℃' }],
    ['几十个', { amount: '10', unit: '个', approximation: '几' }],
    ['十几个', { amount: '10', to: '19', unit: '个', approximation: '几' }],
    ['１，２３４', { amount: '1234' }],
    ['8,126,300', { amount: '8126300' }],
    ['九亿八千四百万', { amount: '984000000' }],
    ['十二万六千', { amount: '126000' }],
    ['8.94亿', { amount: '8.94', scale: '亿' }],
    ['一万亿元', { amount: '1', scale: '万亿', unit: '元' }],
    ['百分之八点七', { amount: '8.7', unit: '%' }],
    ['千分之三', { amount: '3', unit: '‰' }],
    ['三成', { amount: '3', unit: '成' }],
    ['8个亿', { amount: '8', scale: '亿' }],
    ['94亿3', { amount: '94.3', scale: '亿' }],
    ['三万二', { amount: '32000' }],
    ['1.2w', { amount: '1.2', scale: '万' }],
    ['12个多', { amount: '12', unit: '个', approximation: '多' }],
    ['12个亿出头', { amount: '12', scale: '亿', approximation: '出头' }],
    ['五百来号人', { amount: '500', unit: '号人', approximation: '来' }],
    ['万余人', { amount: '1', scale: '万', unit: '人', approximation: '余' }],
    ['上百家', { amount: '100', unit: '家', approximation: '上' }],
    ['近200余人', { amount: '200', unit: '人', approximation: '近余' }],
    ['1O次', { amount: '10', unit: '次' }],
    ['1\u200b2次', { amount: '12', unit: '次' }],
    ['2.5年', { amount: '2.5', unit: '年' }],
    ['￥5,000', { amount: '5000', unit: '元' }],
  ];
  it.each(forms)('%s', (text, quantity) => {
    expect(only(text)).toEqual({ ...plain, ...quantity });
  });
});

describe('what is no quantity', () => {
  const traps = [
    [
      '2023年12月31日',
      '二〇二三年',
      '2022年、2023年',
      '12月快报',
      '1-11月',
      '15:30',
      '上午9点半',
      '一季度',
      '十一月',
      '80年代',
    ],
    [
      '第15次',
      '第一责任人',
      '（三）',
      '一是',
      '1.强化',
      '1、强化',
      '〔2023〕15号',
      '（2024）粤01刑终88号',
      '全市前三',
      '第六、七次会议',
    ],
    [
      '二十大',
      '八项规定',
      '三会一课',
      '一岗双责',
      '十四五',
      '1+4工作方案',
      '“1+1+1+N”',
      '三年行动',
      '5G',
      'A4',
      'COVID-19',
    ],
    [
      '《蓝皮书2025》',
      '13812345678',
      '440300199001011234',
      'www.a.cn/2023',
      '12345热线',
      '110报警',
      '最后一公里',
      '八小时以外',
    ],
    [
      '统一',
      '进一步',
      '一系列',
      '一定',
      '万众一心',
      '千方百计',
      '百姓',
      '三农',
      '四季如春',
      '一把手',
      '零容忍',
      '一网通办',
      '翻两番',
    ],
    ['١٢٣', '①②③', '百万千', '比例1：3', '3·15', '90后', '五一', '两会', '双百', '亿万群众', '成千上万', '一户一档'],
  ].flat();
  it.each(traps)('%s', (text) => {
    expect(findFigures(text)).toEqual([]);
  });

  it('takes names from the caller', () => {
    expect(findFigures('实施九个十工程')).not.toEqual([]);
    expect(findFigures('实施九个十工程', { names: ['九个十工程'] })).toEqual([]);
  });
});

it('gives exact offsets, also behind invisible and wide characters', () => {
  const text = '😀共\u200b１２次，又𝟏\u200d3个';
  for (const figure of findFigures(text)) expect(text.slice(figure.start, figure.end)).toBe(figure.text);
  expect(findFigures(text)[0]).toMatchObject({ text: '１２次', start: 4 });
});

describe('any amount in any form', () => {
  const DIGITS = '零一二三四五六七八九';
  const chinese = (n: number): string => {
    if (n >= 10000)
      return `${chinese(Math.floor(n / 10000))}万${n % 10000 === 0 ? '' : (n % 10000 < 1000 ? '零' : '') + chinese(n % 10000)}`;
    const parts = [...String(n)].map((digit, i, all) =>
      digit === '0' ? '零' : DIGITS.charAt(Number(digit)) + ' 十百千'.charAt(all.length - 1 - i).trim(),
    );
    return parts.join('').replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十');
  };
  const wide = (s: string): string => s.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
  const amount = fc.integer({ min: 3, max: 99_999_999 });
  const around = fc.constantFrom(['共', '，效果良好'], ['完成', '。'], ['', ''], ['新增', '；其余照旧'], ['（', '）']);
  const forms: ((n: number) => string)[] = [
    String,
    (n) => wide(String(n)),
    (n) => n.toLocaleString('en-US'),
    (n) => chinese(n),
    (n) => [...String(n)].join('\u2060'),
  ];
  const check = (n: number, form: number, unit: string, [before, after]: readonly [string, string]): void => {
    const text = before + (forms[form] as (n: number) => string)(n) + unit + after;
    const figures = findFigures(text);
    expect(figures.map((figure) => [figure.text, figure.quantity.unit])).toEqual([
      [text.slice(before.length, text.length - after.length), unit],
    ]);
    const { amount: found, scale } = figures[0]?.quantity ?? (plain as Quantity);
    expect(Number(found) * (scale === '万' ? 10_000 : 1)).toBe(n);
  };

  it('is found with its value', () => {
    fc.assert(
      fc.property(
        amount,
        fc.nat(forms.length - 1),
        fc.constantFrom('次', '元', '名', '人次', '公里', '平方米', '项'),
        around,
        check,
      ),
      { seed: 20231231, numRuns: 2000 },
    );
  });
});

describe('the labelled sentences', () => {
  const sentences = loadSentences();
  const result = score(sentences, findFigures);
  it('are at least 200, of many fields', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(200);
    expect(new Set(sentences.map((sentence) => sentence.field)).size).toBeGreaterThanOrEqual(8);
  });
  it('are read with recall of 99% and precision of 98%', () => {
    expect(result.recall, result.faults.join('\n')).toBeGreaterThanOrEqual(0.99);
    expect(result.precision, result.faults.join('\n')).toBeGreaterThanOrEqual(0.98);
  });
});

it.each(['党课、主题党日各5、6次', '主题党日、党课5、6次', '分别为5、6次', '5、6次会议', '党课5、6、7次'])(
  '%s lists single numbers',
  (text) => {
    expect(findFigures(text).every(({ quantity }) => quantity.to === undefined)).toBe(true);
  },
);
