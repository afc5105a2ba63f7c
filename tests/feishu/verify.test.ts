// Only what Feishu itself sent, just now and once, gets through; everything else is refused with a reason and never throws.
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVerify, type WebhookSettings } from '../../src/feishu/verify.ts';

const appId = 'cli_00000000000000a1';
const encryptKey = 'test key';
const verificationToken = 'token-for-tests';
const now = 1_609_073_151_000;
const full: WebhookSettings = { appId, encryptKey, verificationToken };

const bytes = (text: string) => new TextEncoder().encode(text);
const event = (change: object = {}) => ({
  schema: '2.0',
  header: { event_id: 'e1', event_type: 'im.message.receive_v1', token: verificationToken, app_id: appId, ...change },
  event: { message: { message_id: 'om_1' } },
});

function encrypt(plain: string, key = encryptKey): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), iv);
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64');
}

function sign(body: string, { key = encryptKey, timestamp = String(now / 1000), nonce = 'n1' } = {}) {
  const signature = createHash('sha256')
    .update(timestamp + nonce + key + body)
    .digest('hex');
  return {
    'X-Lark-Request-Timestamp': timestamp,
    'X-Lark-Request-Nonce': nonce,
    'X-Lark-Signature': signature,
  };
}

function signed(value: unknown, options: Parameters<typeof sign>[1] = {}) {
  const body = JSON.stringify({ encrypt: encrypt(JSON.stringify(value)) });
  return { body: bytes(body), headers: sign(body, options) };
}

const refused = (status: number, reason: RegExp) => ({
  type: 'refused',
  status,
  reason: expect.stringMatching(reason),
});

