// Cloud documents (docx v1): made, read back, written in place, and given to a person. Must never write over what it has not seen.
import { createHash } from 'node:crypto';
import { ServiceError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { CloudBlock, CloudLine, CloudParagraph } from '../report/cloud-lines.ts';
import { textOfLine } from '../report/cloud-lines.ts';
import type { FeishuClient } from './client.ts';
import { applyEdit, type CloudEdit, planEdits, sameWords } from './cloud-edits.ts';
import type { CloudDocuments, CloudReading, CloudWrite } from './cloud-port.ts';
import { createReadDocument } from './cloud-read.ts';
import { createPace, type Pace } from './pace.ts';

/** 浅黄, the platform's number for a text's background. */
const HIGHLIGHT = 3;
const BLOCK_TYPES = { text: 2, heading1: 3, heading2: 4 } as const;

interface Needs {
  client: FeishuClient;
  nameOf: (openId: string) => Promise<string>;
  /** Base address of the open platform, for the link where the platform does not tell it. */
  domain?: string;
  log: Log;
  /** Three edits a second, of one document and of the app's calls of one kind. */
  edits?: Pace;
  /** Five calls of one kind a second. */
  reads?: Pace;
}

export function createCloudDocuments({
  client,
  nameOf,
  domain,
  log,
  edits = createPace({ perTarget: 3, overall: 3 }),
  reads = createPace({ perTarget: 5, overall: 15 }),
}: Needs): CloudDocuments {
  const read = createReadDocument({ client, nameOf, pace: reads, log, ...(domain === undefined ? {} : { domain }) });

  /** One edit; gives the document's new revision and, of an insertion, the new blocks. */
  async function run(
    document: string,
    edit: CloudEdit,
    revision: number,
    token: string,
  ): Promise<{ revision: number; blocks: string[] }> {
    await edits.wait(document);
    const params = { document_revision_id: revision, client_token: tokenOf(token, edit) };
    const path = { document_id: document, block_id: document };
    switch (edit.type) {
      case 'update': {
        const requests = edit.changes.map(({ block, line }) => ({
          block_id: block,
          update_text_elements: { elements: elementsOf(line) },
        }));
        const { data } = await client.call((sdk) =>
          sdk.docx.v1.documentBlock.batchUpdate({ path: { document_id: document }, params, data: { requests } }),
        );
        return { revision: data?.document_revision_id ?? revision, blocks: [] };
      }
      case 'insert': {
        const children = edit.lines.map(blockOf);
        const { data } = await client.call((sdk) =>
          sdk.docx.v1.documentBlockChildren.create({ path, params, data: { children, index: edit.at } }),
        );
        const blocks = (data?.children ?? []).map((one) => one.block_id ?? '');
        return { revision: data?.document_revision_id ?? revision, blocks };
      }
      case 'delete': {
        const range = { start_index: edit.at, end_index: edit.at + edit.count };
        const { data } = await client.call((sdk) =>
          sdk.docx.v1.documentBlockChildren.batchDelete({ path, params, data: range }),
        );
        return { revision: data?.document_revision_id ?? revision, blocks: [] };
      }
    }
  }

  return {
    async create(title) {
      await edits.wait('create');
      const { data } = await client.call((sdk) => sdk.docx.v1.document.create({ data: { title } }));
      const document = data?.document?.document_id;
      if (document !== undefined && document !== '') return { document };
      throw new ServiceError('feishu_unavailable', 'Feishu made a document but did not name it; it is tried again');
    },

    read,

    async write(write) {
      const { document, lines, sections, token } = write;
      const reading = await read(document);
      if (!isKnown(reading, write)) return { type: 'moved', reading };
      let { paragraphs, revision } = reading;
      for (const edit of planEdits(paragraphs, lines, sections)) {
        try {
          const done = await run(document, edit, revision, token);
          paragraphs = withBlocks(applyEdit(paragraphs, edit), done.blocks);
          revision = done.revision;
        } catch (error) {
          if (!(error instanceof ServiceError && error.code === 'feishu_rejected')) throw error;
          // Most likely somebody wrote in this very second; a fault of ours would be refused over and over.
          const now = await read(document);
          if (now.revision === revision) throw error;
          return { type: 'moved', reading: now };
        }
      }
      return { type: 'written', url: reading.url, revision, blocks: blocksOf(paragraphs, lines) };
    },

    async grant(document, openId) {
      await reads.wait('grant');
      await client.call((sdk) =>
        sdk.drive.v1.permissionMember.create({
          path: { token: document },
          params: { type: 'docx' },
          data: { member_type: 'openid', member_id: openId, perm: 'full_access' },
        }),
      );
    },
  };
}

/** As it is known to be, or on the way from there to what it shall be: then an earlier attempt of ours broke off. */
function isKnown({ revision, paragraphs }: CloudReading, { known, lines, sections }: CloudWrite): boolean {
  if (revision === known.revision) return true;
  let step = known.paragraphs;
  if (sameWords(paragraphs, step)) return true;
  for (const edit of planEdits(step, lines, sections)) {
    step = applyEdit(step, edit);
    if (sameWords(paragraphs, step)) return true;
  }
  return false;
}

/** New paragraphs, still without a block, get theirs in their order. */
function withBlocks(paragraphs: CloudParagraph[], blocks: string[]): CloudParagraph[] {
  const rest = [...blocks];
  return paragraphs.map((one) => (one.block === '' ? { ...one, block: rest.shift() ?? '' } : one));
}

function blocksOf(paragraphs: CloudParagraph[], lines: CloudLine[]): CloudBlock[] {
  const own = paragraphs.filter((one) => one.kind !== 'other');
  return lines.map((line, at) => ({
    block: own[at]?.block ?? '',
    section: line.section,
    kind: line.kind,
    text: textOfLine(line),
  }));
}

function elementsOf({ runs }: CloudLine) {
  return runs
    .filter((run) => run.text !== '')
    .map(({ text, open }) => ({
      text_run: { content: text, ...(open ? { text_element_style: { background_color: HIGHLIGHT } } : {}) },
    }));
}

function blockOf(line: CloudLine) {
  const elements = elementsOf(line);
  return { block_type: BLOCK_TYPES[line.kind], [line.kind]: { elements } };
}

/** A UUID, the same for the same edit of the same write. */
function tokenOf(token: string, edit: CloudEdit): string {
  const hex = createHash('sha256')
    .update(`${token}\n${JSON.stringify(edit)}`)
    .digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, variant + hex.slice(17, 20)];
  return [...parts, hex.slice(20, 32)].join('-');
}
