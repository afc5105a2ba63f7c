// The rules around a cloud document: who may, one thing at a time, what is taken back, and that nobody's words are written over.
import { describe, expect, it } from 'vitest';
import type { CloudBlock, CloudLine, CloudParagraph } from '../../src/report/cloud-lines.ts';
import { textOfLine } from '../../src/report/cloud-lines.ts';
import { commands, fact, facts, li, wang } from './fixture.ts';
import { given, START, type Talk } from './given.ts';

const write = commands({ type: 'cloud_document', wish: 'write' });
const takeBack = commands({ type: 'cloud_document', wish: 'take_back' });

function drafted(type: 'p2p' | 'group' = 'p2p'): Talk {
  return given(type)
    .started()
    .says('8个支部', facts(fact('branches', '8', '个')))
    .says('起草', commands({ type: 'draft', section: 'all' }))
    .drafted();
}

const common = (talk: Talk, job: string) => ({
  id: job,
  conversation: 'c',
  at: talk.at(),
  report: talk.report.id,
  job,
});

/** What the last event wanted written was written. */
function written(talk: Talk, revision = 2): Talk {
  const [effect] = talk.of('write_cloud_document');
  if (!effect) throw new Error('nothing is to be written');
  const lines = talk.store[effect.lines] as CloudLine[];
  const blocks = lines.map(
    (line, at): CloudBlock => ({ block: `b${at}`, section: line.section, kind: line.kind, text: textOfLine(line) }),
  );
  return talk.when({
    type: 'cloud_written',
    ...common(talk, effect.key),
    ...{ document: 'doc1', url: 'https://x/docx/doc1', revision, blocks },
  });
}

/** The document was read as this. */
function read(talk: Talk, change: (paragraphs: CloudParagraph[]) => CloudParagraph[] = (all) => all): Talk {
  const [effect] = talk.of('read_cloud_document');
  const { cloud } = talk.report;
  if (!effect || !cloud) throw new Error('nothing is to be read');
  const blocks = talk.store[cloud.blocks] as CloudBlock[];
  const paragraphs = change(blocks.map(({ block, kind, text }) => ({ block, kind, text })));
  return talk.when({
    type: 'cloud_read',
    ...common(talk, effect.key),
    ...{ document: 'doc1', url: 'https://x/docx/doc1', revision: 5, paragraphs },
  });
}

