// Makes ids of the platform's shapes (om_…, ou_…, oc_…). Must never be asked for a predictable id: callers keep what they got.
import { randomBytes } from 'node:crypto';

export type Prefix = 'om' | 'ou' | 'on' | 'oc' | 'omt' | 't' | 'c';

/** `om_` and 32 hex digits, and so for the other prefixes. */
export function newId(prefix: Exclude<Prefix, 't' | 'c'>): string {
  return `${prefix}_${randomBytes(16).toString('hex')}`;
}

export const newEventId = (): string => randomBytes(16).toString('hex');
export const newLogId = (): string => `2026${randomBytes(14).toString('hex').toUpperCase()}`;
export const newTenantToken = (): string => `t-${randomBytes(20).toString('hex')}`;
export const newActionToken = (): string => `c-${randomBytes(20).toString('hex')}`;
export const newUserId = (): string => randomBytes(4).toString('hex');
export const newTenantKey = (): string => randomBytes(8).toString('hex');
export const newReactionId = (): string => randomBytes(24).toString('base64url');
export const newFileKey = (kind: 'file' | 'img'): string =>
  `${kind}_v3_00${randomBytes(1).toString('hex')}_${randomBytes(4).toString('hex')}-${randomBytes(12).toString('hex')}g`;
/** CardKit ids are decimal and at most 20 characters. */
export const newCardId = (): string =>
  `7${(randomBytes(8).readBigUInt64BE() % 10n ** 18n).toString().padStart(18, '0')}`;
/** Of documents and their blocks. */
export const newDocumentId = (): string => `doxcn${randomBytes(20).toString('hex').slice(0, 22)}`;
export const newSecret = (): string => randomBytes(16).toString('base64url');
