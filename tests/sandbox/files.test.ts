import { randomBytes } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { afterTest, client, refusal, start } from './start.ts';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe('files of the bot', () => {
  it.each([
    ['a Buffer', (bytes: Buffer) => bytes],
    [
      'a stream',
      (bytes: Buffer) => {
        const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
        afterTest(() => rmSync(folder, { recursive: true }));
        writeFileSync(join(folder, 'a.bin'), bytes);
        return createReadStream(join(folder, 'a.bin'));
      },
    ],
  ])('go up as %s byte for byte, into a message, and down again', async (_how, given) => {
    const sandbox = await start();
    const lark = client(sandbox);
    const chat = sandbox.chatOf('王芳').id;
    // Bytes that no text decoding survives, with line breaks and dashes as a boundary would have.
    const bytes = Buffer.concat([randomBytes(70_000), Buffer.from('\r\n--\r\n----\r\n'), Buffer.from([0, 255, 254])]);
    const up = await lark.im.v1.file.create({
      data: { file_type: 'doc', file_name: '报送稿 v1.docx', file: given(bytes) as Buffer },
    });
    const key = up?.file_key as string;
    const sent = await lark.im.v1.message.create({
      params: { receive_id_type: 'chat_id' },
      data: { receive_id: chat, msg_type: 'file', content: JSON.stringify({ file_key: key }) },
    });
    expect(sandbox.messages(chat)[0]).toMatchObject({
      type: 'file',
      file: { key, name: '报送稿 v1.docx', size: bytes.length },
    });
    expect(Buffer.from(sandbox.fileBytes(key) ?? []).equals(bytes)).toBe(true);
    const own = await lark.im.v1.file.get({ path: { file_key: key } });
    expect((await bytesOf(own.getReadableStream())).equals(bytes)).toBe(true);
    const path = { message_id: sent.data?.message_id as string, file_key: key };
    const resource = await lark.im.v1.messageResource.get({ path, params: { type: 'file' } });
    expect((await bytesOf(resource.getReadableStream())).equals(bytes)).toBe(true);
    const page = await fetch(`${sandbox.url}/sandbox/files/${key}?name=${encodeURIComponent('报送稿.docx')}`);
    expect(Buffer.from(await page.arrayBuffer()).equals(bytes)).toBe(true);
    expect(page.headers.get('content-type')).toContain('wordprocessingml');
    expect(page.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('报送稿.docx')}`,
    );
  });

  it('are refused empty, over 30 MB, of an unknown type, or as the wrong kind of message', async () => {
    const sandbox = await start();
    const lark = client(sandbox);
    const upload = (file: Buffer, file_type = 'stream') =>
      lark.im.v1.file.create({ data: { file_type: file_type as 'stream', file_name: 'a', file } });
    expect((await refusal(upload(Buffer.alloc(0)))).code).toBe(234010);
    expect((await refusal(upload(Buffer.alloc(30 * 1024 * 1024 + 1)))).code).toBe(234006);
    expect((await refusal(upload(Buffer.from('x'), 'docx'))).code).toBe(234001);
    const key = (await upload(Buffer.from('x')))?.file_key;
    const sent = lark.im.v1.message.create({
      params: { receive_id_type: 'chat_id' },
      data: { receive_id: sandbox.chatOf('王芳').id, msg_type: 'audio', content: JSON.stringify({ file_key: key }) },
    });
    expect((await refusal(sent)).code).toBe(230055);
  });

  it('include images, which cards may then show', async () => {
    const sandbox = await start();
    const lark = client(sandbox);
    const upload = (image: Buffer) => lark.im.v1.image.create({ data: { image_type: 'message', image } });
    expect((await refusal(upload(Buffer.from('no image at all')))).code).toBe(234011);
    const key = (await upload(png))?.image_key as string;
    const card = {
      schema: '2.0',
      body: {
        elements: [
          { tag: 'img', img_key: key, alt: { tag: 'plain_text', content: '' } },
          { tag: 'markdown', content: `![图](${key})` },
        ],
      },
    };
    const sent = await lark.im.v1.message.create({
      params: { receive_id_type: 'chat_id' },
      data: { receive_id: sandbox.chatOf('王芳').id, msg_type: 'interactive', content: JSON.stringify(card) },
    });
    expect(sent.code).toBe(0);
  });
});

describe('files of people', () => {
  it('are downloaded through their message, and only so', async () => {
    const sandbox = await start();
    const lark = client(sandbox);
    const chat = sandbox.chatOf('王芳');
    const as = chat.members[0] as string;
    const bytes = randomBytes(5000);
    const sent = sandbox.sendFile(chat.id, as, { name: '去年的稿.docx', bytes });
    const key = sent.file?.key as string;
    const get = (message_id: string, file_key: string, type = 'file') =>
      lark.im.v1.messageResource.get({ path: { message_id, file_key }, params: { type } });
    const down = await get(sent.id, key);
    expect((await bytesOf(down.getReadableStream())).equals(bytes)).toBe(true);

    // The SDK asks for a stream, so its refusals are streams too.
    const refused = async (call: Promise<unknown>): Promise<number> => {
      try {
        await call;
      } catch (error) {
        const { data } = (error as { response: { data: Readable } }).response;
        return (JSON.parse((await bytesOf(data)).toString()) as { code: number }).code;
      }
      throw new Error('not refused');
    };
    const text = sandbox.say(chat.id, { as, text: 'x' });
    expect(await refused(get(text.id, key))).toBe(234003);
    expect(await refused(get(sent.id, 'file_v3_other'))).toBe(234003);
    expect(await refused(get(sent.id, key, 'video'))).toBe(234001);
    expect(await refused(lark.im.v1.file.get({ path: { file_key: key } }))).toBe(234008);
    const sticker = sandbox.say(chat.id, { as, type: 'sticker' });
    expect(await refused(get(sticker.id, 'x'))).toBe(234043);
    sandbox.recall(sent.id, as);
    expect(await refused(get(sent.id, key))).toBe(230110);
  });

  it('can break off in the middle', async () => {
    const sandbox = await start();
    const chat = sandbox.chatOf('王芳');
    const sent = sandbox.sendFile(chat.id, chat.members[0] as string, { name: 'a.docx', bytes: randomBytes(5000) });
    sandbox.faults.onCall({ path: '/resources/', cutAfterBytes: 1000 });
    const path = { message_id: sent.id, file_key: sent.file?.key as string };
    const cut = await client(sandbox).im.v1.messageResource.get({ path, params: { type: 'file' } });
    let came = 0;
    const read = (async () => {
      for await (const chunk of cut.getReadableStream()) came += (chunk as Buffer).length;
    })();
    await expect(read).rejects.toThrow();
    expect(came).toBe(1000);
  });

  it('are images when their bytes are', async () => {
    const sandbox = await start();
    const chat = sandbox.chatOf('王芳');
    const sent = sandbox.sendFile(chat.id, chat.members[0] as string, { name: '照片.png', bytes: png });
    expect(sent).toMatchObject({ type: 'image', file: { name: '照片.png' } });
    const shown = await fetch(`${sandbox.url}/sandbox/files/${sent.file?.key}`);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(shown.headers.get('content-disposition')).toMatch(/^inline/);
  });
});
