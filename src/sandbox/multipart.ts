// Splits a multipart body byte for byte: the SDK sends Buffers as parts without a filename, which FormData would decode as text and corrupt.
export interface Part {
  name: string;
  filename?: string;
  bytes: Uint8Array;
}

const BREAK = Buffer.from('\r\n\r\n');

/** undefined when the body is no multipart form. */
export function parseMultipart(contentType: string | undefined, body: Uint8Array): Part[] | undefined {
  const boundary = /^multipart\/form-data;.*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? '');
  if (boundary === null) return undefined;
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const delimiter = Buffer.from(`--${boundary[1] ?? boundary[2]}`);
  const parts: Part[] = [];
  let from = buffer.indexOf(delimiter);
  while (from !== -1) {
    const start = from + delimiter.length + 2;
    const next = buffer.indexOf(Buffer.concat([Buffer.from('\r\n'), delimiter]), start - 2);
    if (next === -1) return parts;
    const part = readPart(buffer.subarray(start, next));
    if (part !== undefined) parts.push(part);
    from = next + 2;
  }
  return undefined;
}

function readPart(raw: Buffer): Part | undefined {
  const end = raw.indexOf(BREAK);
  if (end === -1) return undefined;
  const header = raw.subarray(0, end).toString('utf8');
  const name = /name="([^"]*)"/.exec(header.replace(/filename\*?="[^"]*"/, ''))?.[1];
  if (name === undefined) return undefined;
  const filename = /filename="([^"]*)"/.exec(header)?.[1];
  const bytes = raw.subarray(end + BREAK.length);
  return filename === undefined ? { name, bytes } : { name, filename, bytes };
}
