// Long effects: a job drafts sections outside the lane and posts its result back as an event, durable before the job is finished.
import type { Effect } from './conversation/effect.ts';
import type { Event, SectionDrafted, SectionFailed } from './conversation/event.ts';
import type { Draft } from './drafting/port.ts';
import { worthAnotherTry } from './errors.ts';
import type { CardKit } from './feishu/card-port.ts';
import { describeError, type Log } from './log.ts';
import { shapeOf } from './report/fact-shape.ts';
import type { Outline } from './report/outline.ts';
import type { Report, Version } from './report/report.ts';
import { createShowGrowth } from './show-growth.ts';
import type { Job, Store } from './store/store.ts';
import type { Lane } from './turn.ts';

interface Needs {
  store: Pick<Store, 'load' | 'getValue' | 'put'>;
  draft: Draft;
  /** Absent: no text is shown as it grows. */
  cards?: Pick<CardKit, 'stream'>;
  now: () => number;
  log: Log;
}

/** More of what was not liked tells a writer nothing more. */
const DISLIKED = 3;

type Drafting = Extract<Effect, { type: 'draft_section' }>;

/** The result's id is the effect's key, so a job that runs twice still gives one event. */
export function createRunJob({ store, draft, cards, now, log }: Needs) {
  const showGrowth = createShowGrowth({ ...(cards ? { cards } : {}) });

  /** The conversation, and its report while that still waits for this job. */
  async function look(
    job: Job,
    { report: id }: Drafting,
  ): Promise<{ lane: Lane | undefined; report: Report | undefined }> {
    const lane = (await store.load(job.conversation)).value as Lane | undefined;
    const report = lane?.state?.reports.find((one) => one.id === id);
    return { lane, report: report && Object.values(report.drafting).includes(job.id) ? report : undefined };
  }

  /** The text to begin from. 再来一版 begins where the instruction was first obeyed, and shuns what came of it since. */
  async function begun(key: string, effect: Drafting): Promise<{ base: string; disliked: string[] }> {
    let version = (await store.getValue(key)) as Version;
    const disliked: string[] = [];
    while (effect.again && version.by.type !== 'person' && version.why === effect.instruction && version.previous) {
      disliked.push(version.text);
      version = (await store.getValue(version.previous)) as Version;
    }
    return { base: version.text, disliked: disliked.slice(0, DISLIKED) };
  }

  return async function runJob(job: Job, signal: AbortSignal, attempt: number): Promise<void> {
    const effect = job.payload as Drafting;
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
    let growth: ReturnType<typeof showGrowth> | undefined;
    try {
      const { report } = await look(job, effect);
      // The report was removed, or the job was stopped, before it began: nobody waits for a result.
      if (!report) return;
      const outline = (await store.getValue(report.outline)) as Outline;
      const current: Record<string, string> = {};
      const avoid: Record<string, string[]> = {};
      for (const section of effect.sections) {
        const head = report.sections[section];
        if (!head) continue;
        const { base, disliked } = await begun(head.version, effect);
        current[section] = base;
        if (disliked.length > 0) avoid[section] = disliked;
      }
      const { year, facts } = report;
      let latest = facts;
      growth = showGrowth({
        report: () => ({ outline, year, facts: latest }),
        findCard: async () => {
          if (effect.card === undefined) return 'none';
          const sent = (await look(job, effect)).lane?.state?.sent.find((one) => one.key === effect.card);
          return sent && (sent.opened ?? 'none');
        },
        isWanted: async () => {
          const now = (await look(job, effect)).report;
          latest = now?.facts ?? latest;
          return now !== undefined;
        },
      });
      const texts = await draft({
        outline,
        year,
        facts,
        sections: effect.sections,
        instruction: effect.instruction,
        current,
        ...(effect.again ? { avoid } : {}),
        seed: effect.seed,
        signal: AbortSignal.any([signal, growth.unwanted]),
        onText: growth.onText,
      });
      // Before the result: what the lane puts into the card comes last.
      await growth.end();
      const shaped = texts.map((one) => ({ ...one, shape: shapeOf(one.section, { outline, facts }) }));
      const drafted: SectionDrafted = { type: 'section_drafted', ...common, at: now(), texts: shaped };
      await finish(drafted);
    } catch (error) {
      await growth?.end();
      if (growth?.unwanted.aborted) return;
      if (signal.aborted || worthAnotherTry(error, attempt)) throw error;
      log.error({ job: job.id, error: describeError(error) }, 'drafting failed');
      const reason = '这次没有写成，已有的内容都在。请稍后再发一次“起草”。';
      const failed: SectionFailed = { type: 'section_failed', ...common, at: now(), reason };
      await finish(failed);
    }
  };
}
