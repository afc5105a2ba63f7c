// The WebSocket side of event delivery: endpoint, handshake, frames, acknowledgements. Must never decide when to deliver again.
import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Clock } from './clock.ts';
import type { Outcome, Transport } from './delivery.ts';
import type { Faults } from './faults.ts';
import { CONTROL, DATA, decodeFrame, encodeFrame, type Frame } from './frame.ts';

const MAX_CONNECTIONS = 50;

/** Seconds; the real platform's values by default. */
export interface ClientConfig {
  ReconnectCount: number;
  ReconnectInterval: number;
  ReconnectNonce: number;
  PingInterval: number;
}

export const defaultClientConfig: ClientConfig = {
  ReconnectCount: -1,
  ReconnectInterval: 120,
  ReconnectNonce: 30,
  PingInterval: 120,
};

export interface LongConnection {
  transport: Transport;
  /** Body of the answer to POST /callback/ws/endpoint. */
  endpoint(body: Record<string, unknown>, host: string): unknown;
  attach(server: Server): void;
  /** Connections that listen. */
  count(): number;
  /** Cuts every connection without a closing handshake. */
  drop(): void;
  close(): void;
}

export function createLongConnection(deps: {
  clock: Clock;
  app: { id: string; secret: string };
  config: ClientConfig;
  faults: Faults;
}): LongConnection {
  const { clock, app, config, faults } = deps;
  const serviceId = 33554678;
  const tickets = new Set<string>();
  const open = new Set<WebSocket>();
  // Clients ping as soon as they listen. What is sent before, with the handshake, the SDK loses (tried with 1.74.0, 2026-11-23).
  const listening = new Set<WebSocket>();
  const waiting = new Map<string, (frame: Frame) => void>();
  const sockets = new WebSocketServer({ noServer: true });

  function receive(socket: WebSocket, bytes: Uint8Array): void {
    let frame: Frame;
    try {
      frame = decodeFrame(bytes);
    } catch {
      socket.close(1002, 'not a frame');
      return;
    }
    if (frame.method === CONTROL && frame.headers.type === 'ping') {
      const payload = Buffer.from(JSON.stringify(config));
      listening.add(socket);
      socket.send(encodeFrame({ ...frame, headers: { ...frame.headers, type: 'pong' }, payload }));
      return;
    }
    if (frame.method === DATA) waiting.get(frame.headers.message_id ?? '')?.(frame);
  }

  function send(socket: WebSocket, messageId: string, payload: Uint8Array): void {
    const sum = Math.min(faults.pieces(), Math.max(1, payload.length));
    const size = Math.ceil(payload.length / sum);
    for (let seq = 0; seq < sum; seq += 1) {
      const headers = {
        type: 'event',
        message_id: messageId,
        trace_id: randomBytes(16).toString('hex'),
        sum: String(sum),
        seq: String(seq),
        timestamp: String(clock.now()),
      };
      const part = payload.subarray(seq * size, (seq + 1) * size);
      socket.send(encodeFrame({ SeqID: 0, LogID: 0, service: serviceId, method: DATA, headers, payload: part }));
    }
  }

  const transport: Transport = (envelope, signal) => {
    // Several connections of one app share the events: each goes to one of them, at random.
    const candidates = [...listening];
    const socket = candidates[Math.floor(Math.random() * candidates.length)];
    if (socket === undefined) return Promise.resolve<Outcome>({ type: 'no_connection' });
    return new Promise<Outcome>((resolve) => {
      const messageId = randomUUID();
      const finish = (outcome: Outcome): void => {
        waiting.delete(messageId);
        socket.off('close', lost);
        resolve(outcome);
      };
      const lost = (): void => finish({ type: 'refused', why: 'the connection closed before the acknowledgement' });
      socket.on('close', lost);
      signal.addEventListener('abort', () => finish({ type: 'no_answer' }));
      waiting.set(messageId, (frame) => finish(readAck(frame.payload)));
      send(socket, messageId, Buffer.from(JSON.stringify(envelope)));
    });
  };

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '/', 'http://sandbox');
    if (url.pathname !== '/ws/v2') return void socket.destroy();
    const refusal = !tickets.delete(url.searchParams.get('ticket') ?? '')
      ? { status: 514, text: 'AuthFailed', code: 1000040343 }
      : open.size >= MAX_CONNECTIONS
        ? { status: 514, text: 'ExceedConnLimit', code: 1000040350 }
        : undefined;
    if (refusal !== undefined) {
      socket.end(
        `HTTP/1.1 403 Forbidden\r\nHandshake-Status: ${refusal.status}\r\nHandshake-Msg: ${refusal.text}\r\nHandshake-Autherrcode: ${refusal.code}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
      );
      return;
    }
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      open.add(accepted);
      // One listener per event under way.
      accepted.setMaxListeners(0);
      accepted.on('message', (bytes) => receive(accepted, bytes as Buffer));
      accepted.on('close', () => {
        open.delete(accepted);
        listening.delete(accepted);
      });
      accepted.on('error', () => accepted.terminate());
    });
  }

  return {
    transport,
    endpoint(body, host) {
      const refuse = (code: number, msg: string): unknown => ({ code, msg, data: {} });
      if (body.AppID !== app.id) return refuse(1000040346, 'app_id is invalid');
      if (body.AppSecret !== app.secret) return refuse(514, 'app_id or app_secret is invalid');
      if (open.size >= MAX_CONNECTIONS) return refuse(1000040350, 'the number of connections exceeded the limit');
      const ticket = randomUUID();
      tickets.add(ticket);
      const query = `fpid=493&aid=552564&device_id=${randomBytes(8).readBigUInt64BE()}&access_key=${randomBytes(16).toString('hex')}&service_id=${serviceId}&ticket=${ticket}`;
      return { code: 0, msg: '', data: { URL: `ws://${host}/ws/v2?${query}`, ClientConfig: config } };
    },
    attach: (server) => void server.on('upgrade', upgrade),
    count: () => listening.size,
    drop() {
      for (const socket of open) socket.terminate();
      // At once, not when the sockets report it: no event may go to a connection that is cut.
      open.clear();
      listening.clear();
    },
    close() {
      for (const socket of open) socket.terminate();
      sockets.close();
    },
  };
}

/** {"code":200}, or {"code":200,"data":base64 of the handler's JSON result}. */
function readAck(payload: Uint8Array): Outcome {
  try {
    const ack = JSON.parse(Buffer.from(payload).toString('utf8')) as { code?: number; data?: string };
    if (ack.code !== 200) return { type: 'refused', why: `acknowledged with code ${ack.code}` };
    const body: unknown = ack.data === undefined ? {} : JSON.parse(Buffer.from(ack.data, 'base64').toString('utf8'));
    return { type: 'acknowledged', body };
  } catch (error) {
    return { type: 'bad_body', why: `the acknowledgement cannot be read: ${String(error)}` };
  }
}
