// An audit beside the file: comments, last year's sentences, what the notice demands, what is in question marked, and 不是错 taken back.
import { describe, expect, it } from 'vitest';
import type { FileText } from '../../src/report/file-text.ts';
import { audit } from '../report/audit/book.ts';
import { commands, fact, facts } from './fixture.ts';
import { given, type Talk } from './given.ts';

const SENTENCE = '带领支部全体党员深入田间地头开展助农服务，帮助种植大户解决销路难题';

function drafted(): Talk {
  const talk = given();
  talk.audit = audit;
  const texts: Record<string, string> = {
    c1p1: `全年学习{{studies}}，贯切上级布署。${SENTENCE}。`,
    c1p2: '讲党课{{lectures}}，深刻领悟“两个确立”，落实三会一课。',
  };
  return talk
    .started()
    .says('报', facts(fact('studies', '12', '次'), fact('lectures', '5', '次')))
    .says('起草', commands({ type: 'draft', section: 'all' }))
    .drafted((id) => texts[id] ?? `${id}的稿子。`);
}

function withLastYear(talk: Talk, text: string): Talk {
  const file: FileText = { name: '上年述职.docx', format: 'docx', paragraphs: [{ text }], tables: [], places: [] };
  talk.store['file-last-year'] = file;
  talk.report.reference = { file: 'file-last-year', name: file.name, year: 2022, values: {} };
  return talk;
}

const lastFile = (talk: Talk) => talk.of('send_file').at(-1);

describe('the file with comments', () => {
  it('carries each finding beside its words', () => {
    const talk = drafted().says('导出带批注的', commands({ type: 'compile', as: 'notes' }));
    const sent = lastFile(talk);
    expect(sent?.name).toContain('审核批注');
    const note = sent?.notes?.find(({ quote }) => quote === '布署');
    expect(note).toMatchObject({ section: 'c1p1' });
    expect(note?.text).toContain('一定要改');
    expect(note?.text).toContain('建议写作：部署');
  });

  it('is offered where an audit sees something', () => {
    expect(drafted().says('导出', commands({ type: 'compile' })).seen).toContain('〔带批注版〕');
  });

  it('says so when there is nothing to note', () => {
    const talk = given();
    talk.audit = () => [];
    talk
      .started()
      .says('报', facts(fact('studies', '12', '次')))
      .says('起草', commands({ type: 'draft', section: 'all' }))
      .drafted()
      .says('导出带批注的', commands({ type: 'compile', as: 'notes' }));
    expect(talk.of('send_file')).toEqual([]);
    expect(talk.seen).toContain('没有要批注的');
  });
});

describe('last year’s report', () => {
  it('is compared sentence by sentence when the file goes out, and the sentences are shown at a press', () => {
    const talk = withLastYear(drafted(), `${SENTENCE}。另写了一句完全不同的话来说明情况如何发生。`);
    talk.says('导出', commands({ type: 'compile' }));
    expect(talk.seen).toContain('与上年稿雷同句1处');
    talk.presses(talk.button('看雷同句').value);
    expect(talk.seen).toContain(SENTENCE);
  });

  it('is said to be another where no sentence is alike', () => {
    const talk = withLastYear(drafted(), '去年围绕园区建设引进企业八家，新增就业岗位三百余个。');
    talk.says('导出', commands({ type: 'compile' }));
    expect(talk.seen).toContain('没有雷同的句子');
    expect(talk.seen).not.toContain('〔看雷同句〕');
  });

  it('is told of by the audit', () => {
    const talk = withLastYear(drafted(), `${SENTENCE}。`).says('审一下');
    expect(talk.seen).toContain('和上年的报告一字不差');
  });

  it('is not spoken of where there is none', () => {
    expect(drafted().says('导出', commands({ type: 'compile' })).seen).not.toContain('雷同');
  });
});

describe('what the notice demands', () => {
  it('is a finding while it is not met', () => {
    const talk = drafted();
    talk.report.task = { length: { least: 2000 } };
    expect(talk.says('审一下').seen).toContain('通知的要求：');
    talk.report.task = { length: { most: 2000 } };
    expect(talk.says('审一下').seen).not.toContain('通知的要求：');
  });
});

describe('不是错', () => {
  it('is taken back by 撤销', () => {
    const talk = drafted().says('审一下');
    const before = talk.seen.split('不是错').length;
    talk.presses(talk.button('不是错').value);
    expect(talk.report.waved).toHaveLength(1);
    talk.says('撤销', commands({ type: 'undo' }));
    expect(talk.report.waved).toEqual([]);
    expect(talk.says('审一下').seen.split('不是错')).toHaveLength(before);
  });

  it('is remembered for texts that are not ours, and taken back by a second press', () => {
    const pasted = `审一下这份稿子：\n2024年，我局坚持党建引领，认真落实上级布署，走访企业120家，帮助解决问题75个，取得明显成效，群众比较满意，各项工作都有新进展，得到上级肯定和群众好评，下一步将继续努力，把各项工作做得更好。`;
    const talk = given();
    talk.audit = audit;
    talk.says('你好').says(pasted);
    const wave = talk.button('不是错').value;
    talk.presses(wave).says(pasted);
    expect(talk.seen).not.toContain('“布署”不是规范写法');
    talk.presses(wave).says(pasted);
    expect(talk.seen).toContain('“布署”不是规范写法');
  });
});
