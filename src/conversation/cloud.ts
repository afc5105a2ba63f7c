// The report as a cloud document: made, brought up to date, taken back. Before every write it is read; what others wrote there comes in first.
import type { CloudBlock, CloudLine } from '../report/cloud-lines.ts';
import { mergeCloud } from '../report/cloud-merge.ts';
import type { Facts } from '../report/fact.ts';
import { choiceCard } from './cards/choice-card.ts';
import { cloudCard } from './cards/cloud-card.ts';
import { takeCloudChanges } from './cloud-back.ts';
import type { CloudEvent, CloudRead } from './cloud-event.ts';
import { asKnown, changedSections, lostBy, sameText } from './cloud-known.ts';
import { linesWith } from './cloud-text.ts';
import { cloudWords } from './cloud-wording.ts';
import type { CloudWish } from './command.ts';
import { writing } from './draft.ts';
import { nameOf, titleOf } from './plan.ts';
import { refuse, toast } from './toast.ts';
import { emit, keep, reportOf, type Scene, say, sceneOf, showCard, sideValue, type Turn } from './turn.ts';
import { cut, oneLine } from './value.ts';
import { words } from './wording.ts';

/** What is under way is waited for this long; then it is lost, and may be asked for again. */
const PATIENCE_MS = 15 * 60_000;
/** How often it is read again because somebody wrote while we were about to. */
const ROUNDS = 3;

export function cloudCommand(scene: Scene, wish: CloudWish): undefined {
  const { turn, report } = scene;
  const { cloud, clouding } = report;
  if (wish === 'link') return say(turn, cloud ? cloudWords.link(cloud.url) : cloudWords.none);
  if (clouding && turn.event.at - clouding.at < PATIENCE_MS) return refuse(turn, cloudWords.busy);
  if (wish === 'take_back' && !cloud) return refuse(turn, cloudWords.none);
  if (cloud) {
    toast(turn, 'info', cloudWords.reading);
    return read(scene, cloud.document, wish);
  }
  if (Object.keys(report.sections).length === 0) {
    const busy = writing(scene);
    if (busy.length > 0) return say(turn, words.writingFirst(busy));
    const button = {
      text: words.draftAll,
      value: { action: 'draft', section: 'all', report: report.id },
      primary: true,
    };
    showCard(turn, choiceCard(words.nothingToCompileTitle, words.nothingToCompile, [button]));
    return;
  }
  toast(turn, 'info', cloudWords.writing);
  write(scene, linesWith(scene, report.facts));
}

export function takeCloud(turn: Turn, event: CloudEvent): undefined {
  const scene = sceneOf(turn, reportOf(turn.state, event.report));
  const asked = scene?.report.clouding;
  // Removed, begun anew, or given up since: nobody waits for it.
  if (!scene || asked?.job !== event.job) return;
  const { report } = scene;
  delete report.clouding;
  if (event.type === 'cloud_failed') {
    if (event.why === 'gone') delete report.cloud;
    return say(turn, cloudWords.why[event.why]);
  }
  if (event.type === 'cloud_read') return takeRead(scene, event, asked);
  const { document, url, revision, blocks } = event;
  const before = blocksOf(scene);
  report.cloud = { document, url, revision, blocks: keep(turn, blocks), facts: asked.facts, at: turn.event.at };
  const changed = before && changedSections(before, blocks).map((id) => placeOf(scene, id));
  showCard(
    turn,
    cloudCard(report.id, {
      title: cloudWords.title(titleOf(report)),
      text: changed ? cloudWords.changed(changed, url) : cloudWords.made(url),
      url,
    }),
  );
}

function takeRead(scene: Scene, event: CloudRead, asked: NonNullable<Scene['report']['clouding']>): undefined {
  const { turn, report } = scene;
  const base = blocksOf(scene);
  if (!base || !report.cloud) return;
  const theirs = event.paragraphs;
  // With the facts it was written with: a figure corrected here since is no change of theirs.
  const facts = sideValue(turn, report.cloud.facts) as Facts;
  const merged = mergeCloud({ base, theirs, ours: linesWith(scene, facts) });
  const { url, revision } = event;
  if (merged) {
    takeCloudChanges(scene, merged.paragraphs, { event, facts });
    if (merged.both.length > 0) say(turn, cloudWords.both(merged.both.map((id) => placeOf(scene, id))));
  }
  const then = linesWith(scene, facts);
  const lost = lostBy(theirs, base, then);
  report.cloud = { ...report.cloud, url, revision, blocks: keep(turn, asKnown({ base, theirs, lines: then, lost })) };
  if (asked.wish === 'take_back') return merged ? undefined : say(turn, cloudWords.untouched(url));
  if (lost.length > 0) return say(turn, cloudWords.kept(lost.map(({ text }) => cut(oneLine(text), 60))));
  const lines = linesWith(scene, report.facts);
  if (sameText(theirs, lines)) return merged ? undefined : say(turn, cloudWords.same(url));
  const round = (asked.round ?? 0) + 1;
  if (round > ROUNDS) return say(turn, cloudWords.moving);
  write(scene, lines, { event, round });
}

function write(scene: Scene, lines: CloudLine[], from?: { event: CloudRead; round: number }): undefined {
  const { turn, report } = scene;
  const document = report.cloud?.document;
  const known = from && {
    revision: from.event.revision,
    paragraphs: from.event.paragraphs,
    sections: Object.fromEntries((blocksOf(scene) ?? []).map(({ block, section }) => [block, section])),
  };
  const job = emit(turn, {
    type: 'write_cloud_document',
    report: report.id,
    title: titleOf(report),
    lines: keep(turn, lines),
    owner: report.owner.id,
    ...(document && known ? { at: { document, known: keep(turn, known) } } : {}),
  });
  report.clouding = {
    job,
    at: turn.event.at,
    wish: 'write',
    facts: keep(turn, structuredClone(report.facts)),
    ...(from ? { round: from.round } : {}),
  };
}

function read({ turn, report }: Scene, document: string, wish: 'write' | 'take_back'): undefined {
  const job = emit(turn, { type: 'read_cloud_document', report: report.id, document });
  report.clouding = { job, at: turn.event.at, wish, facts: report.cloud?.facts ?? '' };
}

function blocksOf({ turn, report }: Scene): CloudBlock[] | undefined {
  return report.cloud && (sideValue(turn, report.cloud.blocks) as CloudBlock[] | undefined);
}

/** 第二章 for a chapter's heading, 第二章第1点“…” for what stands under it. */
function placeOf({ outline }: Scene, id: string): string {
  return id === 'signature' ? cloudWords.signature : nameOf(outline, id);
}
