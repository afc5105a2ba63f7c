// What a notice demands of a report: kept beside it, never told in it. Data only; read and shown in requirement.ts and due.ts.

export interface Length {
  least?: number;
  most?: number;
  /** 3000字左右 */
  about?: number;
}

/** Parts of a report a notice may demand a share for. */
export type SharePart = '问题' | '原因' | '打算' | '整改';

export interface Share {
  parts: SharePart[];
  /** At least this much of the whole: `top` of `bottom`. */
  top: number;
  bottom: number;
}

export interface Due {
  /** Milliseconds since the epoch. */
  at: number;
  /** Whether an hour was said; without one it is the end of the working day. */
  clock: boolean;
}

export interface Task {
  /** Outline kind; absent while it is not known which. */
  kind?: string;
  year?: number;
  length?: Length;
  share?: Share;
  due?: Due;
  /** To whom it is handed in: 市委组织部组织二科. */
  to?: string;
  copies?: number;
  /** 电子版，仿宋三号: as said. */
  format?: string;
  /** How long it may take to be read out. */
  minutes?: number;
  /** When it was taken over for the report. */
  at?: number;
  /** Nobody wants to be reminded of it any more. */
  quiet?: boolean;
}

/** Whose report it is: the 我 of the text. Not a user of the bot. */
export interface Reporter {
  /** 局长 */
  who?: string;
  /** 局党组书记 */
  post?: string;
  /** In office since. */
  since?: { year: number; month: number };
}
