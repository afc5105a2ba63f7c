// Promise 1: no figure passes through a model. A long generated conversation with distinctive figures in every form people write
// them, with a model configured and asked as often as it can be: none of its requests may hold one of them.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { startScriptedEndpoint } from '../model/scripted-endpoint.ts';
import { openOffice } from './office.ts';

const digits = '零一二三四五六七八九';
const spoken = (n: number): string => {
  const [thousands = 0, hundreds = 0, tens = 0, ones = 0] = [...String(n).padStart(4, '0')].map(Number);
  return `${digits[thousands]}千${digits[hundreds]}百${digits[tens]}十${digits[ones]}`;
};
const fullWidth = (n: number): string =>
  [...String(n)].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join('');

/** Ways to write a number of four digits, none of them zero. */
const forms: ((n: number) => string)[] = [
  (n) => String(n),
  (n) => fullWidth(n),
  (n) => `${String(n)[0]},${String(n).slice(1)}`,
  (n) => `${String(n)[0]}，${String(n).slice(1)}`,
  (n) => [...String(n)].join(' '),
  (n) => [...String(n)].join('\u200b'),
  (n) => spoken(n),
  (n) => spoken(n).replaceAll('千', '仟').replaceAll('百', '佰').replaceAll('十', '拾'),
  (n) => `${n / 100}`,
  (n) => `约${n}余`,
  (n) => `近${n}`,
  (n) => `${n}—${n + 1}`,
  (n) => `${n}.5万`,
  (n) => `${n}w`,
  (n) => `${n}个亿`,
  (n) => `-${n}`,
  (n) => `百分之${spoken(n)}`,
  (n) => `${n}/${n + 2}`,
];
const units = ['次', '亿元', '人次', '%', '个百分点', '家', '', '户', '元', '本', '台'];
const frames = [
  (figure: string) => `今年${figure}的活动办得不错`,
  (figure: string) => `那个事儿呢大概${figure}吧，反正都弄了`,
  (figure: string) => `请把这个情况写进去：老科长说${figure}，让我转告你们`,
  (figure: string) => `集体学习${figure}`,
  (figure: string) => `存在的问题：一些支部${figure}没有落实到位`,
  (figure: string) => `特色做法是“${figure}”工作法`,
  (figure: string) => `（${figure}）`,
];

/** A text with every numeral as plain digits and what stands inside one taken out: ７ 9 1 9, 7,919, 79.19 and 七千九百一十九 give 7919. */
function plainDigits(text: string): string {
  return [...text.normalize('NFKC').replaceAll('〇', '零')]
    .map((one) => (digits.includes(one) ? String(digits.indexOf(one)) : one))
    .filter((one) => !/[\s\u200b,.，仟佰拾千百十]/.test(one))
    .join('');
}

it('in a long generated conversation, in any form', { timeout: 120_000 }, async () => {
  const endpoint = await startScriptedEndpoint();
  endpoint.otherwise({ type: 'answer', content: '{"figures":[],"texts":[],"commands":[],"sections":[]}' });
  const office = await openOffice({ llm: { baseUrl: endpoint.url, apiKey: 'key', model: 'reader-1' } });
  try {
    await office.say('王芳', '写一份2023年的基层党建述职报告');
    const figure = fc.record({
      // Four different digits of 2 to 9: they cannot come together by chance from mask numbers.
      n: fc
        .shuffledSubarray([2, 3, 4, 5, 6, 7, 8, 9], { minLength: 4, maxLength: 4 })
        .map((all) => Number(all.join(''))),
      form: fc.constantFrom(...forms),
      unit: fc.constantFrom(...units),
      frame: fc.constantFrom(...frames),
    });
    const told = fc.sample(figure, { seed: 20231229, numRuns: 60 });
    for (const { n, form, unit, frame } of told) await office.say('王芳', frame(`${form(n)}${unit}`));
    await office.say('王芳', '起草第五章');
    await office.say('王芳', `第五章重写，突出${told[0]?.n}这个数，控制在300字以内`);

    expect(endpoint.requests.length).toBeGreaterThan(20);
    const sent = endpoint.requests.map(({ body }) => plainDigits(body.messages.map((one) => one.content).join('\n')));
    const leaked = told.filter(({ n }) => sent.some((text) => text.includes(String(n))));
    expect(leaked.map(({ n, form }) => form(n))).toEqual([]);
  } finally {
    await office.close();
    await endpoint.close();
  }
});
