// Figures that came back other than they were sent: each is asked about, with both sources. Until then the text stands as typed and the file is marked 待核.
import type { ReturnPlan } from '../report/compare/plan-return.ts';
import type { TypedFigure } from '../report/compare/take-words.ts';
import { splice } from '../report/edit-text.ts';
import type { Source } from '../report/fact.ts';
import { giverOf } from '../report/giver.ts';
import { shownText } from '../report/lay-out.ts';
import { slotOf } from '../report/outline.ts';
import { renderPlain } from '../report/render.ts';
import { showSupplier, supplierFor } from '../report/supply.ts';
import type { ProposalItem, ReturnedFigure } from './edit-command.ts';
import { contextOf } from './finish-edit.ts';
import { isTold } from './homes.ts';
import { nameOf } from './plan.ts';
import { propose } from './proposal.ts';
import { putText, versionOf } from './put-version.ts';
import type { Base } from './returned-base.ts';
import { returnedWords } from './returned-wording.ts';
import { gathersIn } from './supply-send.ts';
import { actorOf, emit, remember, type Scene, say } from './turn.ts';
import { cut, oneLine, showPerson, showValue } from './value.ts';
import { words } from './wording.ts';

const AROUND = 40;

/** What is to be asked of the figures that came, and those that are simply new. After the words were taken in. */
export interface FigureItems {
  asked: ProposalItem[];
  fresh: ProposalItem[];
}

export function figureItems(scene: Scene, plan: ReturnPlan, source: Source, base: Base): FigureItems {
  const { report } = scene;
  const typed = plan.texts.flatMap(({ section, typed: all }) => all.map((one) => ({ section, one })));
  const isNew = ({ one }: { one: TypedFigure }): boolean => one.slot === undefined || !slotOf(scene.outline, one.slot);
  const asked = typed.filter((one) => !isNew(one)).map(({ section, one }) => itemFor(scene, section, one, source));
  const fresh = [...typed.filter(isNew).map(({ one }) => one), ...plan.headed].map((one) => newItem(one, source));
  const gone = plan.texts.flatMap(({ section, untold }): ProposalItem[] => {
    const slots = untold.filter((id) => {
      const fact = report.facts[id];
      return slotOf(scene.outline, id)?.type === 'figure' && fact?.value.type === 'figure' && !isTold(scene, id);
    });
    if (slots.length === 0) return [];
    const printed = slots.map(
      (id) => `${slotOf(scene.outline, id)?.label ?? id} ${renderPlain(`{{${id}}}`, base.assembly)}`,
    );
    return [
      {
        text: returnedWords.deleted(nameOf(scene.outline, section), printed),
        choices: [
          { text: returnedWords.notWritten, deed: { type: 'withhold', slots } },
          { text: returnedWords.keepFact, deed: { type: 'leave' } },
        ],
      },
    ];
  });
  return { asked: [...asked, ...gone], fresh };
}

export function askFigures(scene: Scene, { asked, fresh }: FigureItems): undefined {
  propose(scene, returnedWords.figuresTitle(asked.length, fresh.length), [...asked, ...fresh]);
}

function itemFor(scene: Scene, section: string, typed: TypedFigure, source: Source): ProposalItem {
  const { report, outline } = scene;
  const slot = typed.slot === undefined ? undefined : slotOf(outline, typed.slot);
  const fact = slot && report.facts[slot.id];
  if (!slot) return newItem(typed, source);
  const value = { type: 'figure' as const, quantity: typed.quantity };
  const around = cut(oneLine(typed.around), AROUND);
  const record = { type: 'record_typed' as const, slot: slot.id, section, text: typed.text, value };
  const theirs = { ...source, words: typed.around };
  if (fact?.value.type !== 'figure')
    return {
      text: returnedWords.couldBe(typed.text, slot.label, showPerson(source.by), around),
      choices: [
        { text: returnedWords.recordIt(slot.label), deed: { ...record, source: theirs } },
        { text: returnedWords.inTextOnly, deed: { type: 'leave' } },
      ],
    };
  const figure: ReturnedFigure = {
    slot: slot.id,
    section,
    text: typed.text,
    around: typed.around,
    value,
    source: theirs,
  };
  const before = typed.before ?? showValue(fact.value);
  const giver = giverFor(scene, slot.id);
  // What one told oneself nobody else need be asked about.
  const own =
    !supplierFor(report.supply, slot.id) && !fact.source.from && fact.source.by.id === actorOf(scene.turn)?.id;
  return {
    text: own
      ? returnedWords.differsFromOwn(typed.text, before, slot.label, around)
      : returnedWords.differs(typed.text, before, slot.label, giver, around),
    choices: [
      { text: returnedWords.takeTheirs, deed: { ...record, source: theirs } },
      { text: returnedWords.keepOurs, deed: { type: 'restore_typed', figure } },
      ...(own ? [] : [{ text: returnedWords.askGiver(giver), deed: { type: 'ask_typed' as const, figure } }]),
    ],
  };
}

