// What a notice demands, to be confirmed, changed or looked at; and the form to change it. Data only.
import type { Task } from '../../report/task.ts';
import type { Block, Card, Field } from '../card.ts';
import type { OpenTask } from '../task-command.ts';
import { taskFields, type Where } from '../task-fields.ts';
import { taskWords } from '../task-wording.ts';
import { cut } from '../value.ts';
import { button } from './choice-card.ts';

/** Rows a notice nearly always has: shown as open where it does not. */
const USUAL = ['kind', 'year', 'length', 'due'];

interface Look {
  title: string;
  /** Above the rows. */
  text: string;
  buttons: 'confirm' | 'change' | 'none';
  /** Whose report it is, where that is known. */
  reporter?: string;
  /** How the report does against it. */
  standing?: string;
}

export function taskCard(
  { id, task }: OpenTask,
  where: Where,
  { title, text, buttons, reporter = '', standing = '' }: Look,
): Card {
  const rows = taskFields.flatMap(({ name, label, show }) => {
    const value = show(task, where);
    if (value === '' && !USUAL.includes(name)) return [];
    const open = name === 'kind' || name === 'year' ? taskWords.toFill : taskWords.notSaid;
    return [{ label, value: value === '' ? open : shown(name, value, task) }];
  });
  const accept = button({ text: taskWords.accept, value: { action: 'task_accept', task: id }, primary: true });
  const change = button({ text: taskWords.change, value: { action: 'task_change', task: id } });
  const offered = buttons === 'confirm' ? [accept, change] : buttons === 'change' ? [change] : [];
  const blocks: Block[] = [
    ...(text === '' ? [] : [{ type: 'text' as const, text }]),
    { type: 'rows', rows: reporter === '' ? rows : [...rows, { label: taskWords.reporterLabel, value: reporter }] },
    ...(standing === '' ? [] : [{ type: 'text' as const, text: standing, bold: true }]),
    ...(offered.length === 0 ? [] : [{ type: 'buttons' as const, buttons: offered }]),
    { type: 'text', text: taskWords.notFacts, tone: 'muted' },
  ];
  return { title, tone: buttons === 'none' ? 'green' : 'blue', blocks };
}

/** On the card a demand may say more than in the form. */
function shown(name: string, value: string, { minutes }: Task): string {
  if (name === 'length') return taskWords.wordCount(value);
  if (name === 'year') return taskWords.yearRow(value);
  return name === 'minutes' && minutes !== undefined ? taskWords.minutesRow(value, minutes) : value;
}

/** Half-filled it comes back as it was typed, with what is wrong told beside what was right. */
export function taskForm(open: OpenTask, where: Where, right: string[] = [], wrong: string[] = []): Card {
  const { id, task, draft = {} } = open;
  const fields = taskFields.map(({ name, label, show, example }): Field => {
    const initial = draft[name] ?? show(task, where);
    if (name === 'kind')
      return {
        type: 'select',
        name,
        label,
        options: where.catalog.map((one) => ({ text: one.name, value: one.kind })),
        ...(task.kind === undefined ? {} : { initial: task.kind }),
      };
    return {
      type: 'input',
      name,
      label,
      placeholder: taskWords.example(example),
      ...(initial === '' ? {} : { initial }),
    };
  });
  const told: Block[] = [
    ...(wrong.length === 0
      ? []
      : [{ type: 'text' as const, text: cut(wrong.join('\n'), 1500), tone: 'warn' as const }]),
    ...(right.length === 0
      ? []
      : [{ type: 'text' as const, text: taskWords.rightFields(cut(right.join('，'), 600)), tone: 'good' as const }]),
  ];
  return {
    title: wrong.length === 0 ? taskWords.formTitle : taskWords.formWrong(wrong.length),
    tone: wrong.length === 0 ? 'blue' : 'orange',
    blocks: [
      ...told,
      { type: 'text', text: taskWords.formHint, tone: 'muted' },
      {
        type: 'form',
        name: 'task',
        fields,
        submit: button({ text: taskWords.formDone, value: { action: 'task_form', task: id }, primary: true }),
      },
    ],
  };
}
