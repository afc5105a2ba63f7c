// Reads a request's body whole, within a size and a time. Never waits longer, never keeps more.

export type Read = { type: 'ok'; bytes: Uint8Array } | { type: 'refused'; status: 400 | 408 | 413; reason: string };

export async function readBody(request: Request, maxBytes: number, timeoutMs: number): Promise<Read> {
  const tooLarge: Read = { type: 'refused', status: 413, reason: `the body is larger than ${maxBytes} bytes` };
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return tooLarge;
  if (request.body === null) return { type: 'ok', bytes: new Uint8Array() };

  const reader = request.body.getReader();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), timeoutMs);
  });
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const next = await Promise.race([reader.read(), late]);
      if (next === 'late')
        return { type: 'refused', status: 408, reason: `the body did not arrive within ${timeoutMs} ms` };
      if (next.done) return { type: 'ok', bytes: Buffer.concat(chunks) };
      size += next.value.byteLength;
      if (size > maxBytes) return tooLarge;
      chunks.push(next.value);
    }
  } catch {
    return { type: 'refused', status: 400, reason: 'the body broke off' };
  } finally {
    clearTimeout(timer);
    reader.cancel().catch(() => undefined);
  }
}