describe('a cloud document', () => {
  it('is not made of nothing: drafting is offered', () => {
    const talk = given().started().says('生成云文档', write);
    expect(talk.of('write_cloud_document')).toEqual([]);
    expect(talk.seen).toContain('〔');
  });

  it('is announced with its link and what one can do with it', () => {
    const talk = written(drafted().says('生成云文档', write));
    expect(talk.seen).toContain('https://x/docx/doc1');
    expect(talk.button('打开云文档').link).toBe('https://x/docx/doc1');
    expect(talk.button('收回云文档的修改').value.wish).toBe('take_back');
  });

  it('goes to the report’s owner', () => {
    const [effect] = drafted().says('生成云文档', write).of('write_cloud_document');
    expect(effect?.owner).toBe(wang.id);
  });

  it('in a group only the owner has one made or taken back', () => {
    const talk = drafted('group');
    talk.says('生成云文档', write, li);
    expect(talk.of('write_cloud_document')).toEqual([]);
    expect(talk.seen).toContain(wang.name);
    talk.presses({ action: 'cloud_document', wish: 'write', report: talk.report.id }, li);
    expect(talk.of('write_cloud_document')).toEqual([]);
  });

  it('asked for again while it is being written, there is one; what is lost may be asked for again', () => {
    const talk = drafted().says('生成云文档', write);
    talk.says('生成云文档', write);
    expect(talk.of('write_cloud_document')).toEqual([]);
    expect(talk.seen).toContain('还没弄完');
    const id = 'much-later';
    const at = START + 3600_000;
    talk.when(
      { type: 'message_received', id, conversation: 'c', at, chat: talk.chat, sender: wang, text: '生成云文档' },
      write,
    );
    expect(talk.of('write_cloud_document')).toHaveLength(1);
  });

  it('a result nobody waits for any more changes nothing', () => {
    const talk = drafted().says('生成云文档', write);
    const [effect] = talk.of('write_cloud_document');
    talk.says('清空', commands({ type: 'start_over' })).says('是', commands({ type: 'confirm' }));
    const job = effect?.key ?? '';
    talk.when({
      type: 'cloud_written',
      ...common(talk, job),
      ...{ document: 'doc1', url: 'https://x/docx/doc1', revision: 2, blocks: [] },
    });
    expect(talk.effects).toEqual([]);
    expect(talk.report.cloud).toBeUndefined();
  });

  it.each(['denied', 'gone', 'rejected'] as const)(
    '%s: it is said what to do next, and it can be asked for again',
    (why) => {
      const talk = drafted().says('生成云文档', write);
      const [effect] = talk.of('write_cloud_document');
      talk.when({ type: 'cloud_failed', ...common(talk, effect?.key ?? ''), why });
      expect(talk.seen).not.toBe('');
      talk.says('生成云文档', write);
      expect(talk.of('write_cloud_document')).toHaveLength(1);
    },
  );

  it('there is none to take back', () => {
    const talk = drafted().says('云文档改好了', takeBack);
    expect(talk.seen).toContain('生成云文档');
    expect(talk.of('read_cloud_document')).toEqual([]);
  });

  it('nobody changed it: that is said', () => {
    const talk = written(drafted().says('生成云文档', write)).says('云文档改好了', takeBack);
    expect(read(talk).seen).toContain('没有人改过');
  });

  it('an update reads first, and writes what it read that nobody had changed', () => {
    const talk = written(drafted().says('生成云文档', write)).says('更新云文档', write);
    expect(talk.of('write_cloud_document')).toEqual([]);
    expect(read(talk).seen).toContain('不用更新');
    expect(talk.of('write_cloud_document')).toEqual([]);
  });

  /** Somebody wrote while we were about to: what the write found instead. */
  function moved(talk: Talk, change: (paragraphs: CloudParagraph[]) => CloudParagraph[]): Talk {
    const [effect] = talk.of('write_cloud_document');
    const { cloud } = talk.report;
    if (!effect || !cloud) throw new Error('nothing is to be written');
    const blocks = talk.store[cloud.blocks] as CloudBlock[];
    const paragraphs = change(blocks.map(({ block, kind, text }) => ({ block, kind, text })));
    const found = { document: 'doc1', url: 'https://x/docx/doc1', revision: 9, paragraphs };
    return talk.when({ type: 'cloud_read', ...common(talk, effect.key), ...found });
  }

  const added =
    (n: number) =>
    (all: CloudParagraph[]): CloudParagraph[] =>
      all.map((one) => (one.block === 'b0' ? { ...one, text: `${one.text}又添第${'一二三四五'[n]}句话。` } : one));

  function changedHere(): Talk {
    const talk = written(drafted().says('生成云文档', write));
    return talk.says(
      '改标题',
      commands({
        type: 'edit_text',
        edit: { type: 'append', put: '这里加的一句。', at: 'end', spot: { section: 'c2p1', words: '' } },
      }),
    );
  }

  it('what we changed is written to what was read, with the blocks known', () => {
    const talk = read(changedHere().says('更新云文档', write));
    const [effect] = talk.of('write_cloud_document');
    expect(effect?.at?.document).toBe('doc1');
    const lines = talk.store[effect?.lines ?? ''] as CloudLine[];
    expect(lines.map(textOfLine).join('')).toContain('这里加的一句。');
    expect(talk.store[effect?.at?.known ?? '']).toMatchObject({ revision: 5 });
    expect(written(talk, 7).seen).toContain('更新了1处');
    expect(talk.report.cloud?.revision).toBe(7);
  });

  it('somebody writing at that moment comes in first, a few times; then the update waits', () => {
    const talk = read(changedHere().says('更新云文档', write));
    moved(talk, added(0));
    expect(talk.seen).toContain('又添第一句话');
    const [again] = talk.of('write_cloud_document');
    const lines = talk.store[again?.lines ?? ''] as CloudLine[];
    expect(lines.map(textOfLine).join('')).toContain('又添第一句话。');
    expect(lines.map(textOfLine).join('')).toContain('这里加的一句。');
    moved(talk, added(1));
    moved(talk, added(2));
    expect(talk.of('write_cloud_document')).toEqual([]);
    expect(talk.seen).toContain('先不写');
    expect(talk.report.clouding).toBeUndefined();
  });

  it('a button with an unknown wish does nothing', () => {
    const talk = written(drafted().says('生成云文档', write));
    talk.presses({ action: 'cloud_document', wish: 'nonsense', report: talk.report.id });
    expect(talk.of('read_cloud_document')).toEqual([]);
  });
});
