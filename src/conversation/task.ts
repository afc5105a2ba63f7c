// The task of a report: a notice becomes a card, confirmed it stays with the report. No figure of it is a fact.
import { dueAt } from '../report/due.ts';
import type { Task } from '../report/task.ts';
import { isRefused, may } from './access.ts';
import { againstTask } from './against-task.ts';
import { taskCard, taskForm } from './cards/task-card.ts';
import { showReporter } from './people.ts';
import { titleOf } from './plan.ts';
import { putOutline } from './put-outline.ts';
import { startReport } from './start.ts';
import type { Notice, OpenTask, TaskField } from './task-command.ts';
import { fillTask, taskFields, type Where } from './task-fields.ts';
import { taskWords } from './task-wording.ts';
import { refuse, toast } from './toast.ts';
import { activeScene, emit, remember, reportOf, type Scene, say, sceneOf, showCard, type Turn } from './turn.ts';
import { budgeted } from './whole-length.ts';
import { words } from './wording.ts';

const TASKS_KEPT = 5;
const FIELD_KEPT = 200;

const whereOf = ({ context }: Turn): Where => ({ now: context.now, catalog: context.catalog });

/** A notice came in. */
export function openTask(turn: Turn, { due, ...notice }: Notice): undefined {
  const at = due && dueAt(due, turn.event.at);
  const open = keepOpen(turn, { id: turn.event.id, card: '', task: { ...notice, ...(at ? { due: at } : {}) } });
  open.card = showCard(turn, taskCard(open, whereOf(turn), confirming));
  turn.state.asked = { type: 'task', of: open.id };
}

const confirming = { title: taskWords.title, text: taskWords.readThis, buttons: 'confirm' } as const;

function keepOpen(turn: Turn, open: OpenTask): OpenTask {
  const others = (turn.state.tasks ?? []).filter((one) => one.id !== open.id);
  turn.state.tasks = [...others, open].slice(-TASKS_KEPT);
  return open;
}

/** 对，就这样: starts the report, or goes with the one being written when it is of that kind and year. */
export function acceptTask(turn: Turn, of: unknown): undefined {
  const { state } = turn;
  const open = (state.tasks ?? []).find((one) => one.id === of);
  if (!open || open.report !== undefined) return refuse(turn, taskWords.settledAlready);
  const { kind, year } = open.task;
  if (kind === undefined || year === undefined) {
    const lacks = [...(kind === undefined ? ['文种'] : []), ...(year === undefined ? ['年度'] : [])];
    return showForm(turn, open, [taskWords.lacks(lacks)]);
  }
  const now = activeScene(turn);
  const begins = now?.report.kind !== kind || now.report.year !== year;
  if (begins) startReport(turn, { kind, year });
  else if (isRefused(now)) return;
  const scene = activeScene(turn);
  if (scene?.report.kind !== kind || scene.report.year !== year || !may(scene, 'decide')) return;
  if (state.asked?.type === 'task') state.asked = null;
  open.report = scene.report.id;
  attach(scene, open.task);
  redraw(turn, open, taskCard(open, whereOf(turn), { title: taskWords.titleDone, text: '', buttons: 'none' }));
  const told = taskWords.attached(titleOf(scene.report), taskWords.inShort(shortly(turn, open.task)));
  // The outline has just been shown, under the card that shows what was settled.
  if (begins && turn.event.type === 'card_submitted')
    toast(turn, 'success', taskWords.attached(titleOf(scene.report), ''));
  else say(turn, told);
}

function shortly(turn: Turn, task: Task): string[] {
  const where = whereOf(turn);
  const show = (name: TaskField): string => taskFields.find((one) => one.name === name)?.show(task, where) ?? '';
  const due = show('due') === '' ? '' : taskWords.handIn(show('due'), task.to ?? '');
  return [show('length'), show('share'), due].filter((one) => one !== '');
}

function attach(scene: Scene, task: Task): undefined {
  const { report, turn } = scene;
  const before = report.task ?? null;
  const { quiet, ...wanted } = task;
  const moved = report.task?.due?.at !== task.due?.at;
  // Whoever did not want to be reminded of one day may want it of another.
  report.task = { ...wanted, at: task.at ?? turn.event.at, ...(quiet && !moved ? { quiet } : {}) };
  const same = JSON.stringify([before?.length, before?.share]) === JSON.stringify([task.length, task.share]);
  const next = same ? undefined : budgeted(scene, task.length);
  const changes = [{ type: 'task' as const, before }, ...(next ? [putOutline(scene, next)] : [])];
  remember(scene, { what: taskWords.step, changes });
}

/** The card that was shown last takes the new look; a card too old to be known is sent anew. */
function redraw(turn: Turn, open: OpenTask, card: ReturnType<typeof taskCard>): undefined {
  if (open.card === '') open.card = showCard(turn, card);
  else emit(turn, { type: 'update_card', chat: turn.state.chat.id, of: open.card, card });
}

