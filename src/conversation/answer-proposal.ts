// A choice on a proposal, by press or by word: it is marked, then done. What is done was fixed when it was offered.
import { rewrite } from './draft.ts';
import { editText } from './edit.ts';
import type { EditCommand, EditDeed, ProposalItem } from './edit-command.ts';
import { editWords } from './edit-wording.ts';
import { recordNew, recordTyped } from './finish-edit.ts';
import { takeHome, withhold } from './homes.ts';
import { lock } from './lock.ts';
import { takePrint } from './print-command.ts';
import { openItem, takeAnswer } from './proposal.ts';
import { addMaterials } from './record.ts';
import { seeReturnedText, takeReturnedText } from './returned-clash.ts';
import { askTyped, restoreTyped } from './returned-figures.ts';
import { restructure } from './structure.ts';
import { refuse } from './toast.ts';
import { actorOf, type Scene, say } from './turn.ts';
import { words } from './wording.ts';

export function runEdit(scene: Scene, command: EditCommand): undefined {
  switch (command.type) {
    case 'restructure':
      return restructure(scene, command.change);
    case 'edit_text':
      return editText(scene, command.edit);
    case 'lock':
      return lock(scene, command);
    case 'print':
      return takePrint(scene, command);
  }
}

export function pressProposal(scene: Scene, of: unknown, at: unknown, choice: unknown): undefined {
  const taken = takeAnswer(scene, of, Number(at), Number(choice));
  if (typeof taken === 'string') return refuse(scene.turn, taken);
  act(scene, taken);
}

/** 算了: leaves it where that is offered, else puts it off. False when nothing was proposed. */
export function leaveProposal(scene: Scene): boolean {
  const open = openItem(scene);
  if (!open) return false;
  const leave = open.item.choices.findIndex((choice) => choice.deed.type === 'leave');
  if (leave >= 0) return answerProposal(scene, () => leave + 1);
  scene.turn.state.asked = null;
  say(scene.turn, editWords.laterHomes);
  return true;
}

/** 第二个, 是的, 算了: `pick` gives the number of the choice, 0 for none. False when nothing was proposed. */
export function answerProposal(scene: Scene, pick: (item: ProposalItem) => number): boolean {
  const open = openItem(scene);
  if (!open) return false;
  const taken = takeAnswer(scene, open.of, open.at, pick(open.item));
  if (typeof taken === 'string') say(scene.turn, taken);
  else act(scene, taken);
  const next = openItem(scene);
  if (next && next.at !== open.at && next.of === open.of) say(scene.turn, words.nextItem(next.item.text));
  return true;
}

/** Of a number in one's own words: it is none of those recorded. */
const unrelated =
  /^(?:都|这|那|两个?|它们?)*(?:不是一回事|不相干|没关系|不搭界|不用(?:管|记)|别管|另一回事|只在文(?:中|里))(?:的|吧|了|啊)*$/u;

/** 只在文中: the very words of a choice; 不是一回事, 都只在文中: all that are open. False when they are none. */
export function answerProposalByWords(scene: Scene, text: string): boolean {
  const typed = text.trim().replace(/[。.!！，,]+$/u, '');
  const said = unrelated.test(typed) ? editWords.onlyInText : typed;
  const choice = openItem(scene)?.item.choices.findIndex((one) => one.text === said) ?? -1;
  if (choice < 0) return false;
  if (said === typed) return answerProposal(scene, () => choice + 1);
  for (let open = openItem(scene); open; open = openItem(scene)) {
    const at = open.item.choices.findIndex((one) => one.text === said);
    const taken = at < 0 ? words.questionGone : takeAnswer(scene, open.of, open.at, at + 1);
    if (typeof taken === 'string') break;
  }
  return say(scene.turn, words.left) ?? true;
}

function act(scene: Scene, deed: EditDeed): undefined {
  const { turn } = scene;
  const by = actorOf(turn);
  switch (deed.type) {
    case 'command':
      return runEdit(scene, deed.command);
    case 'rewrite':
      return rewrite(scene, deed.section, deed.instruction, { anyway: true });
    case 'rehome':
      return takeHome(scene, deed);
    case 'withhold':
      return withhold(scene, deed.slots);
    case 'record_typed':
      return recordTyped(scene, deed);
    case 'restore_typed':
      return restoreTyped(scene, deed.figure);
    case 'ask_typed':
      return askTyped(scene, deed.figure);
    case 'take_returned':
      return takeReturnedText(scene, deed.returned);
    case 'see_returned':
      return seeReturnedText(scene, deed.returned);
    case 'record_new':
      return recordNew(scene, deed);
    case 'material':
      if (by) addMaterials(scene, [deed.words], { by, at: turn.event.at, event: turn.event.id, words: deed.words });
      return;
    case 'leave':
      return say(turn, words.left);
  }
}
