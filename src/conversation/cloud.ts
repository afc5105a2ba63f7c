// The report as a cloud document: made, brought up to date, taken back. Before every write it is read; what others wrote there comes in first.
import { type CloudBlock, type CloudLine, type CloudParagraph, cloudLines, textOfLine } from '../report/cloud-lines.ts';
import { mergeCloud } from '../report/cloud-merge.ts';
import { choiceCard } from './cards/choice-card.ts';
import { cloudCard } from './cards/cloud-card.ts';
import { takeCloudChanges } from './cloud-back.ts';
import type { CloudEvent, CloudRead } from './cloud-event.ts';
import { cloudWords } from './cloud-wording.ts';
import type { CloudWish } from './command.ts';
import { writing } from './draft.ts';
import { nameOf, titleOf } from './plan.ts';
import { refuse, toast } from './toast.ts';
import { emit, keep, reportOf, type Scene, say, sceneOf, showCard, sideValue, type Turn } from './turn.ts';
import { cut, oneLine } from './value.ts';
import { documentOf } from './view.ts';
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
  write(scene, linesOf(scene));
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
  report.cloud = { document, url, revision, blocks: keep(turn, blocks), at: turn.event.at };
  const changed = before && changedSections(scene, before, blocks);
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
  const merged = mergeCloud({ base, theirs, ours: linesOf(scene) });
  const { url, revision } = event;
  if (merged) {
    takeCloudChanges(scene, merged.paragraphs, event);
    if (merged.both.length > 0) say(turn, cloudWords.both(merged.both.map((id) => placeOf(scene, id))));
  }
  const lines = linesOf(scene);
  const lost = lostBy(theirs, base, lines);
  report.cloud = { ...report.cloud, url, revision, blocks: keep(turn, asKnown(scene, { base, theirs, lines, lost })) };
  if (asked.wish === 'take_back') return merged ? undefined : say(turn, cloudWords.untouched(url));
  if (lost.length > 0) return say(turn, cloudWords.kept(lost.map(({ text }) => cut(oneLine(text), 60))));
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
  report.clouding = { job, at: turn.event.at, wish: 'write', ...(from ? { round: from.round } : {}) };
}

function read({ turn, report }: Scene, document: string, wish: 'write' | 'take_back'): undefined {
  const job = emit(turn, { type: 'read_cloud_document', report: report.id, document });
  report.clouding = { job, at: turn.event.at, wish };
}

function linesOf(scene: Scene): CloudLine[] {
  return cloudLines(documentOf(scene));
}

function blocksOf({ turn, report }: Scene): CloudBlock[] | undefined {
  return report.cloud && (sideValue(turn, report.cloud.blocks) as CloudBlock[] | undefined);
}

interface Seen {
  base: CloudBlock[];
  theirs: CloudParagraph[];
  lines: CloudLine[];
  lost: CloudParagraph[];
}

/**
 * What stands in the document now, each paragraph with its section: the next comparison begins here. What could not be
 * taken in stands in it as it was before, so that it is found again.
 */
function asKnown(scene: Scene, { base, theirs, lines, lost }: Seen): CloudBlock[] {
  const known = new Map(base.map((one) => [one.block, one.section]));
  const told = new Map(lines.map((line) => [wordsOf(line), line.section]));
  let last = lines[0]?.section ?? scene.outline.opening.id;
  return theirs.flatMap(({ block, kind, text }) => {
    if (kind === 'other') return [];
    if (lost.some((one) => one.block === block)) return base.filter((one) => one.block === block);
    const words = `${kind} ${text}`;
    const before = known.get(block);
    const stays = before !== undefined && lines.some((line) => line.section === before && wordsOf(line) === words);
    last = (stays ? before : told.get(words)) ?? before ?? last;
    return [{ block, kind, text, section: last }];
  });
}

/** Words of others that would be written over: a last guard, whatever became of them on their way in. */
function lostBy(theirs: CloudParagraph[], base: CloudBlock[], lines: CloudLine[]): CloudParagraph[] {
  const ours = new Set(base.map((one) => `${one.block} ${one.text}`));
  const text = bare(lines.map(textOfLine).join(''));
  return theirs.filter(
    (one) => one.kind !== 'other' && !ours.has(`${one.block} ${one.text}`) && !text.includes(bare(one.text)),
  );
}

/** Without the number before it, which is ours to give. */
function bare(text: string): string {
  return text
    .replace(/\s/gu, '')
    .replace(/^(?:[一二三四五六七八九十]+[是、]|[（(][一二三四五六七八九十\d]+[）)])/u, '');
}

function wordsOf(line: CloudLine): string {
  return `${line.kind} ${textOfLine(line)}`;
}

function sameText(theirs: CloudParagraph[], lines: CloudLine[]): boolean {
  const found = theirs.filter((one) => one.kind !== 'other').map((one) => `${one.kind} ${one.text}`);
  return JSON.stringify(found) === JSON.stringify(lines.map(wordsOf));
}

/** By name, in reading order. */
function changedSections(scene: Scene, before: CloudBlock[], after: CloudBlock[]): string[] {
  const words = (all: CloudBlock[], id: string): string =>
    all
      .filter((one) => one.section === id)
      .map((one) => one.text)
      .join('\n');
  const ids = [...new Set([...after, ...before].map((one) => one.section))];
  return ids.filter((id) => words(before, id) !== words(after, id)).map((id) => placeOf(scene, id));
}

/** 第二章 for a chapter's heading, 第二章第1点“…” for what stands under it. */
function placeOf({ outline }: Scene, id: string): string {
  return id === 'signature' ? cloudWords.signature : nameOf(outline, id);
}