describe('a signed and encrypted event', () => {
  it('is taken', () => {
    const { body, headers } = signed(event());
    expect(createVerify(full, () => now)(body, headers)).toEqual({ type: 'event', raw: event() });
  });

  it('is taken with lower-case headers and with a body of other white space', () => {
    const pretty = JSON.stringify({ encrypt: encrypt(JSON.stringify(event())) }, null, 4);
    const headers = Object.fromEntries(Object.entries(sign(pretty)).map(([key, value]) => [key.toLowerCase(), value]));
    expect(createVerify(full, () => now)(bytes(pretty), headers).type).toBe('event');
  });

  it('keeps Chinese text whole', () => {
    const raw = { ...event(), event: { text: '党课开展了12次，😀' } };
    const { body, headers } = signed(raw);
    expect(createVerify(full, () => now)(body, headers)).toEqual({ type: 'event', raw });
  });

  it('has the published test vector as its signature', () => {
    const body = '{"encrypt":"P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk="}';
    const headers = { ...sign(body, { nonce: 'nonce-1' }) };
    expect(headers['X-Lark-Signature']).toBe('97f87d15d56b8fd0fd9c723f7c7a9373324661b516abef41bf874ab6dbdeebae');
    // Signature right, decrypts to `hello world`, which is no event.
    expect(createVerify(full, () => now)(bytes(body), headers)).toEqual(refused(400, /cannot be decrypted/));
  });

  it('is refused when one byte was changed', () => {
    const { body, headers } = signed(event());
    const forged = body.slice();
    forged[20] = forged[20] === 65 ? 66 : 65;
    expect(createVerify(full, () => now)(forged, headers)).toEqual(refused(401, /FEISHU_ENCRYPT_KEY/));
  });

  it.each(['', 'zz', '0'.repeat(64), '☃'])('is refused with the signature %j', (signature) => {
    const { body, headers } = signed(event());
    const result = createVerify(full, () => now)(body, { ...headers, 'X-Lark-Signature': signature });
    expect(result).toEqual(refused(401, /signature/));
  });

  it.each([
    [5 * 60, 'event'],
    [-5 * 60, 'event'],
    [5 * 60 + 1, 'refused'],
    [-5 * 60 - 1, 'refused'],
    [86_400, 'refused'],
  ])('%i s off the clock: %s', (seconds, type) => {
    const { body, headers } = signed(event(), { timestamp: String(now / 1000 + seconds) });
    expect(createVerify(full, () => now)(body, headers).type).toBe(type);
  });

  it.each(['', 'abc', '1e9', '-5', '9'.repeat(30)])('is refused with the timestamp %j, though signed', (timestamp) => {
    const { body, headers } = signed(event(), { timestamp });
    expect(createVerify(full, () => now)(body, headers)).toEqual(refused(401, /timestamp|minutes/));
  });

  it('is refused when it comes a second time with the same nonce, also in another body', () => {
    const verify = createVerify(full, () => now);
    const first = signed(event());
    expect(verify(first.body, first.headers).type).toBe('event');
    expect(verify(first.body, first.headers)).toEqual(refused(401, /nonce/));
    const second = signed(event({ event_id: 'e2' }));
    expect(verify(second.body, second.headers)).toEqual(refused(401, /nonce/));
    const third = signed(event(), { nonce: 'n2' });
    expect(verify(third.body, third.headers).type).toBe('event');
  });

  it('does not let a forged request use up a nonce', () => {
    const verify = createVerify(full, () => now);
    const { body, headers } = signed(event());
    expect(verify(body, { ...headers, 'X-Lark-Signature': '00' }).type).toBe('refused');
    expect(verify(body, headers).type).toBe('event');
  });

  it('still knows a nonce after very many others, and forgets it when it could not be fresh any more', () => {
    let at = now;
    const verify = createVerify(full, () => at);
    const first = signed(event());
    verify(first.body, first.headers);
    for (let n = 0; n < 2000; n += 1) {
      const { body, headers } = signed(event(), { nonce: `other-${n}` });
      verify(body, headers);
    }
    expect(verify(first.body, first.headers).type).toBe('refused');
    at = now + 11 * 60_000;
    const later = signed(event(), { timestamp: String(at / 1000) });
    expect(verify(later.body, later.headers).type).toBe('event');
  });

  it('is refused with a wrong token or for another app, although the signature is right', () => {
    const wrongToken = signed(event({ token: 'someone else’s' }));
    expect(createVerify(full, () => now)(wrongToken.body, wrongToken.headers)).toEqual(
      refused(401, /FEISHU_VERIFICATION_TOKEN/),
    );
    const wrongApp = signed(event({ app_id: 'cli_00000000000000b2' }));
    expect(createVerify(full, () => now)(wrongApp.body, wrongApp.headers)).toEqual(refused(403, /FEISHU_APP_ID/));
  });

  it('needs no token when only the key is set', () => {
    const { body, headers } = signed(event({ token: undefined }));
    expect(createVerify({ appId, encryptKey }, () => now)(body, headers).type).toBe('event');
  });
});

describe('without an encrypt key', () => {
  const settings: WebhookSettings = { appId, verificationToken };

  it('the token alone decides', () => {
    const verify = createVerify(settings, () => now);
    expect(verify(bytes(JSON.stringify(event())), {}).type).toBe('event');
    expect(verify(bytes(JSON.stringify(event({ token: 'x' }))), {})).toEqual(refused(401, /TOKEN/));
    expect(verify(bytes(JSON.stringify(event({ token: undefined }))), {})).toEqual(refused(401, /TOKEN/));
    expect(verify(bytes(JSON.stringify(event({ token: { length: 3 } }))), {})).toEqual(refused(401, /TOKEN/));
  });

  it('an encrypted body is refused with the setting’s name', () => {
    const { body, headers } = signed(event());
    expect(createVerify(settings, () => now)(body, headers)).toEqual(refused(400, /FEISHU_ENCRYPT_KEY is not set/));
  });

  it('nothing at all is taken when the token is missing as well', () => {
    const body = bytes(JSON.stringify(event()));
    expect(createVerify({ appId }, () => now)(body, {})).toEqual(refused(403, /FEISHU_VERIFICATION_TOKEN/));
    expect(createVerify({ appId, encryptKey: '', verificationToken: '' }, () => now)(body, {}).type).toBe('refused');
  });
});

