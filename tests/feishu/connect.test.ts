// The long connection through the real SDK: whole envelopes in, acknowledged only when taken; it never stays deaf or silent.
import { afterEach, describe, expect, it } from 'vitest';
import { createLongConnection } from '../../src/feishu/connect.ts';
import { decode } from '../../src/feishu/decode.ts';
import type { Connection, Receive } from '../../src/feishu/port.ts';
import { silentLog } from '../../src/log.ts';
import { type FakeLongConnection, startFakeLongConnection } from './fake-long-connection.ts';
import { appId, appSecret } from './fake-platform.ts';

const opened: { connection?: Connection; platform?: FakeLongConnection } = {};
afterEach(async () => {
  await opened.connection?.stop();
  await opened.platform?.close();
  delete opened.connection;
  delete opened.platform;
});

async function open(
  receive: Receive,
  {
    refuse,
    id = appId,
    startTimeoutMs = 5000,
    wait = true,
  }: {
    refuse?: Parameters<typeof startFakeLongConnection>[0];
    id?: string;
    startTimeoutMs?: number;
    wait?: boolean;
  } = {},
) {
  const platform = await startFakeLongConnection(refuse);
  const settings = { appId: id, appSecret, domain: `${platform.url}/` };
  const connection = createLongConnection(settings, silentLog, {
    startTimeoutMs,
    stopTimeoutMs: 500,
    restartDelayMs: 30,
    endpointDelaysMs: [5, 5, 5],
  });
  Object.assign(opened, { platform, connection });
  const started = connection.start(receive);
  if (wait) await started;
  return { platform, connection, started };
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 5000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('it did not come about in 5 s');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const card = {
  schema: '2.0',
  header: {
    event_id: 'ev_1',
    token: 'verification',
    create_time: '1603977298000000',
    event_type: 'card.action.trigger',
    app_id: appId,
  },
  event: {
    operator: { open_id: 'ou_1' },
    token: 'c-update-token',
    action: { value: { action: 'x' }, tag: 'button' },
    context: { open_message_id: 'om_1', open_chat_id: 'oc_1' },
  },
};

describe('events', () => {
  it('arrive as they were sent, also in several frames', async () => {
    const seen: unknown[] = [];
    const { platform, connection } = await open(async (raw) => void seen.push(raw));
    expect(connection.connected()).toBe(true);
    expect(await platform.deliver(card)).toEqual({ code: 200 });
    expect(await platform.deliver({ ...card, 文: '三段' }, 3)).toEqual({ code: 200 });
    expect(seen).toEqual([card, { ...card, 文: '三段' }]);
    expect(decode(seen[0], { appId, botOpenId: 'ou_bot' }, 1)).toMatchObject({
      event: { type: 'card_submitted', id: 'ev_1' },
    });
  });

  it('a card press takes the toast back, an unknown event nothing', async () => {
    const toast = { type: 'info' as const, content: '收到，正在办' };
    const { platform } = await open(async (raw) =>
      raw === null || JSON.stringify(raw).includes('card.action') ? { toast } : undefined,
    );
    expect(await platform.deliver(card)).toEqual({ code: 200, data: { toast } });
    expect(await platform.deliver({ schema: '2.0', header: { event_type: 'never.heard.of' }, event: {} })).toEqual({
      code: 200,
    });
  });

  it('that could not be made durable are not acknowledged', async () => {
    let fail = true;
    const { platform } = await open(async () => {
      if (fail) throw new Error('disk full');
      return undefined;
    });
    expect(await platform.deliver(card)).toEqual({ code: 500 });
    fail = false;
    expect(await platform.deliver(card)).toEqual({ code: 200 });
  });

  it('are acknowledged after they were taken, not before', async () => {
    const slow = Promise.withResolvers<undefined>();
    const { platform } = await open((raw) =>
      JSON.stringify(raw) === '"slow"' ? slow.promise : Promise.resolve(undefined),
    );
    let acknowledged = false;
    const ack = platform.deliver('slow').then(() => {
      acknowledged = true;
    });
    // Sent later on the same connection and acknowledged before.
    await platform.deliver(card);
    expect(acknowledged).toBe(false);
    slow.resolve(undefined);
    await ack;
  });
});

describe('the connection', () => {
  it('comes back after a drop', async () => {
    const { platform, connection } = await open(async () => undefined);
    platform.drop();
    await until(() => platform.accepted() === 2 && connection.connected());
    expect(await platform.deliver(card)).toEqual({ code: 200 });
  });

  it('opens at once when the platform is back, without the long waits of the SDK', async () => {
    let calls = 0;
    const { connection } = await open(async () => undefined, {
      refuse: () => (++calls < 3 ? { status: 503, body: '<html>' } : undefined),
    });
    expect(connection.connected()).toBe(true);
    expect(calls).toBe(3);
  });

  it('is tried again when the platform says it is busy, where the SDK gives up', async () => {
    let calls = 0;
    const { connection } = await open(async () => undefined, {
      refuse: () => (++calls === 1 ? { body: { code: 1, msg: 'busy' } } : undefined),
    });
    expect(connection.connected()).toBe(true);
    expect(calls).toBe(2);
  });

  it('stop lets what is being taken end, acknowledges it, and closes', async () => {
    const arrived = Promise.withResolvers<void>();
    const taken = Promise.withResolvers<undefined>();
    const { platform, connection } = await open(() => {
      arrived.resolve();
      return taken.promise;
    });
    const ack = platform.deliver(card);
    await arrived.promise;
    const stopped = connection.stop();
    for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
    expect(platform.connections()).toBe(1);
    taken.resolve(undefined);
    await stopped;
    expect(await ack).toEqual({ code: 200 });
    expect(connection.connected()).toBe(false);
    await until(() => platform.connections() === 0);
  });

  it('stop does not wait for ever', async () => {
    const arrived = Promise.withResolvers<void>();
    const { platform, connection } = await open(() => {
      arrived.resolve();
      return new Promise(() => {});
    });
    void platform.deliver(card);
    await arrived.promise;
    await connection.stop();
    await until(() => platform.connections() === 0);
  });
});

describe('start is refused', () => {
  it.each(['', 'cli_short', 'cli_00000000000000zz'])(
    'with the app id %j, which the SDK would pass over in silence',
    async (id) => {
      await expect(open(async () => undefined, { id })).rejects.toMatchObject({
        code: 'bad_config',
        message: expect.stringMatching(/FEISHU_APP_ID/),
      });
    },
  );

  it.each([
    [514, /FEISHU_APP_SECRET/],
    [403, /FEISHU_APP_SECRET/],
    [1000040350, /50/],
  ])('with code %i, also without data', async (code, says) => {
    const opening = open(async () => undefined, { refuse: () => ({ body: { code, msg: `refused ${appSecret}` } }) });
    const error = await opening.catch((thrown: unknown) => thrown as Error);
    expect(error).toMatchObject({ code: 'feishu_denied', message: expect.stringMatching(says) });
    expect(String(error)).not.toContain(appSecret);
  });

  it('when the platform does not answer in time', async () => {
    const opening = open(async () => undefined, { refuse: () => ({ status: 503, body: 'down' }), startTimeoutMs: 100 });
    await expect(opening).rejects.toMatchObject({ code: 'feishu_unavailable' });
  });

  it('when it is stopped meanwhile', async () => {
    const { connection, started } = await open(async () => undefined, {
      refuse: () => ({ status: 503, body: 'down' }),
      wait: false,
    });
    const refused = expect(started).rejects.toMatchObject({ code: 'feishu_unavailable' });
    await connection.stop();
    await refused;
  });
});
