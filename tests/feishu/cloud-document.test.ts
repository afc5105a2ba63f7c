// Cloud documents over the local Feishu's HTTP, through the real SDK: made once, written in place, nobody's words written over.
import { afterEach, describe, expect, it } from 'vitest';
import { createClient } from '../../src/feishu/client.ts';
import { createCloudDocuments } from '../../src/feishu/cloud-document.ts';
import type { CloudDocuments } from '../../src/feishu/cloud-port.ts';
import { silentLog } from '../../src/log.ts';
import type { CloudLine, CloudParagraph } from '../../src/report/cloud-lines.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';

const app = { id: 'cli_0123456789abcdef', secret: 'a-secret-of-the-tests' };
let sandbox: Sandbox | undefined;
afterEach(() => sandbox?.close());

async function open(limits = false): Promise<{ sandbox: Sandbox; cloud: CloudDocuments; me: string; other: string }> {
  sandbox = await createSandbox({ app, delivery: { type: 'long_connection' }, limits });
  const settings = { appId: app.id, appSecret: app.secret, domain: sandbox.url };
  const client = createClient(settings, silentLog);
  const nameOf = async (id: string) => sandbox?.people().find((one) => one.id === id)?.name ?? '';
  const pace = { wait: async () => undefined };
  const cloud = createCloudDocuments({
    client,
    nameOf,
    domain: sandbox.url,
    log: silentLog,
    ...(limits ? {} : { edits: pace, reads: pace }),
  });
  const [me, other] = sandbox.people();
  return { sandbox, cloud, me: me?.id ?? '', other: other?.id ?? '' };
}

const line = (section: string, text: string, kind: CloudLine['kind'] = 'text'): CloudLine => ({
  section,
  kind,
  runs: [{ text }],
});
const lines: CloudLine[] = [
  line('opening', '现将有关情况报告如下。'),
  line('c1', '一、履职情况', 'heading1'),
  {
    section: 'c1.p1',
    kind: 'text',
    runs: [{ text: '集体学习' }, { text: '〔待补：次数〕', open: true }, { text: '。' }],
  },
  line('c1.p2', '二是抓支部建设。'),
];
const none = { paragraphs: [] as CloudParagraph[] };

async function made(cloud: CloudDocuments, me: string, all = lines) {
  const { document } = await cloud.create('2025年述职报告');
  const written = await cloud.write({ document, lines: all, known: none, sections: {}, token: 'om_1:0' });
  if (written.type !== 'written') throw new Error('moved');
  await cloud.grant(document, me);
  const sections = Object.fromEntries(written.blocks.map((one) => [one.block, one.section]));
  return { document, written, sections };
}

