// The newest board card of a report is kept up to date in place. Must never send a board nobody asked for.
import { boardCard } from './cards/board-card.ts';
import type { State } from './state.ts';
import { activeScene, emit, reportOf, type Scene, sceneOf, showCard, type Turn } from './turn.ts';

/** The platform changes no card older than 14 days. */
const CHANGEABLE_MS = 13 * 24 * 3_600_000;

export function showBoard(scene: Scene): undefined {
  const { turn, report } = scene;
  report.board = { card: showCard(turn, boardCard(scene)), at: turn.context.now };
}

/** `before`: the state this turn began with. Run at the end of every turn, when what happened is settled. */
export function keepBoard(turn: Turn, before: State | null): undefined {
  const scene = activeScene(turn);
  const board = scene?.report.board;
  if (!scene || !board) return;
  const sentNow = turn.effects.find((one) => one.type === 'send_card' && one.key === board.card);
  if (sentNow?.type === 'send_card') {
    // What was done after it in the same message is on it at once.
    sentNow.card = boardCard(scene);
    return;
  }
  keepReachable(turn.state, board.card);
  if (turn.context.now - board.at > CHANGEABLE_MS) return;
  // The board is a function of the state alone, so what it showed before need not be kept.
  const then = before && sceneOf({ ...turn, state: before }, reportOf(before, scene.report.id));
  const card = boardCard(scene);
  if (then && JSON.stringify(boardCard(then)) === JSON.stringify(card)) return;
  emit(turn, { type: 'update_card', chat: turn.state.chat.id, of: board.card, card, inPlaceOnly: true });
}

/** Only the newest sent messages are remembered; a board must outlive what is said after it. */
export function keepReachable(state: State, key: string): undefined {
  const sent = state.sent.find((one) => one.key === key);
  if (sent) state.sent = [...state.sent.filter((one) => one !== sent), sent];
}
