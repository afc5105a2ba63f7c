// Handing over: the card that goes with the file, and the other forms it can be had in.
import { describe, expect, it } from 'vitest';
import { fileName } from '../../src/conversation/file-form.ts';
import { commands, fact, facts } from './fixture.ts';
import { given } from './given.ts';

const text = (id: string): string => (id === 'c1p1' ? '学了{{studies}}，专题{{topics}}。' : `${id}的稿子。`);
const open = () =>
  given()
    .started()
    .says('x', facts(fact('studies', '12', '次')))
    .says('起草', commands({ type: 'draft', section: 'all' }))
    .drafted(text);
const whole = () => open().says('x', facts(fact('topics', '12', '个')));
const hand = (as?: 'ledger' | 'text' | 'changes' | 'large') => commands({ type: 'compile', ...(as ? { as } : {}) });
const names = (talk: ReturnType<typeof open>) => talk.of('send_file').map((file) => file.name);

describe('handing over', () => {
  it('tells length and gaps on one card, with the other forms on its buttons', () => {
    const talk = open().says('导出', hand());
    expect(talk.of('send_card')).toHaveLength(1);
    expect(talk.seen).toMatch(/送审稿-待补1处[\s\S]*待补1处：学习专题/u);
    expect(names(talk.pressesButton('数字台账'))).toEqual(['2023年度党建述职报告（数字台账）.xlsx']);
    expect(talk.of('send_card')).toHaveLength(0);
    talk.says('导出', hand());
    expect(names(talk.pressesButton('纯文本'))).toEqual(['2023年度党建述职报告（送审稿-待补1处）.txt']);
  });

  it('withholds the name 定稿 while anything is open, and only that', () => {
    const final = commands({ type: 'compile', final: true });
    expect(names(open().says('定稿', final))).toEqual(['2023年度党建述职报告（送审稿-待补1处）.docx']);
    expect(open().says('定稿', final).seen).toContain('还不能叫定稿：待补1处。');
    expect(open().says('导出', hand()).seen).not.toContain('还不能叫定稿');
    expect(whole().says('定稿', final).seen).not.toContain('还不能叫定稿');
    expect(names(whole().says('导出', hand()))).toEqual(['2023年度党建述职报告.docx']);
    // The Word file last: it is what stands at the end of the chat.
    expect(names(whole().says('定稿', final))).toEqual([
      '2023年度党建述职报告（数字台账）.xlsx',
      '2023年度党建述职报告（定稿）.docx',
    ]);
  });

  it('compares with the newest file that is not what stands now', () => {
    const first = whole().says('修订对照', hand('changes'));
    expect(first.of('send_file')).toEqual([]);
    expect(first.seen).toContain('还没导出过');
    const talk = whole().says('导出', hand());
    const sent = talk.of('send_file')[0]?.facts;
    expect(talk.says('修订对照', hand('changes')).of('send_file')).toEqual([]);
    talk.says('y', facts(fact('topics', '13', '个', true))).says('导出', hand());
    const [compared] = talk.pressesButton('修订对照').of('send_file');
    expect(compared?.before?.facts).toBe(sent);
    expect(compared?.facts).not.toBe(sent);
  });

  it('keeps what was sent: at most ten files, each with its own facts', () => {
    const talk = whole();
    for (let n = 0; n < 12; n++) talk.says('导出', hand());
    expect(talk.report.files).toHaveLength(10);
    expect(new Set(talk.report.files?.map((file) => file.facts)).size).toBe(10);
  });

  it('never carries a character into a name that a file system refuses', () => {
    expect(fileName('a/b:c*?"<>|\n年度', 'large', '定稿')).toBe('abc年度（朗读大字版，定稿）.docx');
  });
});
