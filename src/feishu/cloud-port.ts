// What the line needs of cloud documents. Implementations throw ServiceError (feishu_*).

import type { CloudBlock, CloudLine, CloudParagraph } from '../report/cloud-lines.ts';
import type { Person } from '../report/fact.ts';

/** A document as it stands now. */
export interface CloudReading {
  revision: number;
  url: string;
  title: string;
  /** Top-level paragraphs, in their order. */
  paragraphs: CloudParagraph[];
  /** Who changed it last, where the platform tells it. */
  editor?: Person;
}

export interface CloudWrite {
  document: string;
  lines: CloudLine[];
  /** What it is known to be: anything else there is somebody's work, and nothing is written. Empty for a new one. */
  known: { revision?: number; paragraphs: CloudParagraph[] };
  /** Sections by block, so that a changed paragraph stays in its block. */
  sections: Record<string, string>;
  /** Of this write, the same for every repeat of it. */
  token: string;
}

export interface CloudDocuments {
  /** An empty one, which only the app can open. The platform takes no idempotency key here. */
  create(title: string): Promise<{ document: string }>;
  read(document: string): Promise<CloudReading>;
  /** Writes only what differs. `moved`: somebody else was there, and nothing was written since that was seen. */
  write(
    write: CloudWrite,
  ): Promise<
    { type: 'written'; url: string; revision: number; blocks: CloudBlock[] } | { type: 'moved'; reading: CloudReading }
  >;
  /** Full access for this person; once more changes nothing. */
  grant(document: string, openId: string): Promise<void>;
}
