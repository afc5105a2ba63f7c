// A cloud document: its blocks, its members, its revisions. Plain data and the changes one can make; must never know who asks.
import { newDocumentId } from './ids.ts';

export type Permission = 'view' | 'edit' | 'full_access';

export interface StoredBlock {
  id: string;
  /** 2 text, 3–11 headings, 12 bullet, 13 ordered, 15 quote, 17 todo, 22 divider. */
  type: number;
  elements: unknown[];
}

export interface StoredDocument {
  id: string;
  title: string;
  revision: number;
  /** By open_id; the app that made it may do all. */
  members: Record<string, Permission>;
  blocks: StoredBlock[];
  /** What it was in its latest revisions, for whoever reads one of them. */
  past: { revision: number; blocks: StoredBlock[] }[];
  /** What was answered to a client_token. */
  answered: Record<string, Record<string, unknown>>;
  createdAt: number;
  /** open_id, '' for the app. */
  changedBy: string;
  changedAt: number;
  deleted?: true;
}

const KEPT = 30;

/** The name under which a block's words stand. */
export const BLOCK_NAMES: Record<number, string> = {
  2: 'text',
  3: 'heading1',
  4: 'heading2',
  5: 'heading3',
  6: 'heading4',
  7: 'heading5',
  8: 'heading6',
  9: 'heading7',
  10: 'heading8',
  11: 'heading9',
  12: 'bullet',
  13: 'ordered',
  15: 'quote',
  17: 'todo',
};

export function newDocument(title: string, at: number): StoredDocument {
  return {
    id: newDocumentId(),
    title,
    revision: 1,
    members: {},
    blocks: [],
    past: [],
    answered: {},
    createdAt: at,
    changedBy: '',
    changedAt: at,
  };
}

/** Every change makes a new revision. */
export function change(document: StoredDocument, blocks: StoredBlock[], by: string, at: number): void {
  document.past = [...document.past, { revision: document.revision, blocks: document.blocks }].slice(-KEPT);
  document.blocks = blocks;
  document.revision += 1;
  document.changedBy = by;
  document.changedAt = at;
}

export function textOfBlock({ elements }: StoredBlock): string {
  return elements.map((element) => (element as { text_run?: { content?: string } }).text_run?.content ?? '').join('');
}

export const plainText = (content: string): unknown[] => [{ text_run: { content, text_element_style: {} } }];
