// What a message names is fetched before it is read: whole, refused with its reason, or tried again a few times and then told.
import { describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../src/conversation/event.ts';
import { ServiceError } from '../../src/errors.ts';
import type { FetchMessage } from '../../src/feishu/port.ts';
import { createFetch } from '../../src/fetch.ts';
import { silentLog } from '../../src/log.ts';
import type { FileText } from '../../src/report/file-text.ts';

const message = (more: Partial<MessageReceived>): MessageReceived => ({
  type: 'message_received',
  id: 'om_1',
  conversation: 'oc_1',
  at: 1,
  chat: { id: 'oc_1', type: 'p2p' },
  sender: { id: 'ou_1', name: '王芳' },
  text: '',
  ...more,
});
const withFile = message({ unsupported: 'file', file: { key: 'file_1', name: '去年.docx' } });

function fetcher(given: Partial<FetchMessage> & { lines?: string[] }) {
  const file: FileText = {
    name: '去年.docx',
    format: 'docx',
    paragraphs: (given.lines ?? ['集体学习12次。']).map((text) => ({ text })),
    tables: [],
    places: [],
  };
  const fail = (): never => {
    throw new Error('not asked for');
  };
  return createFetch({
    fetchMessage: { file: fail, forwarded: fail, quoted: fail, ...given },
    readFile: async () => ({ type: 'read', file }),
    isSecret: (text) => /机密/u.test(text),
    log: silentLog,
  });
}

const bytes = async () => ({ type: 'file' as const, bytes: new Uint8Array(1) });

describe('fetching', () => {
  it('leaves plain messages as they are', async () => {
    const plain = message({ text: '集体学习12次' });
    expect(await fetcher({})(plain, 1)).toBe(plain);
  });

  it('adds what the file says', async () => {
    const got = await fetcher({ file: bytes })(withFile, 1);
    expect(got.attached).toMatchObject({ type: 'read', file: { paragraphs: [{ text: '集体学习12次。' }] } });
  });

  it('takes in nothing marked secret, but what speaks of secrets', async () => {
    const secret = await fetcher({ file: bytes, lines: ['机密★3年', '某报告'] })(withFile, 1);
    expect(secret.attached).toEqual({ type: 'unreadable', problem: 'secret' });
    const lines = ['一年来严格机密文件的登记、传阅和清退，全局没有发生失密泄密，管理台账齐全。'];
    expect((await fetcher({ file: bytes, lines })(withFile, 1)).attached?.type).toBe('read');
  });

  it('keeps those lines of a forwarded record that have words', async () => {
    const records = [
      { by: '陈强', at: 1, text: '直达资金下达率99.3%' },
      { by: '', at: 2, text: '' },
    ];
    const forwarded = async () => ({ type: 'forwarded' as const, records });
    const got = await fetcher({ forwarded })(message({ unsupported: 'merge_forward' }), 1);
    expect(got.forwarded).toEqual([records[0]]);
  });

  it('says why it could not', async () => {
    const file = async () => ({ type: 'refused' as const, reason: 'gone' as const, detail: 'recalled' });
    expect((await fetcher({ file })(withFile, 1)).unfetched).toBe('gone');
  });

  it('tries again a few times, then gives up and goes on', async () => {
    const file = async (): Promise<never> => {
      throw new ServiceError('feishu_unavailable', 'away');
    };
    for (const attempt of [1, 2, 3]) await expect(fetcher({ file })(withFile, attempt)).rejects.toThrow('away');
    expect((await fetcher({ file })(withFile, 4)).unfetched).toBe('away');
  });

  it('fetches the file a word in a group is about, and asks for no other', async () => {
    const group = { chat: { id: 'oc_1', type: 'group' as const }, replyTo: 'om_0' };
    const quoted = async () => ({ key: 'file_0', name: '更正.xlsx' });
    const got = await fetcher({ file: bytes, quoted })(message({ ...group, text: '按这个表为准' }), 1);
    expect(got).toMatchObject({ file: { name: '更正.xlsx' }, attached: { type: 'read' } });
    const other = message({ ...group, text: '这里改成12次' });
    expect(await fetcher({})(other, 1)).toBe(other);
  });

  it('lets a fault of our own be seen', async () => {
    const file = async (): Promise<never> => {
      throw new TypeError('ours');
    };
    await expect(fetcher({ file })(withFile, 9)).rejects.toThrow('ours');
  });
});
