// Presses on cards of rewritten sections and of versions. Routes; what a press does is decided where its words are.
import { showChange } from './ask-change.ts';
import { runCommand } from './commands.ts';
import type { CardSubmitted } from './event.ts';
import { giveBack, isCurrent, keepVersion } from './keep-version.ts';
import { nameOf } from './plan.ts';
import { rewriteWords } from './rewrite-wording.ts';
import { sectionsAt } from './spot.ts';
import { refuse } from './toast.ts';
import type { Scene } from './turn.ts';
import { compareVersions, showVersions } from './versions.ts';
import { leaveLack, pressLack } from './wish.ts';

const actions = [
  ...['keep_text', 'old_text', 'once_more', 'change_text'],
  ...['text_versions', 'compare_texts', 'restore_text', 'lack_told', 'lack_leave'],
];

/** Whether earlier versions are looked at for it. */
export function isVersionPress(action: unknown): boolean {
  return typeof action === 'string' && actions.includes(action);
}

/** False when it is another button. */
export function pressVersion(scene: Scene, action: string, event: CardSubmitted): boolean {
  if (!isVersionPress(action)) return false;
  const { turn, outline } = scene;
  const { value } = event;
  const section = typeof value.section === 'string' ? value.section : '';
  if (sectionsAt(outline, section).length === 0) {
    refuse(turn, rewriteWords.gone);
    return true;
  }
  const instruction = typeof value.instruction === 'string' ? value.instruction : '';
  const number = (name: string): number => Number(value[name] ?? 0);
  switch (action) {
    case 'keep_text':
      keepVersion(scene, event);
      break;
    case 'old_text':
      giveBack(scene, event);
      break;
    case 'once_more':
      if (isCurrent(scene, value.of)) runCommand(turn, { type: 'rewrite', section, instruction, again: true });
      break;
    case 'change_text':
      showChange(scene, section);
      break;
    case 'text_versions':
      showVersions(scene, section, number('page'));
      break;
    case 'compare_texts':
      compareVersions(scene, section, number('from'), number('to'));
      break;
    case 'restore_text':
      runCommand(turn, {
        type: 'restore_version',
        spot: { section, words: nameOf(outline, section) },
        which: number('number'),
      });
      break;
    case 'lack_told':
      pressLack(scene, section, instruction, event);
      break;
    default:
      leaveLack(scene);
  }
  return true;
}
