// A pressed button or a submitted form. Who pressed is told by the platform; what the button carries is only believed as data.
import { isRefused } from './access.ts';
import { pressProposal } from './answer-proposal.ts';
import { askFor } from './ask-next.ts';
import { pressAudit, pressForeignAudit } from './audit.ts';
import { choiceCard } from './cards/choice-card.ts';
import type { CloudWish } from './command.ts';
import { runCommand } from './commands.ts';
import { pressDifference } from './difference.ts';
import { draft } from './draft.ts';
import type { CardSubmitted } from './event.ts';
import { FILE_FORMS } from './file-form.ts';
import { pressFile } from './files.ts';
import { showForm, takeForm } from './fill.ts';
import { answerOffer } from './gathering.ts';
import { titleOf } from './plan.ts';
import { pressAll, pressChoice } from './press-choice.ts';
import { pressVersion } from './press-version.ts';
import { askChecksAgain } from './raise-question.ts';
import { pressRemoval } from './remove-report.ts';
import { confirmFor } from './reply.ts';
import { confirmFigures, correctFigures } from './supply-check.ts';
import { takeSupplyForm } from './supply-send.ts';
import { nudge } from './supply-status.ts';
import { supplyWords } from './supply-wording.ts';
import { takeStarting } from './task-commands.ts';
import { refuse, toast } from './toast.ts';
import { activeScene, reportOf, type Scene, sceneOf, showCard, type Turn } from './turn.ts';
import { undo } from './undo.ts';
import { pressVariant } from './variant.ts';
import { pressWhole } from './whole.ts';
import { words } from './wording.ts';

const CLOUD_WISHES: CloudWish[] = ['write', 'take_back', 'link'];

export function takePress(turn: Turn, event: CardSubmitted): undefined {
  const { value } = event;
  const action = text(value.action);
  if (action === undefined) return refuse(turn, words.unknownButton);
  if (pressFile(turn, action, event) || pressForeignAudit(turn, action, value)) return;
  if (takeWithoutReport(turn, action, value) || takeStarting(turn, action, event) || pressRemoval(turn, action, value))
    return;
  // What a group fills in is for that report, whichever is being written now.
  const meant = event.relayed ? reportOf(turn.state, event.relayed.report) : undefined;
  const scene = meant ? sceneOf(turn, meant) : sceneFor(turn, text(value.report));
  if (scene) takeOnReport(scene, action, event);
}

function takeWithoutReport(turn: Turn, action: string, value: Record<string, unknown>): boolean {
  switch (action) {
    case 'help':
    case 'list_reports':
      runCommand(turn, { type: action });
      return true;
    case 'start': {
      const kind = text(value.kind);
      const year = number(value.year);
      runCommand(turn, {
        type: 'start_report',
        ...(kind === undefined ? {} : { kind }),
        ...(year === undefined ? {} : { year }),
      });
      return true;
    }
    case 'switch':
      runCommand(turn, { type: 'switch_report', report: text(value.report) ?? '' });
      return true;
    default:
      return false;
  }
}

/** The report the card is about, if it is still the one being written; otherwise says which one is. */
function sceneFor(turn: Turn, id: string | undefined): Scene | null {
  const { state } = turn;
  const active = activeScene(turn);
  if (id === undefined || id === active?.report.id) {
    if (!active) runCommand(turn, { type: 'start_report' });
    return active;
  }
  const meant = reportOf(state, id);
  if (!meant) {
    refuse(turn, words.reportGone);
    return null;
  }
  toast(turn, 'warning', words.otherReportTitle);
  const text = words.otherReport(titleOf(meant), active ? titleOf(active.report) : '');
  const buttons = [{ text: words.switchTo, value: { action: 'switch', report: id }, primary: true }];
  showCard(turn, choiceCard(words.otherReportTitle, text, buttons));
  return null;
}

function takeOnReport(scene: Scene, action: string, event: CardSubmitted): undefined {
  const { value, form = {} } = event;
  const { turn, report } = scene;
  const { asked } = turn.state;
  const section = text(value.section) ?? text(form.section);
  const instruction = text(form.instruction) ?? text(value.instruction) ?? '';
  if (pressAudit(scene, action, value) || pressVersion(scene, action, event)) return;
  if (pressVariant(scene, action, value) || pressWhole(scene, action, value)) return;
  switch (action) {
    case 'choose':
      return pressChoice(scene, value.of, value.ask, value.choice);
    case 'propose':
      return pressProposal(scene, value.of, value.item, value.choice);
    case 'difference':
      return pressDifference(scene, value);
    case 'choose_all':
      return pressAll(scene, value.of, value.choice);
    case 'ask_slot':
      return askFor(scene, text(value.slot) ?? '');
    case 'settle_checks':
      return askChecksAgain(scene);
    case 'show_progress':
    case 'show_missing':
    case 'show_facts':
    case 'ask_next':
    case 'start_over':
    case 'stop':
      return runCommand(turn, { type: action });
    case 'compile': {
      const as = FILE_FORMS.find((form) => form === value.as);
      return runCommand(turn, { type: 'compile', ...(as ? { as } : {}) });
    }
    case 'cloud_document': {
      const wish = CLOUD_WISHES.find((one) => one === value.wish);
      return wish ? runCommand(turn, { type: 'cloud_document', wish }) : refuse(turn, words.unknownButton);
    }
    case 'draft':
      if (section === undefined) return refuse(turn, words.formEmpty);
      if (value.anyway !== true) return runCommand(turn, { type: 'draft', section });
      if (isRefused(scene)) return;
      if (asked?.type === 'draft_anyway') turn.state.asked = null;
      return draft(scene, section, true);
    case 'show':
      return section === undefined ? refuse(turn, words.formEmpty) : runCommand(turn, { type: 'show', section });
    case 'rewrite':
      if (section === undefined) return refuse(turn, words.formEmpty);
      return runCommand(turn, { type: 'rewrite', section, instruction });
    case 'fill':
      return section === undefined ? refuse(turn, words.formEmpty) : showForm(scene, section);
    case 'fill_in':
      if (text(value.office) === undefined) return takeForm(scene, form);
      return takeSupplyForm(scene, text(value.office) ?? '', form);
    case 'send_supply':
    case 'nudge':
      return runCommand(turn, { type: action });
    case 'nudge_yes':
      return nudge(scene, text(value.office));
    case 'nudge_no':
      return isRefused(scene) ? undefined : refuse(turn, supplyWords.nudgeGone);
    case 'accept_group':
    case 'decline_group':
      return answerOffer(scene, value.group, action === 'accept_group');
    case 'confirm_figures':
      return confirmFigures(scene, value.office, value.seen);
    case 'correct_figures':
      return correctFigures(scene, value.office, form);
    case 'undo':
      return undo(scene, number(value.step) ?? -1);
    case 'confirm_start_over':
      if (asked?.type !== 'start_over') return refuse(turn, words.confirmAgain);
      return confirmFor(turn, report.id);
    case 'cancel':
      if (asked?.type !== 'start_over') return refuse(turn, words.questionGone);
      return runCommand(turn, { type: 'cancel' });
    default:
      return refuse(turn, words.unknownButton);
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
