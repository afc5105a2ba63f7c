// docx/v1 and what drive says of documents: blocks within the platform's limits, client_token, revisions, members. Must never change a document for people.
import { ApiError } from './api-error.ts';
import type { Clock } from './clock.ts';
import {
  BLOCK_NAMES,
  change,
  newDocument,
  type Permission,
  type StoredBlock,
  type StoredDocument,
} from './document.ts';
import { newDocumentId } from './ids.ts';
import { type ApiContext, bodyOf, type OpenApi } from './open-api.ts';
import type { RateLimit } from './rate-limit.ts';
import type { World } from './world.ts';

const PERMISSIONS: Permission[] = ['view', 'edit', 'full_access'];
const CHILDREN = 50;
const UPDATES = 200;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function serveDocuments(
  api: OpenApi,
  deps: { world: World; clock: Clock; limit: RateLimit; limits: boolean; origin: () => string },
): void {
  const { world, clock } = deps;
  const bad = (why: string): ApiError => new ApiError(1770001, `invalid param, ${why}`);

  function documentOf(c: ApiContext): StoredDocument {
    const document = world.document(c.req.param('document') ?? '');
    if (document === undefined) throw new ApiError(1770002, 'not found', { status: 404 });
    if (document.deleted) throw new ApiError(1770003, 'resource deleted');
    return document;
  }

  function slowDown(key: string, status: number): void {
    if (!deps.limits || deps.limit.take(key, 3, 1000) === 0) return;
    throw new ApiError(99991400, 'request trigger frequency limit', {
      status,
      headers: { 'x-ogw-ratelimit-limit': '3', 'x-ogw-ratelimit-reset': '1' },
    });
  }

  /** One edit: three a second, of the newest revision, and of one client_token only once. */
  async function edit(
    c: ApiContext,
    make: (document: StoredDocument, body: Record<string, unknown>) => { blocks: StoredBlock[]; answer: object },
  ): Promise<unknown> {
    const document = documentOf(c);
    const body = await bodyOf(c);
    const token = c.req.query('client_token') ?? '';
    if (token !== '' && !UUID.test(token)) throw bad('client_token is no UUID');
    const known = token === '' ? undefined : document.answered[token];
    if (known) return known;
    slowDown(`docx ${document.id}`, 429);
    const revision = Number(c.req.query('document_revision_id') ?? -1);
    // How the real platform treats an old one is not documented; here nothing is written over what was not seen.
    if (revision !== -1 && revision !== document.revision) throw new ApiError(1770024, 'invalid operation, revision');
    const { blocks, answer } = make(document, body);
    change(document, blocks, '', clock.now());
    const answered = { ...answer, document_revision_id: document.revision, client_token: token };
    if (token !== '') document.answered[token] = answered;
    world.changed({ type: 'document', document });
    return answered;
  }

  api.on('POST', '/docx/v1/documents', async (c) => {
    slowDown('docx create', 400);
    const { title = '' } = await bodyOf(c);
    if (typeof title !== 'string' || title.length > 800) throw bad('title');
    const document = newDocument(title, clock.now());
    world.data.documents = [...(world.data.documents ?? []), document];
    world.changed({ type: 'document', document });
    return { document: { document_id: document.id, revision_id: document.revision, title } };
  });

  api.on('GET', '/docx/v1/documents/:document', (c) => {
    const { id, revision, title } = documentOf(c);
    return { document: { document_id: id, revision_id: revision, title } };
  });

  api.on('GET', '/docx/v1/documents/:document/blocks', (c) => {
    const document = documentOf(c);
    const asked = Number(c.req.query('document_revision_id') ?? -1);
    const then = document.past.find((one) => one.revision === asked)?.blocks;
    if (asked !== -1 && asked !== document.revision && !then) throw bad('document_revision_id');
    const blocks = then ?? document.blocks;
    const size = Number(c.req.query('page_size') ?? 500);
    if (!(size >= 1 && size <= 500)) throw bad('page_size');
    const start = Number(c.req.query('page_token') ?? 0);
    const page = {
      block_id: document.id,
      block_type: 1,
      parent_id: '',
      children: blocks.map((one) => one.id),
      page: { elements: [{ text_run: { content: document.title, text_element_style: {} } }], style: { align: 1 } },
    };
    const all = [page, ...blocks.map((one) => shown(document, one))];
    const more = start + size < all.length;
    return {
      items: all.slice(start, start + size),
      has_more: more,
      ...(more ? { page_token: String(start + size) } : {}),
    };
  });

  api.on('POST', '/docx/v1/documents/:document/blocks/:block/children', (c) =>
    edit(c, (document, body) => {
      if (c.req.param('block') !== document.id) throw new ApiError(1770030, 'invalid parent children relation');
      const children = Array.isArray(body.children) ? (body.children as Record<string, unknown>[]) : [];
      if (children.length < 1 || children.length > CHILDREN) throw bad(`children must be 1 to ${CHILDREN}`);
      const index = Number(body.index ?? -1);
      if (!Number.isInteger(index) || index < -1 || index > document.blocks.length) throw bad('index');
      const made = children.map((child): StoredBlock => {
        const type = Number(child.block_type);
        const name = BLOCK_NAMES[type];
        if (name === undefined) throw new ApiError(1770029, 'block not support to create');
        return {
          id: newDocumentId(),
          type,
          elements: elementsIn((child[name] as { elements?: unknown } | undefined)?.elements),
        };
      });
      const blocks = document.blocks.toSpliced(index === -1 ? document.blocks.length : index, 0, ...made);
      return { blocks, answer: { children: made.map((one) => shown(document, one)) } };
    }),
  );

  api.on('PATCH', '/docx/v1/documents/:document/blocks/batch_update', (c) =>
    edit(c, (document, body) => {
      const requests = Array.isArray(body.requests) ? (body.requests as Record<string, unknown>[]) : [];
      if (requests.length < 1 || requests.length > UPDATES) throw bad(`requests must be 1 to ${UPDATES}`);
      const fresh = new Map(
        requests.map((one) => {
          const update = one.update_text_elements as { elements?: unknown } | undefined;
          if (update === undefined) throw new ApiError(1770025, 'operation and block not match');
          return [String(one.block_id), elementsIn(update.elements)] as const;
        }),
      );
      for (const id of fresh.keys())
        if (!document.blocks.some((one) => one.id === id)) throw new ApiError(1770002, 'not found', { status: 404 });
      const blocks = document.blocks.map((one) => ({ ...one, elements: fresh.get(one.id) ?? one.elements }));
      return {
        blocks,
        answer: { blocks: blocks.filter((one) => fresh.has(one.id)).map((one) => shown(document, one)) },
      };
    }),
  );

  api.on('DELETE', '/docx/v1/documents/:document/blocks/:block/children/batch_delete', (c) =>
    edit(c, (document, body) => {
      const start = Number(body.start_index);
      const end = Number(body.end_index);
      if (!(Number.isInteger(start) && Number.isInteger(end)) || start < 0 || end <= start) throw bad('range');
      if (end > document.blocks.length) throw bad('end_index');
      return { blocks: document.blocks.toSpliced(start, end - start), answer: {} };
    }),
  );

  api.on('POST', '/drive/v1/permissions/:document/members', async (c) => {
    if (c.req.query('type') !== 'docx') throw new ApiError(1063001, 'Param error: type');
    const { member_type: by, member_id: id, perm } = await bodyOf(c);
    const document = world.document(c.req.param('document') ?? '');
    if (document === undefined || document.deleted) throw new ApiError(1063005, 'Resource is deleted');
    if (by !== 'openid' || typeof id !== 'string') throw new ApiError(1063001, 'Param error: member_type');
    if (world.person(id) === undefined) throw new ApiError(1063003, 'Invalid operation: no such member');
    const given = PERMISSIONS.find((one) => one === perm);
    if (given === undefined) throw new ApiError(1063001, 'Param error: perm');
    document.members[id] = given;
    world.changed({ type: 'document', document });
    return { member: { member_type: by, member_id: id, perm: given } };
  });

  api.on('POST', '/drive/v1/metas/batch_query', async (c) => {
    const { request_docs: asked } = await bodyOf(c);
    if (!Array.isArray(asked) || asked.length > 200) throw new ApiError(970002, 'param error: request_docs');
    const found = asked.flatMap((one: { doc_token?: unknown }) => world.document(String(one.doc_token)) ?? []);
    return {
      metas: found.map((document) => ({
        doc_token: document.id,
        doc_type: 'docx',
        title: document.title,
        owner_id: world.data.bot.openId,
        create_time: String(Math.floor(document.createdAt / 1000)),
        latest_modify_user: document.changedBy === '' ? world.data.bot.openId : document.changedBy,
        latest_modify_time: String(Math.floor(document.changedAt / 1000)),
        url: `${deps.origin()}/docx/${document.id}`,
      })),
      failed_list: [],
    };
  });

  function elementsIn(value: unknown): unknown[] {
    const elements = Array.isArray(value) ? value : [];
    const whole = elements.every((one: { text_run?: { content?: unknown } }) => {
      const content = one.text_run?.content;
      return typeof content === 'string' && content !== '';
    });
    if (elements.length === 0 || !whole) throw bad('elements');
    return elements;
  }
}

function shown(document: StoredDocument, { id, type, elements }: StoredBlock): unknown {
  const name = BLOCK_NAMES[type];
  const words = name === undefined ? {} : { [name]: { elements, style: { align: 1, folded: false } } };
  return { block_id: id, parent_id: document.id, block_type: type, children: [], ...words };
}