describe('url_verification', () => {
  const challenge = { challenge: 'abc-123', token: verificationToken, type: 'url_verification' };

  it('is answered when plain', () => {
    const body = bytes(JSON.stringify(challenge));
    const verify = createVerify({ appId, verificationToken }, () => now);
    expect(verify(body, {})).toEqual({ type: 'challenge', challenge: 'abc-123' });
    expect(verify(bytes(JSON.stringify({ ...challenge, token: 'x' })), {})).toEqual(refused(401, /TOKEN/));
    expect(verify(bytes(JSON.stringify({ ...challenge, challenge: 7 })), {})).toEqual(refused(400, /challenge/));
  });

  it('is answered when encrypted, unsigned as the platform sends it', () => {
    const body = bytes(JSON.stringify({ encrypt: encrypt(JSON.stringify(challenge)) }));
    expect(createVerify(full, () => now)(body, {})).toEqual({ type: 'challenge', challenge: 'abc-123' });
  });

  it('is answered for the published vector', () => {
    const encrypted =
      'tT1xP+ovuc0T3b/rnZX3ax76exqAn0ANQ6/U45GcciC0mgNBc8JtvqOJGNAPMKpgRs2dVU1NYk9VDeqS8T4SYtU0hzNU54aS84WnxvZ3VFfDcy/RyABlNqlUiGyLDzFI0yxdCMT4KR/YEQXlt6nZi50KwRlZ+A75r645KesZuLMljezYyY8VeeXEVjPw35+e';
    const settings = { appId, encryptKey: 'mazhe.nerd', verificationToken: 'iRdCP2WwXNBXRM3mGLqhrgch3cn0gbT6' };
    const result = createVerify(settings, () => now)(bytes(JSON.stringify({ encrypt: encrypted })), {});
    expect(result).toEqual({ type: 'challenge', challenge: '5634b122-c042-4634-bc7f-b07a3c3e77ad' });
  });

  it('encrypted with another key, with a wrong token, or no url_verification: the same answer each time', () => {
    const verify = createVerify(full, () => now);
    const bodies = [
      encrypt(JSON.stringify(challenge), 'other key'),
      encrypt(JSON.stringify({ ...challenge, token: 'x' })),
      encrypt(JSON.stringify(event())),
      encrypt('not json'),
      'AAAA',
      '',
    ];
    const answers = bodies.map((body) => verify(bytes(JSON.stringify({ encrypt: body })), {}));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toEqual(refused(401, /FEISHU_ENCRYPT_KEY/));
  });
});

describe('malformed requests', () => {
  it('a plain body is refused where a key is set', () => {
    const body = bytes(JSON.stringify(event()));
    expect(createVerify(full, () => now)(body, {})).toEqual(refused(400, /FEISHU_ENCRYPT_KEY is set/));
  });

  it.each(['', ' ', 'null', '[]', '"text"', '7', '{', '{"encrypt":7}', '{"encrypt":null}', '\u0000'])('%j', (text) => {
    expect(createVerify(full, () => now)(bytes(text), {})).toMatchObject({ type: 'refused', status: 400 });
  });

  it('bytes that are no UTF-8', () => {
    expect(createVerify(full, () => now)(new Uint8Array([0xff, 0xfe, 0x7b]), {})).toMatchObject({ status: 400 });
  });

  it('events of wrong types', () => {
    const verify = createVerify({ appId, verificationToken }, () => now);
    const token = verificationToken;
    for (const body of [
      { token },
      { token, header: 'x' },
      { token, header: { app_id: 7, token } },
      { token, event: [] },
    ]) {
      expect(verify(bytes(JSON.stringify(body)), {})).toMatchObject({ type: 'refused' });
    }
  });

  it('anything: refused, never thrown', () => {
    const settings = [full, { appId, verificationToken }, { appId }, { appId, encryptKey }];
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map(bytes),
          fc.json().map((json) => bytes(`{"encrypt":${json}}`)),
        ),
        fc.dictionary(
          fc.constantFrom('x-lark-signature', 'X-Lark-Request-Timestamp', 'x-lark-request-nonce'),
          fc.string(),
        ),
        fc.constantFrom(...settings),
        (body, headers, setting) => {
          const result = createVerify(setting, () => now)(body, headers);
          expect(result.type).toBe('refused');
        },
      ),
      { seed: 20261123, numRuns: 500 },
    );
  });
});