/** 要求: what is demanded and how the report does against it. */
export function showTask(turn: Turn): undefined {
  const scene = activeScene(turn);
  const waiting = turn.state.tasks?.findLast((one) => one.report === undefined);
  const task = scene?.report.task;
  if (!scene || !task) {
    if (!waiting) return say(turn, taskWords.noTask);
    waiting.card = showCard(turn, taskCard(waiting, whereOf(turn), confirming));
    turn.state.asked = { type: 'task', of: waiting.id };
    return;
  }
  const open = keepOpen(turn, { id: turn.event.id, card: '', task: whole(scene, task), report: scene.report.id });
  const look = { title: taskWords.titleOf(titleOf(scene.report)), text: '', buttons: 'change' } as const;
  open.card = showCard(
    turn,
    taskCard(open, whereOf(turn), {
      ...look,
      reporter: showReporter(scene.report.reporter ?? {}),
      standing: againstTask(scene),
    }),
  );
}

/** Kind and year are the report's own and stay so. */
function whole({ report }: Scene, task: Task): Task {
  return { ...task, kind: report.kind, year: report.year };
}

/** 字数要求改成2500字以内, 报送时间改到1月18日; without a field the form. */
export function changeTask(turn: Turn, field?: TaskField, said = ''): undefined {
  const scene = activeScene(turn);
  const waiting = turn.state.tasks?.findLast((one) => one.report === undefined);
  const asked = turn.state.asked?.type === 'task';
  const task = scene?.report.task ?? (scene && field !== undefined ? {} : undefined);
  if (waiting && (asked || !task)) {
    return field === undefined ? showForm(turn, waiting) : takeFields(turn, waiting, { [field]: said });
  }
  if (!scene || !task) return say(turn, taskWords.noTask);
  if (isRefused(scene)) return;
  const open = keepOpen(turn, { id: turn.event.id, card: '', task: whole(scene, task), report: scene.report.id });
  if (field === undefined) return showForm(turn, open);
  takeFields(turn, open, { [field]: said });
}

function showForm(turn: Turn, open: OpenTask, wrong: string[] = []): undefined {
  open.card = showCard(turn, taskForm(open, whereOf(turn), [], wrong));
}

/** A press on a task card or its form. False for anything else. */
export function pressTask(
  turn: Turn,
  action: string,
  value: Record<string, unknown>,
  form: Record<string, unknown>,
): boolean {
  if (!['task_accept', 'task_change', 'task_form'].includes(action)) return false;
  const open = (turn.state.tasks ?? []).find((one) => one.id === value.task);
  const scene = sceneOf(turn, reportOf(turn.state, open?.report ?? null));
  if (!open) refuse(turn, taskWords.gone);
  else if (action === 'task_accept') acceptTask(turn, open.id);
  else if (scene && isRefused(scene)) return true;
  else if (action === 'task_change') showForm(turn, open);
  else takeFields(turn, open, typedIn(form));
  return true;
}

function typedIn(form: Record<string, unknown>): OpenTask['draft'] & object {
  const typed = taskFields.map(({ name }) => {
    const said = Object.hasOwn(form, name) ? form[name] : undefined;
    return [name, typeof said === 'string' ? [...said].slice(0, FIELD_KEPT).join('') : undefined] as const;
  });
  return Object.fromEntries(typed.filter(([, said]) => said !== undefined));
}

function takeFields(turn: Turn, open: OpenTask, typed: OpenTask['draft'] & object): undefined {
  const where = whereOf(turn);
  const report = reportOf(turn.state, open.report ?? null);
  const scene = sceneOf(turn, report);
  const given = fillTask(open.task, typed, where);
  const fixed = report && (given.task.kind !== report.kind || given.task.year !== report.year);
  const wrong = fixed ? [...given.wrong, taskWords.fixedKind(titleOf(report))] : given.wrong;
  open.task = scene ? whole(scene, given.task) : given.task;
  if (wrong.length > 0) {
    open.draft = typed;
    const card = taskForm(open, where, given.right, wrong);
    return turn.event.type === 'card_submitted' ? redraw(turn, open, card) : void showCardOf(turn, open, card);
  }
  delete open.draft;
  if (!scene) {
    const card = taskCard(open, where, confirming);
    turn.state.asked = { type: 'task', of: open.id };
    return turn.event.type === 'card_submitted' ? redraw(turn, open, card) : void showCardOf(turn, open, card);
  }
  if (given.right.length > 0) attach(scene, open.task);
  const look = { title: taskWords.titleOf(titleOf(scene.report)), text: '', buttons: 'none' } as const;
  if (turn.event.type === 'card_submitted') redraw(turn, open, taskCard(open, where, look));
  say(turn, given.right.length === 0 ? words.nothingChanged : taskWords.changed(given.right));
}

function showCardOf(turn: Turn, open: OpenTask, card: ReturnType<typeof taskCard>): undefined {
  open.card = showCard(turn, card);
}
