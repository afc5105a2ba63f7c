// 是的, 取消, 第二个: what a bare answer means depends on what was asked last. Guesses nothing when nothing was.
import { isRefused } from './access.ts';
import { answerProposal, leaveProposal } from './answer-proposal.ts';
import { answerOpen } from './answer-question.ts';
import { draft } from './draft.ts';
import { confirmHandOver } from './people.ts';
import { openQuestion } from './question.ts';
import { confirmRemove, keepIt } from './remove-report.ts';
import { confirmAll, isYesOrNo } from './spoken-answer.ts';
import { forgetAside, offeredYears, startOver, startReport } from './start.ts';
import type { Item } from './state.ts';
import { acceptTask } from './task.ts';
import { emit, reportOf, type Scene, say, sceneOf, type Turn } from './turn.ts';
import { words } from './wording.ts';

export function takeConfirm(turn: Turn, scene: Scene | null): undefined {
  const { asked } = turn.state;
  switch (asked?.type) {
    case 'start_over':
    case 'draft_anyway':
      return confirmFor(turn, asked.report, asked.type === 'draft_anyway' ? asked.section : undefined);
    case 'hand_over':
      return confirmHandOver(turn, asked.report);
    case 'remove':
      return confirmRemove(turn, asked.report);
    case 'task':
      return acceptTask(turn, asked.of);
    case 'choose_year':
      return startReport(turn, { kind: asked.kind, year: offeredYears(turn)[0] });
    case 'asks':
      if (scene && meansAll(turn) && confirmAll(scene)) return;
      if (scene && openQuestion(scene)) return answerOpen(scene, confirming);
      return acknowledge(turn);
    case 'choose_kind':
      return say(turn, words.pickKind(turn.context.catalog.map((one) => one.name)));
    default:
      // 是的 is the first of two choices; of more it says nothing.
      if (scene && answerProposal(scene, ({ choices }) => (choices.length === 2 ? 1 : 0))) return;
      return acknowledge(turn);
  }
}

export function takeCancel(turn: Turn, scene: Scene | null): undefined {
  const { asked } = turn.state;
  if (asked?.type === 'asks' && scene && openQuestion(scene)) return answerOpen(scene, leaving);
  if (asked?.type === 'proposal' && scene && leaveProposal(scene)) return;
  // 不要了 is what the question offers.
  const repeated = turn.event.type === 'message_received' && /^不要/u.test(turn.event.text.trim());
  if (asked?.type === 'remove') return repeated ? confirmRemove(turn, asked.report) : keepIt(turn);
  turn.state.asked = null;
  if (!asked) return acknowledge(turn);
  if (scene && (asked.type === 'choose_kind' || asked.type === 'choose_year')) forgetAside(turn);
  say(turn, asked.type === 'slot' ? words.askingStopped : words.nothingChanged);
}

export function takeChoice(turn: Turn, scene: Scene | null, choice: number): undefined {
  const { asked } = turn.state;
  switch (asked?.type) {
    case 'choose_kind': {
      const outline = turn.context.catalog[choice - 1];
      return outline
        ? startReport(turn, { kind: outline.kind })
        : say(turn, words.pickKind(turn.context.catalog.map((one) => one.name)));
    }
    case 'choose_year': {
      const year = offeredYears(turn)[choice - 1];
      return year === undefined ? say(turn, words.sayYear) : startReport(turn, { kind: asked.kind, year });
    }
    case 'start_over':
    case 'draft_anyway':
      // On both cards the careful choice and the bold one stand in the opposite order, so a number is not enough.
      return say(turn, words.sayYesOrCancel);
    default:
      if (scene && answerProposal(scene, () => choice)) return;
      return scene ? answerOpen(scene, () => choice) : say(turn, words.noQuestion);
  }
}

export function confirmFor(turn: Turn, report: string, section?: string): undefined {
  const scene = sceneOf(turn, reportOf(turn.state, report));
  if (!scene) return say(turn, words.noSuchReport);
  if (isRefused(scene)) return;
  turn.state.asked = null;
  if (section === undefined) startOver(scene);
  else draft(scene, section, true);
}

/** 是的 answers only what can be answered by yes: to “用新的还是旧的” or “放哪里” it means nothing. */
function confirming(item: Item): number {
  return isYesOrNo(item) ? 1 : 0;
}

/** 都对, 全部按这个写: every value on the card, not just the first. */
function meansAll({ event }: Turn): boolean {
  return event.type === 'message_received' && /^(?:全|都|统统|一律)/u.test(event.text.trim());
}

/** 算了: keep what is, or put it aside. Both are the last choice. */
function leaving(item: Item): number {
  return item.choices.length;
}

/** A friendly word needs no answer, only a sign that it arrived. */
function acknowledge(turn: Turn): undefined {
  const { event } = turn;
  if (event.type === 'message_received' && event.replayOf === undefined) {
    emit(turn, { type: 'react', message: event.id, emoji: 'OK' });
  }
}
