// Who is who: the people seen here, the report's owner and its passing on, the reporter. A name that could be two people is asked about.
import type { Person } from '../report/fact.ts';
import type { Reporter } from '../report/task.ts';
import { isRefused } from './access.ts';
import { choiceCard } from './cards/choice-card.ts';
import { titleOf } from './plan.ts';
import { taskWords } from './task-wording.ts';
import { refuse } from './toast.ts';
import { activeScene, actorOf, remember, reportOf, type Scene, say, sceneOf, showCard, type Turn } from './turn.ts';
import { showPerson } from './value.ts';

const PEOPLE_KEPT = 50;

/** Whoever acts or is mentioned is known from now on. Run in every turn. */
export function meet({ event, state }: Turn, actor: Person | null): undefined {
  const seen = [...(event.type === 'message_received' ? (event.mentions ?? []) : []), ...(actor ? [actor] : [])];
  const named = seen.filter((one) => one.name !== '');
  if (named.length === 0) return;
  const others = (state.people ?? []).filter((one) => !named.some(({ id }) => id === one.id));
  state.people = [...others, ...named].slice(-PEOPLE_KEPT);
}

/** 交给李明: the owner is asked to confirm. */
export function handOver(turn: Turn, name: string): undefined {
  const { state, context } = turn;
  const scene = activeScene(turn);
  if (!scene) return say(turn, taskWords.nothingToHand);
  if (isRefused(scene)) return;
  if (state.chat.type === 'p2p') return say(turn, taskWords.handInGroup);
  const to = personCalled(turn, name);
  if (!to) return say(turn, taskWords.whoIs(name));
  if (to.id === scene.report.owner.id) return say(turn, taskWords.ownsAlready(titleOf(scene.report), showPerson(to)));
  const { allowed = [] } = context;
  if (allowed.length > 0 && !allowed.includes(to.id)) return say(turn, taskWords.mayNot(showPerson(to)));
  state.asked = { type: 'hand_over', report: scene.report.id, to };
  const on = { report: scene.report.id };
  showCard(
    turn,
    choiceCard(taskWords.handTitle(showPerson(to)), taskWords.handText(titleOf(scene.report), showPerson(to)), [
      { text: taskWords.handYes(showPerson(to)), value: { action: 'hand_over', ...on }, primary: true },
      { text: taskWords.handNo, value: { action: 'keep_owner', ...on } },
    ]),
  );
}

/** Of those mentioned in this message first, then of those seen here. */
export function personCalled({ event, state }: Turn, name: string): Person | undefined {
  const mentioned = event.type === 'message_received' ? (event.mentions ?? []) : [];
  const [named, another] = mentioned.filter((one) => one.name === name);
  if (named && !another) return named;
  const known = (state.people ?? []).filter((one) => one.name === name);
  return mentioned.length === 0 && known.length === 1 ? known[0] : undefined;
}

/** The owner said yes. Whom it goes to was fixed when it was asked, and is in no button. */
export function confirmHandOver(turn: Turn, id: string): undefined {
  const { asked } = turn.state;
  const scene = sceneOf(turn, reportOf(turn.state, id));
  if (!scene || asked?.type !== 'hand_over' || asked.report !== id) return refuse(turn, taskWords.handAgain);
  if (isRefused(scene)) return;
  turn.state.asked = null;
  const from = scene.report.owner;
  pass(scene, asked.to);
  scene.report.handed = from;
  const text = taskWords.handed(titleOf(scene.report), showPerson(asked.to), showPerson(from));
  const back = {
    text: taskWords.giveBack(showPerson(from)),
    value: { action: 'give_back', report: id, to: showPerson(from) },
  };
  showCard(turn, choiceCard(taskWords.handedTitle, text, [back]));
}

/** The new owner gives it back: taking it back is theirs alone. */
function giveBack(scene: Scene, to: unknown): undefined {
  const { turn, report } = scene;
  if (isRefused(scene)) return;
  const { handed } = report;
  // The card may be of an earlier passing on.
  if (!handed || showPerson(handed) !== to) return refuse(turn, taskWords.handAgain);
  pass(scene, handed);
  delete report.handed;
  say(turn, taskWords.givenBack(titleOf(report), showPerson(handed)));
}

function pass({ report, turn }: Scene, to: Person): undefined {
  report.owner = to;
  // A question only the former owner could answer is not the new one's to confirm by a bare word.
  if (turn.state.asked?.type === 'start_over' || turn.state.asked?.type === 'draft_anyway') turn.state.asked = null;
}

/** A press about the owner. False for anything else. */
export function pressOwner(turn: Turn, action: string, value: Record<string, unknown>): boolean {
  if (!['hand_over', 'keep_owner', 'give_back'].includes(action)) return false;
  const id = typeof value.report === 'string' ? value.report : '';
  const scene = sceneOf(turn, reportOf(turn.state, id));
  if (!scene) say(turn, taskWords.nothingToHand);
  else if (action === 'hand_over') confirmHandOver(turn, id);
  else if (action === 'give_back') giveBack(scene, value.to);
  else if (!isRefused(scene)) {
    if (turn.state.asked?.type === 'hand_over') turn.state.asked = null;
    say(turn, taskWords.kept(showPerson(scene.report.owner)));
  }
  return true;
}

/** 述职人是局长，2025年6月任职: adds to what is known. */
export function setReporter(turn: Turn, told: Reporter): undefined {
  const scene = activeScene(turn);
  if (!scene) {
    turn.state.reporter = { ...turn.state.reporter, ...told };
    return say(turn, taskWords.reporter(showReporter(turn.state.reporter), false));
  }
  const { report } = scene;
  const by = actorOf(turn);
  if (report.reporter && by && isRefused(scene)) return;
  remember(scene, { what: taskWords.reporterStep, changes: [{ type: 'reporter', before: report.reporter ?? null }] });
  report.reporter = { ...report.reporter, ...told };
  const { since } = report.reporter;
  say(turn, taskWords.reporter(showReporter(report.reporter), since?.year === report.year && since.month > 1));
}

/** 局长，局党组书记，2025年6月任职 */
export function showReporter({ who, post, since }: Reporter): string {
  return [who, post, since && taskWords.since(since.year, since.month)].filter((part) => part).join('，');
}
