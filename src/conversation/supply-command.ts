// What a person asks about who gives what. Types only; decided in supply.ts, supply-send.ts, supply-status.ts, supply-check.ts.
import type { DueSaid } from '../report/due.ts';

export type SupplyCommand =
  | { type: 'show_supply' }
  /** `slots` empty: `words` name nothing of the outline. `rest`: whatever is asked of nobody yet. */
  | { type: 'assign_supply'; office: string; slots: string[]; words: string; unknown?: string[]; rest?: true }
  /** 国库科：李明. `name`: as said or mentioned. */
  | { type: 'name_supplier'; office: string; name: string }
  /** 我是国库科的 */
  | { type: 'join_office'; office: string }
  | { type: 'supply_due'; due: DueSaid; office?: string }
  | { type: 'send_supply'; office?: string }
  /** 谁还没报 (`about` late), 谁报了什么 (given), 国库科报了没 (office). */
  | { type: 'supply_status'; about: 'late' | 'given'; office?: string }
  | { type: 'nudge'; office?: string }
  | { type: 'send_checks' }
  | { type: 'supplier_absent'; office: string }
  /** 这个群给王芳的报告供数. `name`: whose report; the speaker's own without one. */
  | { type: 'offer_group'; name?: string }
  /** 不在群里收数了 */
  | { type: 'close_group' };
