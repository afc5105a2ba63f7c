// Sections changed both here and in a returned file, or locked here: ours stands, theirs is kept ready, and a person chooses. Must never take either away.
import type { ReturnPlan } from '../report/compare/plan-return.ts';
import { shownText } from '../report/lay-out.ts';
import { sectionsOf } from '../report/outline.ts';
import type { UndoStep, Version } from '../report/report.ts';
import { mergeSections, retitle } from '../report/restructure.ts';
import { compareTexts } from './compare-texts.ts';
import type { EditDeed, ProposalItem, ReturnedText } from './edit-command.ts';
import { contextOf } from './finish-edit.ts';
import { headingOf } from './heading.ts';
import { nameOf } from './plan.ts';
import { propose } from './proposal.ts';
import { putOutline } from './put-outline.ts';
import { dropText, putText, versionOf } from './put-version.ts';
import type { Returned } from './returned-base.ts';
import { returnedWords } from './returned-wording.ts';
import { keep, remember, type Scene, say, showCard, sideValue } from './turn.ts';
import { cut, showPerson } from './value.ts';
import { words } from './wording.ts';

const SHOWN = 2000;

export function askClashes(
  scene: Scene,
  plan: ReturnPlan,
  { base, source }: Pick<Returned, 'base' | 'source'>,
  why: string,
): undefined {
  const { turn, outline } = scene;
  const who = showPerson(source.by);
  const sections = plan.clashes.map(({ section, why: reason, taken, heading }): ProposalItem => {
    const name = nameOf(outline, section);
    if (taken && sectionsOf(outline).every((one) => one.id !== section)) {
      // Taken out here since: their words are offered, not put back unasked.
      const said = shownText(taken.text, { ...base.assembly, section });
      return {
        text: returnedWords.clashRemoved(nameOf(base.assembly.outline, section), who),
        choices: [
          { text: returnedWords.toMaterials, deed: { type: 'material', words: said } },
          { text: returnedWords.notWanted, deed: { type: 'leave' } },
        ],
      };
    }
    if (!taken) {
      const spot = { section, words: '' };
      const open: EditDeed = { type: 'command', command: { type: 'lock', spot, locked: false } };
      const remove: EditDeed = {
        type: 'command',
        command: { type: 'restructure', change: { type: 'remove', spots: [spot] } },
      };
      return {
        text: returnedWords.clashGone(name, reason === 'locked' ? returnedWords.lockedHere : returnedWords.changedHere),
        choices: [
          { text: returnedWords.keepIt, deed: { type: 'leave' } },
          reason === 'locked'
            ? { text: returnedWords.unlockFirst, deed: open }
            : { text: returnedWords.removeIt, deed: remove },
        ],
      };
    }
    const ready: Version = {
      section,
      number: 0,
      text: taken.text,
      by: { type: 'person', person: source.by },
      at: turn.event.at,
      why,
    };
    const returned = {
      section,
      version: keep(turn, ready),
      merged: taken.merged,
      ...(heading === undefined ? {} : { heading }),
    };
    const text = reason === 'locked' ? returnedWords.clashLocked(name, who) : returnedWords.clashBoth(name, who);
    return { text, choices: choicesFor(returned, true) };
  });
  const headings = plan.headings.map(({ place, heading }): ProposalItem => {
    const change = { type: 'retitle' as const, spot: { section: place, words: '' }, heading };
    return {
      text: returnedWords.clashHeading(
        place === 'title' ? '标题' : nameOf(outline, place),
        heading,
        headingOf(outline, place) ?? '',
      ),
      choices: [
        { text: returnedWords.ours, deed: { type: 'leave' } },
        { text: returnedWords.theirs, deed: { type: 'command', command: { type: 'restructure', change } } },
      ],
    };
  });
  const items = [...sections, ...headings];
  propose(scene, returnedWords.clashTitle(items.length), items);
}

function choicesFor(returned: ReturnedText, look: boolean): ProposalItem['choices'] {
  return [
    { text: returnedWords.theirs, deed: { type: 'take_returned', returned } },
    { text: returnedWords.ours, deed: { type: 'leave' } },
    ...(look ? [{ text: returnedWords.both, deed: { type: 'see_returned' as const, returned } }] : []),
  ];
}

/** Theirs becomes the newest version; ours stays in the section's history. */
export function takeReturnedText(scene: Scene, { section, version, merged, heading }: ReturnedText): undefined {
  const { turn } = scene;
  const theirs = sideValue(turn, version) as Version | undefined;
  const there = sectionsOf(scene.outline).map((one) => one.id);
  if (!theirs || !there.includes(section)) return say(turn, words.questionGone);
  const name = nameOf(scene.outline, section);
  const changes: UndoStep['changes'] = [];
  const others = merged.filter((id) => there.includes(id));
  let next = heading === undefined ? scene.outline : retitle(scene.outline, section, heading);
  if (others.length > 0) next = mergeSections(next, [section, ...others]);
  if (next !== scene.outline) changes.push(putOutline(scene, next));
  for (const id of others) changes.push(...dropText(scene, id));
  changes.push(putText(scene, section, theirs.text, theirs.by, theirs.why));
  remember(scene, { what: returnedWords.takeStep(name), changes });
  say(turn, returnedWords.took(nameOf(scene.outline, section)));
}

/** Both on one card, what differs marked; the choice is put once more. */
export function seeReturnedText(scene: Scene, returned: ReturnedText): undefined {
  const { turn, outline } = scene;
  const theirs = sideValue(turn, returned.version) as Version | undefined;
  const ours = versionOf(scene, returned.section);
  if (!theirs) return say(turn, words.questionGone);
  const context = contextOf(scene, returned.section);
  const before = shownText(ours?.text ?? '', context);
  const after = shownText(theirs.text, context);
  const pieces = after.length + before.length < SHOWN * 2 ? compareTexts(before, after) : undefined;
  const name = nameOf(outline, returned.section);
  showCard(turn, {
    title: name,
    tone: 'blue',
    blocks: [
      ...(pieces ? [{ type: 'marked' as const, pieces }] : []),
      { type: 'fold', title: returnedWords.now, open: !pieces, blocks: [{ type: 'text', text: cut(after, SHOWN) }] },
      { type: 'fold', title: returnedWords.ours, open: !pieces, blocks: [{ type: 'text', text: cut(before, SHOWN) }] },
    ],
  });
  propose(scene, returnedWords.clashTitle(1), [
    { text: returnedWords.clashBoth(name, showPerson(personOf(theirs))), choices: choicesFor(returned, false) },
  ]);
}

const personOf = ({ by }: Version): { name: string } => (by.type === 'person' ? by.person : { name: '' });
