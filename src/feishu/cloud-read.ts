// Reads a cloud document back: its top-level paragraphs with their blocks, its revision, its link, and who was at it last. Writes nothing.
import { ServiceError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { CloudParagraph } from '../report/cloud-lines.ts';
import type { FeishuClient } from './client.ts';
import type { CloudReading } from './cloud-port.ts';
import { isRecord, type JsonObject, textOf } from './json.ts';
import type { Pace } from './pace.ts';

interface Needs {
  client: FeishuClient;
  nameOf: (openId: string) => Promise<string>;
  domain?: string;
  pace: Pace;
  log: Log;
}

const PAGE = 500;
/** Paragraphs of text, by the name under which the platform keeps their words: what an editor may make of one counts as one. */
const NAMES: Record<string, CloudParagraph['kind']> = {
  text: 'text',
  heading1: 'heading1',
  heading2: 'heading2',
  heading3: 'heading2',
  heading4: 'heading2',
  bullet: 'text',
  ordered: 'text',
  quote: 'text',
  todo: 'text',
};

export function createReadDocument({ client, nameOf, domain, pace, log }: Needs) {
  async function blocksOf(document: string, revision: number): Promise<JsonObject[]> {
    const blocks: JsonObject[] = [];
    let page: string | undefined;
    do {
      await pace.wait('list');
      const token = page;
      const { data } = await client.call((sdk) =>
        sdk.docx.v1.documentBlock.list({
          path: { document_id: document },
          // This revision: what is read belongs together, whoever writes meanwhile.
          params: { page_size: PAGE, document_revision_id: revision, ...(token ? { page_token: token } : {}) },
        }),
      );
      blocks.push(...((data?.items ?? []) as unknown[]).filter(isRecord));
      page = data?.has_more ? data.page_token : undefined;
    } while (page);
    return blocks;
  }

  /** Needs a further scope; without it the link is the general one, and who changed it is not known. */
  async function about(document: string): Promise<{ url?: string; editor?: string }> {
    try {
      await pace.wait('about');
      const { data } = await client.call((sdk) =>
        sdk.drive.v1.meta.batchQuery({
          data: { request_docs: [{ doc_token: document, doc_type: 'docx' }], with_url: true },
          params: { user_id_type: 'open_id' },
        }),
      );
      const meta = data?.metas?.[0];
      const url = meta?.url ?? '';
      const editor = meta?.latest_modify_user ?? '';
      return { ...(url === '' ? {} : { url }), ...(editor === '' ? {} : { editor }) };
    } catch (error) {
      if (error instanceof ServiceError && error.code === 'feishu_unavailable') throw error;
      log.info({ scope: 'drive:drive.metadata:readonly', document }, 'a document’s link and last editor are not told');
      return {};
    }
  }

  return async (document: string): Promise<CloudReading> => {
    await pace.wait('get');
    const { data } = await client.call((sdk) => sdk.docx.v1.document.get({ path: { document_id: document } }));
    const revision = data?.document?.revision_id;
    if (revision === undefined)
      throw new ServiceError('feishu_unavailable', 'Feishu told no revision of the document; it is tried again');
    const blocks = new Map((await blocksOf(document, revision)).map((block) => [textOf(block, 'block_id'), block]));
    const children = blocks.get(document)?.children;
    const ids = (Array.isArray(children) ? children : []).map(String);
    const { url = `${pageAddress(domain)}/docx/${document}`, editor } = await about(document);
    return {
      revision,
      url,
      title: data?.document?.title ?? '',
      paragraphs: ids.map((id) => paragraphOf(id, blocks.get(id) ?? {})),
      // Changes by the app itself carry no person's name.
      ...(editor === undefined ? {} : await named(editor)),
    };
  };

  async function named(id: string): Promise<{ editor?: { id: string; name: string } }> {
    const name = await nameOf(id);
    return name === '' ? {} : { editor: { id, name } };
  }
}

function paragraphOf(block: string, json: JsonObject): CloudParagraph {
  const name = Object.keys(NAMES).find((one) => isRecord(json[one]));
  const elements = name === undefined ? undefined : (json[name] as JsonObject).elements;
  const text = (Array.isArray(elements) ? elements : []).map(wordsOf).join('');
  // An editor leaves an empty line at the end; it is nobody's words.
  const kind = text.trim() === '' ? 'other' : (NAMES[name ?? ''] ?? 'other');
  return { block, kind, text };
}

function wordsOf(element: unknown): string {
  if (!isRecord(element)) return '';
  const { text_run: run, mention_doc: link, equation } = element;
  if (isRecord(run)) return textOf(run, 'content');
  if (isRecord(link)) return textOf(link, 'title');
  return isRecord(equation) ? textOf(equation, 'content').trimEnd() : '';
}

/** open.feishu.cn is where programs call; people open documents at feishu.cn. */
function pageAddress(domain = 'https://open.feishu.cn'): string {
  return domain.replace(/\/+$/, '').replace('://open.', '://');
}
