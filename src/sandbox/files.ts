// Keeps uploaded bytes and sends them back. Must never trust a name: it is only ever a header and a label.
import { extname } from 'node:path';
import { newFileKey } from './ids.ts';
import type { StoredFile, World } from './world.ts';

export function addFile(world: World, given: Omit<StoredFile, 'key' | 'size'> & { bytes: Uint8Array }): StoredFile {
  const { bytes, ...rest } = given;
  const key = newFileKey(given.kind === 'image' ? 'img' : 'file');
  const file: StoredFile = { ...rest, key, size: bytes.length };
  world.bytes.set(key, Uint8Array.from(bytes));
  world.data.files.push(file);
  world.changed({ type: 'data' });
  return file;
}

const TYPES: Record<string, string> = {
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
};

export function fileResponse(world: World, file: StoredFile, name = file.name): Response {
  const bytes = world.bytes.get(file.key) ?? new Uint8Array();
  const type =
    file.kind === 'image' ? imageType(bytes) : (TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream');
  const disposition = file.kind === 'image' ? 'inline' : 'attachment';
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'content-type': type,
      'content-length': String(bytes.length),
      'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(name)}`,
      // An uploaded page must not run as part of the chat page.
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'",
    },
  });
}

function imageType(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (start === '89504e47') return 'image/png';
  if (start.startsWith('ffd8ff')) return 'image/jpeg';
  if (start === '47494638') return 'image/gif';
  return start === '52494646' ? 'image/webp' : 'application/octet-stream';
}

const MAGIC = ['89504e47', 'ffd8ff', '47494638', '424d', '52494646', '49492a00', '4d4d002a', '00000100'];

export function isImage(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  return MAGIC.some((magic) => start.startsWith(magic));
}
