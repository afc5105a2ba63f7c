// Each command to its rule, for messages and presses alike. Whoever may not, or has no report yet, is told so here.
import { isRefused } from './access.ts';
import { runEdit } from './answer-proposal.ts';
import { askNext } from './ask-next.ts';
import { welcomeCard } from './cards/welcome-card.ts';
import { cloudCommand } from './cloud.ts';
import type { Command } from './command.ts';
import { compile, isAllDrafted } from './compile.ts';
import { draft, stop } from './draft.ts';
import { showForm } from './fill.ts';
import { offerGroup } from './gathering.ts';
import { askFlashAgain } from './raise-question.ts';
import { withdrawFact } from './record.ts';
import { askRemove, restoreReport, undoRemoval } from './remove-report.ts';
import { takeCancel, takeChoice, takeConfirm } from './reply.ts';
import { showChecks, showFacts, showMaterials, showMissing, showProgress, showSection } from './show.ts';
import { showOrigin } from './show-source.ts';
import { hush } from './small-talk.ts';
import { passOver } from './spoken-answer.ts';
import { askKind, askStartOver, listReports, startReport, switchReport } from './start.ts';
import type { SupplyCommand } from './supply-command.ts';
import { isSupplyCommand, runSupplyCommand } from './supply-commands.ts';
import type { TaskCommand } from './task-command.ts';
import { isTaskCommand, runTaskCommand } from './task-commands.ts';
import { activeScene, type Scene, showCard, type Turn } from './turn.ts';
import { redo, undo } from './undo.ts';
import { runVersionCommand } from './versions.ts';
import { takeWish } from './wish.ts';

const OWNERS_ONLY: Command['type'][] = [
  'draft',
  'rewrite',
  'compile',
  'cloud_document',
  'start_over',
  'stop',
  'restructure',
  'edit_text',
  'lock',
  'print',
];

export function runCommand(turn: Turn, command: Command): undefined {
  if (isTaskCommand(command)) return runTaskCommand(turn, command);
  if (command.type === 'offer_group') return offerGroup(turn, command.name);
  const scene = activeScene(turn);
  switch (command.type) {
    case 'start_report':
      return startReport(turn, command);
    case 'help':
      showCard(turn, welcomeCard(turn, scene));
      return;
    case 'list_reports':
      return listReports(turn);
    case 'switch_report':
      return switchReport(turn, command.report);
    case 'remove_report':
      return askRemove(turn, command);
    case 'restore_report':
      return restoreReport(turn, command);
    case 'hush':
      return hush(turn);
    case 'confirm':
      return takeConfirm(turn, scene);
    case 'cancel':
      return takeCancel(turn, scene);
    case 'choose':
      return takeChoice(turn, scene, command.choice);
    default:
      if (command.type === 'undo' && undoRemoval(turn)) return;
      if (!scene) return askKind(turn);
      if (isSupplyCommand(command)) return runSupplyCommand(scene, command);
      if (OWNERS_ONLY.includes(command.type) && isRefused(scene)) return;
      return runOnReport(scene, command);
  }
}

type OnReport = Exclude<
  Exclude<Command, TaskCommand | SupplyCommand>,
  {
    type:
      | 'start_report'
      | 'help'
      | 'list_reports'
      | 'switch_report'
      | 'remove_report'
      | 'restore_report'
      | 'hush'
      | 'confirm'
      | 'cancel'
      | 'choose';
  }
>;

function runOnReport(scene: Scene, command: OnReport): undefined {
  switch (command.type) {
    case 'show_progress':
      return showProgress(scene);
    case 'show_missing':
      return showMissing(scene);
    case 'show_facts':
      return showFacts(scene);
    case 'ask_next':
      return askNext(scene, false);
    case 'skip':
      return passOver(scene, command.slot, 'skipped');
    case 'not_applicable':
      return passOver(scene, command.slot, 'not_applicable');
    case 'withdraw_fact':
      return withdrawFact(scene, command.slot);
    case 'fill':
      return showForm(scene, command.section);
    case 'show_source':
      return showOrigin(scene, command.slot);
    case 'show_materials':
      return showMaterials(scene);
    case 'show_checks':
      return showChecks(scene);
    case 'draft':
      return command.or_compile && isAllDrafted(scene) ? compile(scene) : draft(scene, command.section);
    case 'show':
      return showSection(scene, command.section);
    case 'rewrite':
      return takeWish(scene, command);
    case 'show_versions':
    case 'compare_versions':
    case 'restore_version':
      return runVersionCommand(scene, command);
    case 'undo':
      return undo(scene);
    case 'redo':
      return redo(scene);
    case 'compile':
      compile(scene, command);
      return command.final ? askFlashAgain(scene) : undefined;
    case 'cloud_document':
      return cloudCommand(scene, command.wish);
    case 'start_over':
      return askStartOver(scene);
    case 'stop':
      return stop(scene);
    case 'restructure':
    case 'edit_text':
    case 'lock':
    case 'print':
      return runEdit(scene, command);
  }
}
