// What the decoders of the single event types share. Pure; knows nothing of any one type.
import type { JsonObject } from './json.ts';
import type { Decoded } from './port.ts';

/** Who we are on the platform; both are needed to tell what is meant for us. */
export interface Identity {
  appId: string;
  /** From GET /bot/v3/info. */
  botOpenId: string;
}

/** What the decoders of single event types get. */
export interface Envelope {
  /** event_id. */
  id: string;
  at: number;
  event: JsonObject;
  identity: Identity;
}

export function ignored(reason: string): Decoded {
  return { type: 'ignored', reason };
}

/** The reason, when one of these is empty. */
export function missing(needed: Record<string, string>): Decoded | undefined {
  const names = Object.keys(needed).filter((name) => needed[name] === '');
  return names.length === 0 ? undefined : ignored(`without ${names.join(', ')}`);
}

/** Times come as strings of ms; of µs in card actions. Seconds and ns are told apart by size as well. */
export function toMs(time: unknown): number | undefined {
  const value = typeof time === 'string' && /^\d{1,20}$/.test(time) ? Number(time) : time;
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return undefined;
  if (value >= 1e17) return Math.floor(value / 1e6);
  if (value >= 1e14) return Math.floor(value / 1e3);
  if (value >= 1e11) return Math.floor(value);
  return value >= 1e8 ? Math.floor(value * 1e3) : undefined;
}
