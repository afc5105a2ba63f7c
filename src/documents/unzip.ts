// Opens Office files: their parts unpacked under a cap, packed anew for the libraries that read them, so that these see nothing else.
// Must never unpack more than the cap, whatever the archive says of itself.
import { inflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { UnreadableError } from './unreadable.ts';

/** All parts together; the largest real report has about two. */
const maxUnpackedBytes = 80 * 1024 * 1024;
const maxParts = 5000;

interface Part {
  name: string;
  method: number;
  encrypted: boolean;
  packed: number;
  /** Where its local header begins. */
  at: number;
}

/** Names of all parts; undefined when this is no whole archive. */
export function namesIn(bytes: Uint8Array): string[] | undefined {
  return list(bytes)?.map((part) => part.name);
}

/** The wanted parts, packed anew without compression: pictures and macros stay behind. */
export function repack(bytes: Uint8Array, wanted: (name: string) => boolean): Uint8Array {
  return zipSync(unzip(bytes, wanted), { level: 0 });
}

/** The wanted parts by name. */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Record<string, Uint8Array> {
  const parts = list(bytes)?.filter((part) => wanted(part.name));
  if (!parts) throw new UnreadableError('broken');
  if (parts.some((part) => part.encrypted)) throw new UnreadableError('encrypted');
  let left = maxUnpackedBytes;
  const unpacked: Record<string, Uint8Array> = Object.create(null);
  for (const part of parts) {
    const data = inflate(bytes, part, left);
    left -= data.length;
    unpacked[part.name] = data;
  }
  return unpacked;
}

function inflate(bytes: Uint8Array, { at, packed, method }: Part, room: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const data = bytes.subarray(from, from + packed);
  if (method !== 0 && method !== 8) throw new UnreadableError('broken');
  if (method === 0 && data.length > room) throw new UnreadableError('too_big');
  if (method === 0 || packed === 0) return data;
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(room, 1) });
  } catch (error) {
    const tooBig = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new UnreadableError(tooBig ? 'too_big' : 'broken');
  }
}

/** The central directory. No archive of an office needs the 64-bit form. */
function list(bytes: Uint8Array): Part[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  if (count > maxParts) throw new UnreadableError('too_big');
  const parts: Part[] = [];
  let at = view.getUint32(end + 16, true);
  for (let nth = 0; nth < count; nth += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const size = view.getUint16(at + 28, true);
    const part = {
      // Some programs write the paths of Windows.
      name: Buffer.from(bytes.subarray(at + 46, at + 46 + size))
        .toString('utf8')
        .replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    };
    if (part.at + 30 > bytes.length || part.at + part.packed > bytes.length) return undefined;
    parts.push(part);
    at += 46 + size + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** The record at the very end, before a comment of at most 64 KB. */
function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 65_535; at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return undefined;
}
