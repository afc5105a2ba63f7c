// What of a streamed JSON answer may be shown: always a beginning of the final text, never half an escape, thoughts left out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sectionsSoFar } from '../../src/model/sections-so-far.ts';

const whole = JSON.stringify({
  sections: [
    { id: 'lending', text: '“外借”{{loans}}，\n同比{{growth}}。\\ 完 "好" 😀' },
    { id: 'reading', text: '讲座{{lectures}}。' },
  ],
});

describe('sectionsSoFar', () => {
  it('gives at every cut a beginning of each text', () => {
    const final = sectionsSoFar(whole);
    expect(final).toEqual([
      { id: 'lending', text: '“外借”{{loans}}，\n同比{{growth}}。\\ 完 "好" 😀', done: true },
      { id: 'reading', text: '讲座{{lectures}}。', done: true },
    ]);
    let longest = 0;
    for (let cut = 0; cut <= whole.length; cut++) {
      const now = sectionsSoFar(whole.slice(0, cut));
      for (const [index, { id, text, done }] of now.entries()) {
        expect(id).toBe(final[index]?.id);
        expect(final[index]?.text.startsWith(text)).toBe(true);
        if (done) expect(text).toBe(final[index]?.text);
      }
      const length = now.reduce((sum, { text }) => sum + text.length, 0);
      expect(length).toBeGreaterThanOrEqual(longest);
      longest = length;
    }
  });

  it('does so for any text, with every escape there is', () => {
    const ascii = (json: string): string =>
      json.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', '\\', '\n', '{', '}', '{{a}}', '，', 'u00', '😀', ':', '[', '\t') }),
        fc.boolean(),
        fc.nat(),
        (text, escaped, at) => {
          const json = JSON.stringify({ sections: [{ id: 'a', text }] });
          const sent = escaped ? ascii(json) : json;
          expect(sectionsSoFar(sent)).toEqual([{ id: 'a', text, done: true }]);
          const [part] = sectionsSoFar(sent.slice(0, at % (sent.length + 1)));
          expect(text.startsWith(part?.text ?? '')).toBe(true);
        },
      ),
      { seed: 20261123, numRuns: 500 },
    );
  });

  it.each([
    ['a fence', `\`\`\`json\n${whole}`],
    ['words with a quotation mark before it', `好的，"以下：\n${whole}`],
    ['thoughts', `<think>{"id":"x","text":"草稿"}</think>${whole}`],
    ['thoughts whose beginning was eaten', `先想想{"id":"x","text":"草稿"}</think>${whole}`],
    ['a bare list', whole.slice('{"sections":'.length, -1)],
  ])('finds them after %s', (_, answer) => {
    expect(sectionsSoFar(answer).map(({ id }) => id)).toEqual(['lending', 'reading']);
  });

  it.each([
    [''],
    ['<think>{"id":"x","text":"还在想'],
    ['抱歉，我不能'],
    ['{"text":"没有名字"}'],
    ['}}]"{{{'],
    ['{"id":"a'],
  ])('gives nothing for %s', (answer) => {
    expect(sectionsSoFar(answer)).toEqual([]);
  });

  it('takes a text that comes before its id, and no key or value of another name', () => {
    expect(sectionsSoFar('{"sections":[{"note":"text","text":"甲","x":["text","id"],"id":"a"}]}')).toEqual([
      { id: 'a', text: '甲', done: true },
    ]);
  });
});