describe('a cloud document', () => {
  it('holds the headings and paragraphs, with what is open highlighted, and belongs to who asked for it', async () => {
    const { sandbox, cloud, me, other } = await open();
    const { document, written } = await made(cloud, me);
    const shown = sandbox.documents.look(document, me);
    expect(shown.title).toBe('2025年述职报告');
    expect(shown.may).toBe('full_access');
    expect(shown.blocks.map((one) => [one.type, one.text])).toEqual([
      ['text', '现将有关情况报告如下。'],
      ['heading1', '一、履职情况'],
      ['text', '集体学习〔待补：次数〕。'],
      ['text', '二是抓支部建设。'],
    ]);
    expect(shown.blocks.flatMap((one) => one.open)).toEqual(['〔待补：次数〕']);
    expect(written.blocks.map((one) => one.block)).toEqual(shown.blocks.map((one) => one.id));
    expect(written.revision).toBe(shown.revision);
    expect(() => sandbox.documents.look(document, other)).toThrow('没有权限');
  });

  it('is read back with its blocks, revision, link and who was at it last', async () => {
    const { sandbox, cloud, me } = await open();
    const { document, written } = await made(cloud, me);
    const [first] = written.blocks;
    sandbox.documents.edit(document, me, [{ type: 'write', block: first?.block ?? '', text: '现报告如下。' }]);
    const reading = await cloud.read(document);
    expect(reading.revision).toBe(written.revision + 1);
    expect(reading.url).toBe(`${sandbox.url}/docx/${document}`);
    expect(reading.editor).toEqual({ id: me, name: sandbox.people()[0]?.name });
    expect(reading.paragraphs[0]).toEqual({ block: first?.block, kind: 'text', text: '现报告如下。' });
  });

  it('more than fifty paragraphs go out in several calls and stand in their order', async () => {
    const { sandbox, cloud, me } = await open();
    const many = Array.from({ length: 123 }, (_, at) => line(`s${at}`, `第${at}段`));
    const { document } = await made(cloud, me, many);
    expect(sandbox.documents.look(document, me).blocks.map((one) => one.text)).toEqual(
      many.map((one) => one.runs[0]?.text),
    );
    expect(sandbox.calls().filter((one) => one.path.endsWith('/children'))).toHaveLength(3);
  });

  it('only what differs is written, and untouched paragraphs keep their blocks', async () => {
    const { sandbox, cloud, me } = await open();
    const { document, written, sections } = await made(cloud, me);
    const before = sandbox.documents.look(document, me).blocks;
    const calls = sandbox.calls().length;
    const fresh = [
      ...lines.slice(0, 2),
      line('c1.p1', '集体学习14次。'),
      line('c1.p2', '二是抓支部建设。'),
      line('c1.p3', '三是抓作风。'),
    ];
    const known = { revision: written.revision, paragraphs: (await cloud.read(document)).paragraphs };
    const again = await cloud.write({ document, lines: fresh, known, sections, token: 'om_2:0' });
    expect(again.type).toBe('written');
    const after = sandbox.documents.look(document, me).blocks;
    expect(after.map((one) => one.text)).toEqual(fresh.map((one) => one.runs[0]?.text));
    expect(after.slice(0, 4).map((one) => one.id)).toEqual(before.map((one) => one.id));
    const edits = sandbox
      .calls()
      .slice(calls)
      .filter((one) => one.method !== 'GET' && one.path.includes('/docx/'));
    expect(edits.map((one) => one.method)).toEqual(['PATCH', 'POST']);
  });

  it('what nobody wants any more is deleted, pictures and empty lines of others stay', async () => {
    const { sandbox, cloud, me } = await open();
    const { document, sections } = await made(cloud, me);
    const [, , third] = sandbox.documents.look(document, me).blocks;
    sandbox.documents.edit(document, me, [{ type: 'add', after: third?.id ?? '', text: ' ' }]);
    const reading = await cloud.read(document);
    const short = [line('opening', '现将有关情况报告如下。'), line('c1.p2', '二是抓支部建设。')];
    await cloud.write({ document, lines: short, known: reading, sections, token: 'om_3:0' });
    expect(sandbox.documents.look(document, me).blocks.map((one) => one.text.trim())).toEqual([
      '现将有关情况报告如下。',
      '',
      '二是抓支部建设。',
    ]);
  });

  it('is not written when somebody else was there since', async () => {
    const { sandbox, cloud, me } = await open();
    const { document, sections } = await made(cloud, me);
    const known = await cloud.read(document);
    const last = sandbox.documents.look(document, me).blocks.at(-1);
    sandbox.documents.edit(document, me, [{ type: 'write', block: last?.id ?? '', text: '二是抓支部。' }]);
    const result = await cloud.write({ document, lines: [line('x', '全换了')], known, sections, token: 'om_4:0' });
    expect(result.type).toBe('moved');
    expect(sandbox.documents.look(document, me).blocks).toHaveLength(4);
  });

  it('is not written over when somebody writes in that very second', async () => {
    const { sandbox, cloud, me } = await open();
    const { document, sections } = await made(cloud, me);
    const known = await cloud.read(document);
    const last = sandbox.documents.look(document, me).blocks.at(-1);
    // The person is quicker than the edit.
    const { fetch } = globalThis;
    globalThis.fetch = async (...request) => {
      const edits = (request[1]?.method ?? 'GET') === 'PATCH';
      if (edits) {
        globalThis.fetch = fetch;
        sandbox.documents.edit(document, me, [{ type: 'write', block: last?.id ?? '', text: '我先改了。' }]);
      }
      return fetch(...request);
    };
    const fresh = [...lines.slice(0, 3), line('c1.p2', '二是抓支部建设，见成效。')];
    const result = await cloud.write({ document, lines: fresh, known, sections, token: 'om_5:0' });
    globalThis.fetch = fetch;
    expect(result.type).toBe('moved');
    expect(sandbox.documents.look(document, me).blocks.at(-1)?.text).toBe('我先改了。');
  });

  it.each([0, 1, 2, 3])(
    'broken off after %d of its calls and tried again, it stands as if nothing had happened',
    async (calls) => {
      const { sandbox, cloud, me } = await open();
      const many = Array.from({ length: 120 }, (_, at) => line(`s${at}`, `第${at}段`));
      const { document, sections } = await made(cloud, me, many);
      const known = await cloud.read(document);
      // One paragraph changed, one gone, two new ones at different places: four calls.
      const fresh = [
        line('n', '开头'),
        ...many.slice(0, 40),
        line('s40', '改过的'),
        ...many.slice(42),
        line('e', '末尾'),
      ];
      const edit = { document, lines: fresh, known, sections, token: 'om_6:0' };
      let seen = 0;
      const { fetch } = globalThis;
      globalThis.fetch = async (...request) => {
        const writes = (request[1]?.method ?? 'GET') !== 'GET' && String(request[0]).includes('/docx/v1/');
        const answer = await fetch(...request);
        if (writes && seen++ === calls) throw new Error('the process is gone');
        return answer;
      };
      await expect(cloud.write(edit)).rejects.toThrow();
      globalThis.fetch = fetch;
      expect((await cloud.write(edit)).type).toBe('written');
      expect(sandbox.documents.look(document, me).blocks.map((one) => one.text)).toEqual(
        fresh.map((one) => one.runs[0]?.text),
      );
    },
  );

  it('keeps to three edits a second by itself', async () => {
    const { sandbox, cloud, me } = await open(true);
    const { document, sections } = await made(cloud, me, lines.slice(0, 2));
    const known = await cloud.read(document);
    await cloud.write({ document, lines, known, sections, token: 'om_7:0' });
    expect(sandbox.calls().filter((one) => one.code === 99991400)).toEqual([]);
  }, 20_000);

  it('says which scope is missing and where it is granted', async () => {
    const { sandbox, cloud } = await open();
    const error = { code: 1770032, status: 403, msg: 'forBidden' };
    sandbox.faults.onCall({ path: '/docx/v1/documents', fail: error });
    const refused = cloud.create('题目');
    await expect(refused).rejects.toMatchObject({ code: 'feishu_denied' });
    await expect(refused).rejects.toThrow(/docx:document.*权限管理/);
  });

  it('deleted by its people it is gone', async () => {
    const { sandbox, cloud, me } = await open();
    const { document } = await made(cloud, me);
    sandbox.documents.remove(document, me);
    await expect(cloud.read(document)).rejects.toMatchObject({ code: 'feishu_gone' });
  });

  it('without the scope for link and editor it can be read all the same', async () => {
    const { sandbox, cloud, me } = await open();
    const { document } = await made(cloud, me);
    sandbox.faults.onCall({ path: '/metas/batch_query', fail: { code: 99991672, status: 400 } });
    const reading = await cloud.read(document);
    expect(reading.editor).toBeUndefined();
    expect(reading.url).toContain(`/docx/${document}`);
    expect(reading.paragraphs).toHaveLength(4);
  });
});
