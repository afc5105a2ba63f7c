// Files and images: uploads of the bot, downloads of its own files and of what people sent it. Must never hand out what is in no message.
import { ApiError } from './api-error.ts';
import { parseObject } from './content.ts';
import { addFile, fileResponse, isImage } from './files.ts';
import { messageForBot } from './look-up.ts';
import { type Part, parseMultipart } from './multipart.ts';
import type { ApiContext, OpenApi } from './open-api.ts';
import type { StoredFile, World } from './world.ts';

const FILE_BYTES = 30 * 1024 * 1024;
const IMAGE_BYTES = 10 * 1024 * 1024;
const DOWNLOAD_BYTES = 100 * 1024 * 1024;
const FILE_TYPES = ['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream'];

export function serveResources(api: OpenApi, world: World, appId: string): void {
  api.on('POST', '/im/v1/files', async (c) => {
    const form = await formOf(c);
    const type = text(form, 'file_type');
    const name = text(form, 'file_name');
    if (!FILE_TYPES.includes(type) || name === '') throw new ApiError(234001, 'Invalid request param.');
    const bytes = sized(form, 'file', FILE_BYTES);
    return { file_key: addFile(world, { name, bytes, kind: 'file', type, owner: appId }).key };
  });

  api.on('POST', '/im/v1/images', async (c) => {
    const form = await formOf(c);
    if (!['message', 'avatar'].includes(text(form, 'image_type'))) throw new ApiError(234001, 'Invalid request param.');
    const bytes = sized(form, 'image', IMAGE_BYTES);
    if (!isImage(bytes)) throw new ApiError(234011, 'Can not recognize the image format.');
    return { image_key: addFile(world, { name: 'image', bytes, kind: 'image', type: 'image', owner: appId }).key };
  });

  const own = (key: string, kind: StoredFile['kind']): Response => {
    const file = world.file(key);
    if (file === undefined || file.kind !== kind) throw new ApiError(234001, 'Invalid request param.');
    if (file.owner !== appId) throw new ApiError(234008, 'The app is not the resource sender.');
    return fileResponse(world, file);
  };
  api.on('GET', '/im/v1/files/:file_key', (c) => own(c.req.param('file_key') ?? '', 'file'));
  api.on('GET', '/im/v1/images/:image_key', (c) => own(c.req.param('image_key') ?? '', 'image'));

  api.on('GET', '/im/v1/messages/:message_id/resources/:file_key', (c) => {
    const type = c.req.query('type');
    if (type !== 'file' && type !== 'image') throw new ApiError(234001, 'Invalid request param.');
    const message = messageForBot(world, c.req.param('message_id') ?? '');
    if (message.recalled) throw new ApiError(230110, 'The message was deleted.');
    if (['sticker', 'interactive'].includes(message.type)) throw new ApiError(234043, 'Unsupported message type.');
    const key = c.req.param('file_key') ?? '';
    const file = world.file(key);
    if (file === undefined || !keysIn(parseObject(message.content)).includes(key)) {
      throw new ApiError(234003, 'The file is not in the message.');
    }
    if ((file.kind === 'image') !== (type === 'image')) throw new ApiError(234001, 'Invalid request param.');
    if (file.size > DOWNLOAD_BYTES) throw new ApiError(234037, 'Downloaded file size exceeds limit.');
    return fileResponse(world, file);
  });
}

async function formOf(c: ApiContext): Promise<Part[]> {
  const body = new Uint8Array(await c.req.arrayBuffer());
  const form = parseMultipart(c.req.header('content-type'), body);
  if (form === undefined) throw new ApiError(234001, 'Invalid request param.');
  return form;
}

const text = (form: Part[], name: string): string => {
  const part = form.find((candidate) => candidate.name === name);
  return part === undefined ? '' : Buffer.from(part.bytes).toString('utf8');
};

function sized(form: Part[], name: string, limit: number): Uint8Array {
  const bytes = form.find((candidate) => candidate.name === name)?.bytes;
  if (bytes === undefined) throw new ApiError(234001, 'Invalid request param.');
  if (bytes.length === 0) throw new ApiError(234010, "File's size can't be 0.");
  if (bytes.length > limit) throw new ApiError(234006, 'The file size exceed the max value.');
  return bytes;
}

function keysIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(keysIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) =>
    (name === 'file_key' || name === 'image_key') && typeof value === 'string' ? [value] : keysIn(value),
  );
}
