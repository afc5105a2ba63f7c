// The platform's side of the long connection, in its smallest form: endpoint, frames, acknowledgements. For tests only.
import protobuf from 'protobufjs';
import { WebSocketServer } from 'ws';
import { type FakePlatform, type Reply, startFakePlatform } from './fake-platform.ts';

const { root } = protobuf.parse(`
  syntax = "proto2";
  message Header { required string key = 1; required string value = 2; }
  message Frame {
    required uint64 SeqID = 1; required uint64 LogID = 2; required int32 service = 3; required int32 method = 4;
    repeated Header headers = 5; optional string payloadEncoding = 6; optional string payloadType = 7;
    optional bytes payload = 8; optional string LogIDNew = 9;
  }`);
const Frame = root.lookupType('Frame');

interface Ack {
  code: number;
  /** What the handler returned, decoded. */
  data?: unknown;
}

export interface FakeLongConnection extends FakePlatform {
  /** Sends an event, in `pieces` frames, and waits for its acknowledgement. */
  deliver(envelope: unknown, pieces?: number): Promise<Ack>;
  connections(): number;
  /** How many were opened since the start. */
  accepted(): number;
  drop(): void;
}

/** `refuse`: answer of the endpoint instead of an address, while it is defined. */
export async function startFakeLongConnection(
  refuse: () => Reply | undefined = () => undefined,
): Promise<FakeLongConnection> {
  let url = '';
  const platform = await startFakePlatform(({ path }) => {
    if (path !== '/callback/ws/endpoint') return undefined;
    const config = { ReconnectCount: -1, ReconnectInterval: 0.05, ReconnectNonce: 0, PingInterval: 120 };
    return refuse() ?? { body: { code: 0, msg: '', data: { URL: url, ClientConfig: config } } };
  });
  url = `ws://127.0.0.1:${platform.port}/ws/v2?fpid=493&aid=552564&device_id=1&service_id=7&ticket=x`;
  const sockets = new WebSocketServer({ server: platform.server, path: '/ws/v2' });
  const waiting = new Map<string, (ack: Ack) => void>();
  let sent = 0;
  let accepted = 0;

  sockets.on('connection', (socket) => {
    accepted += 1;
    socket.on('message', (data: Buffer) => {
      const frame = Frame.toObject(Frame.decode(data), { longs: Number, bytes: Buffer }) as {
        method: number;
        headers: { key: string; value: string }[];
        payload?: Buffer;
      };
      if (frame.method !== 1) return;
      const id = frame.headers.find(({ key }) => key === 'message_id')?.value ?? '';
      const ack = JSON.parse(frame.payload?.toString() ?? '{}');
      if (ack.data !== undefined) ack.data = JSON.parse(Buffer.from(ack.data, 'base64').toString());
      waiting.get(id)?.(ack);
    });
  });

  return {
    ...platform,
    connections: () => sockets.clients.size,
    accepted: () => accepted,
    drop: () => {
      for (const socket of sockets.clients) socket.terminate();
    },
    deliver: (envelope, pieces = 1) => {
      const [socket] = sockets.clients;
      if (!socket) throw new Error('nobody is connected');
      sent += 1;
      const id = `m${sent}`;
      const payload = Buffer.from(JSON.stringify(envelope));
      const size = Math.ceil(payload.length / pieces);
      const acknowledged = new Promise<Ack>((resolve) => waiting.set(id, resolve));
      for (let seq = 0; seq < pieces; seq += 1) {
        const headers = Object.entries({ type: 'event', message_id: id, sum: pieces, seq, trace_id: 't' });
        const frame = {
          SeqID: 1,
          LogID: 1,
          service: 7,
          method: 1,
          headers: headers.map(([key, value]) => ({ key, value: String(value) })),
          payload: payload.subarray(seq * size, (seq + 1) * size),
        };
        socket.send(Frame.encode(Frame.create(frame)).finish());
      }
      return acknowledged;
    },
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      await platform.close();
    },
  };
}
