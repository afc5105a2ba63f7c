// One effect upon a cloud document, and what came of it as an event, made durable before the effect is finished. Decides nothing.
import type { CloudEvent } from './conversation/cloud-event.ts';
import type { Effect } from './conversation/effect.ts';
import { ServiceError, worthAnotherTry } from './errors.ts';
import type { CloudDocuments, CloudReading } from './feishu/cloud-port.ts';
import { describeError, type Log } from './log.ts';
import type { CloudLine, CloudParagraph } from './report/cloud-lines.ts';
import type { Store } from './store/store.ts';

interface Needs {
  documents?: CloudDocuments;
  store: Pick<Store, 'put' | 'getValue'>;
  now: () => number;
  log: Log;
}

type CloudEffect = Extract<Effect, { type: 'write_cloud_document' | 'read_cloud_document' }>;

/** What it was read as, when the write was decided. */
interface Known {
  revision: number;
  paragraphs: CloudParagraph[];
  sections: Record<string, string>;
}

const NOTHING: Omit<Known, 'revision'> = { paragraphs: [], sections: {} };

/** The event's id is the effect's key, so an effect that is performed twice still gives one event. */
export function createPerformCloud({ documents, store, now, log }: Needs) {
  return async (
    effect: CloudEffect,
    made: string | undefined,
    conversation: string,
    attempt: number,
  ): Promise<{ document?: string }> => {
    const { key, report } = effect;
    const common = { id: key, conversation, report, job: key };
    const finish = async (event: CloudEvent): Promise<Record<string, never>> => {
      await store.put({ id: event.id, conversation, payload: event, receivedAt: event.at });
      return {};
    };
    const found = (document: string, { url, revision, paragraphs, editor }: CloudReading) =>
      finish({
        type: 'cloud_read',
        ...common,
        ...{ at: now(), document, url, revision, paragraphs },
        ...(editor ? { editor } : {}),
      });
    try {
      if (!documents) throw new ServiceError('feishu_rejected', 'This bot was started without cloud documents');
      if (effect.type === 'read_cloud_document')
        return await found(effect.document, await documents.read(effect.document));
      const document = effect.at?.document ?? made;
      // Known to the outbox before anything is written into it.
      if (document === undefined) return await documents.create(effect.title);
      const lines = (await store.getValue(effect.lines)) as CloudLine[];
      const { sections, ...known } = effect.at ? ((await store.getValue(effect.at.known)) as Known) : NOTHING;
      const result = await documents.write({ document, lines, known, sections, token: key });
      if (result.type === 'moved') return await found(document, result.reading);
      // Last: nobody sees a document half written.
      await documents.grant(document, effect.owner);
      const { url, revision, blocks } = result;
      return await finish({ type: 'cloud_written', ...common, at: now(), document, url, revision, blocks });
    } catch (error) {
      if (worthAnotherTry(error, attempt)) throw error;
      log.error({ effect: key, error: describeError(error) }, 'a cloud document could not be had');
      return finish({ type: 'cloud_failed', ...common, at: now(), why: whyOf(error) });
    }
  };
}

function whyOf(error: unknown): 'denied' | 'gone' | 'rejected' {
  if (!(error instanceof ServiceError)) return 'rejected';
  return error.code === 'feishu_denied' ? 'denied' : error.code === 'feishu_gone' ? 'gone' : 'rejected';
}
