// Long effects: a job drafts sections outside the lane and posts its result back as an event, durable before the job is finished.
import type { Effect } from './conversation/effect.ts';
import type { Event, SectionDrafted, SectionFailed } from './conversation/event.ts';
import type { Draft } from './drafting/port.ts';
import { worthAnotherTry } from './errors.ts';
import { describeError, type Log } from './log.ts';
import type { Outline } from './report/outline.ts';
import type { Version } from './report/report.ts';
import type { Job, Store } from './store/store.ts';
import type { Lane } from './turn.ts';

interface Needs {
  store: Pick<Store, 'load' | 'getValue' | 'put'>;
  draft: Draft;
  now: () => number;
  log: Log;
}

/** The result's id is the effect's key, so a job that runs twice still gives one event. */
export function createRunJob({ store, draft, now, log }: Needs) {
  return async function runJob(job: Job, signal: AbortSignal, attempt: number): Promise<void> {
    const effect = job.payload as Extract<Effect, { type: 'draft_section' }>;
    const common = {
      id: effect.key,
      conversation: job.conversation,
      at: now(),
      report: effect.report,
      job: effect.key,
    };
    const finish = async (event: Event): Promise<void> => {
      await store.put({ id: event.id, conversation: event.conversation, payload: event, receivedAt: event.at });
    };
    try {
      const { value } = await store.load(job.conversation);
      const report = (value as Lane | undefined)?.state?.reports.find((one) => one.id === effect.report);
      // The report was removed, or the job was stopped, before it began: nobody waits for a result.
      if (!report || !Object.values(report.drafting).includes(effect.key)) return;
      const outline = (await store.getValue(report.outline)) as Outline;
      const current: Record<string, string> = {};
      for (const section of effect.sections) {
        const head = report.sections[section];
        if (head) current[section] = ((await store.getValue(head.version)) as Version).text;
      }
      const texts = await draft({
        outline,
        year: report.year,
        facts: report.facts,
        sections: effect.sections,
        instruction: effect.instruction,
        current,
        seed: effect.seed,
        signal,
      });
      const drafted: SectionDrafted = { type: 'section_drafted', ...common, at: now(), texts };
      await finish(drafted);
    } catch (error) {
      if (signal.aborted || worthAnotherTry(error, attempt)) throw error;
      log.error({ job: job.id, error: describeError(error) }, 'drafting failed');
      const reason = '这次没有写成，已有的内容都在。请稍后再发一次“起草”。';
      const failed: SectionFailed = { type: 'section_failed', ...common, at: now(), reason };
      await finish(failed);
    }
  };
}