function newItem({ text, around }: TypedFigure, source: Source): ProposalItem {
  return {
    text: returnedWords.newFigure(text, showPerson(source.by), cut(oneLine(around), AROUND)),
    choices: [
      { text: returnedWords.keepLine, deed: { type: 'material', words: around } },
      { text: returnedWords.inTextOnly, deed: { type: 'leave' } },
    ],
  };
}

/** Who is to be asked: the office it is asked of, else whoever gave it. */
function giverFor({ report }: Scene, slot: string): string {
  const supplier = supplierFor(report.supply, slot);
  const fact = report.facts[slot];
  return supplier ? showSupplier(supplier) : ((fact && (giverOf(fact.source) || showPerson(fact.source.by))) ?? '');
}

/** 以原来为准: the recorded figure stands there again, as it is printed now. */
export function restoreTyped(scene: Scene, { slot, section, text, around }: ReturnedFigure): undefined {
  const { turn, outline, report } = scene;
  const by = actorOf(turn);
  const version = versionOf(scene, section);
  const fact = report.facts[slot];
  const label = slotOf(outline, slot)?.label ?? slot;
  if (!by || !version || !fact) return say(turn, words.questionGone);
  const context = contextOf(scene, section);
  const shown = shownText(version.text, context);
  const from = Math.max(0, shown.indexOf(around));
  const at = shown.indexOf(text, from);
  if (at < 0) return say(turn, words.questionGone);
  const edited = splice(
    version.text,
    context,
    { start: at, end: at + text.length },
    renderPlain(`{{${slot}}}`, context),
  );
  const what = returnedWords.restoreStep(label);
  remember(scene, { what, changes: [putText(scene, section, edited.text, version.by, what)] });
  say(turn, returnedWords.restored(label, showValue(fact.value)));
}

/** 问机关党委: in the group where suppliers are, else in words to pass on. The question stays open. */
export function askTyped(scene: Scene, figure: ReturnedFigure): undefined {
  const { turn, report, outline } = scene;
  const fact = report.facts[figure.slot];
  if (!fact) return say(turn, words.questionGone);
  const giver = giverFor(scene, figure.slot);
  const label = slotOf(outline, figure.slot)?.label ?? figure.slot;
  const question = returnedWords.askText(giver, label, showValue(fact.value), figure.text);
  const supplier = supplierFor(report.supply, figure.slot);
  const group = supplier && !supplier.absent ? gathersIn(scene) : undefined;
  if (group !== undefined) emit(turn, { type: 'send_text', chat: group, text: question });
  propose(scene, returnedWords.figuresTitle(1, 0), [
    {
      text: group === undefined ? returnedWords.askCopy(question) : returnedWords.askPosted(giver),
      choices: [
        {
          text: returnedWords.takeTheirs,
          deed: {
            type: 'record_typed',
            slot: figure.slot,
            section: figure.section,
            text: figure.text,
            value: figure.value,
            source: figure.source,
          },
        },
        { text: returnedWords.keepOurs, deed: { type: 'restore_typed', figure } },
      ],
    },
  ]);
}

/** Figures of returned files nobody has decided on, as typed; those that stand there no more are no question. */
export function openReturned(scene: Scene): string[] {
  const { turn, report } = scene;
  const open = (turn.state.proposals ?? [])
    .filter((one) => one.report === report.id)
    .flatMap(({ items }) => items)
    .filter((item) => !item.answer)
    .flatMap(({ choices }) => choices)
    .flatMap(({ deed }) => (deed.type === 'restore_typed' ? [deed.figure] : []));
  const there = open.filter(({ section, text }) => {
    const version = versionOf(scene, section);
    return version !== undefined && shownText(version.text, contextOf(scene, section)).includes(text);
  });
  return [...new Set(there.map((one) => one.text))];
}
