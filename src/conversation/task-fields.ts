// The demands of a task as fields: how each is shown, and read from what was typed. What cannot be read is told, never guessed. Pure.
import { dueAt, findDue, showDue } from '../report/due.ts';
import type { Outline } from '../report/outline.ts';
import { readCopies, readLength, readMinutes, readShare, showLength, showShare } from '../report/requirement.ts';
import type { Task } from '../report/task.ts';
import type { TaskField } from './task-command.ts';
import { taskWords } from './task-wording.ts';
import { cut, oneLine, yearOf } from './value.ts';

export interface Where {
  now: number;
  catalog: Outline[];
}

interface Rule {
  name: TaskField;
  label: string;
  /** '' when it is not demanded. */
  show: (task: Task, where: Where) => string;
  /** What to set; undefined when it cannot be read. */
  read: (said: string, where: Where, before: Task) => Partial<Task> | undefined;
  /** What would have been understood. */
  example: string;
}

const set = <K extends keyof Task>(name: K, value: Task[K] | undefined): Partial<Task> | undefined =>
  value === undefined ? undefined : ({ [name]: value } as Partial<Task>);

export const taskFields: Rule[] = [
  {
    name: 'kind',
    label: '文种',
    show: ({ kind }, { catalog }) => catalog.find((one) => one.kind === kind)?.name ?? '',
    read: (said, { catalog }) =>
      set('kind', catalog.find((one) => [one.kind, one.name, ...one.aliases].includes(said))?.kind),
    example: '',
  },
  {
    name: 'year',
    label: '年度',
    show: ({ year }) => (year === undefined ? '' : String(year)),
    read: (said, { now }) => {
      const year = Number(/^(20\d\d|19\d\d)\s*年?(?:度)?$/u.exec(said)?.[1]);
      return set('year', year <= yearOf(now) + 1 ? year : undefined);
    },
    example: '2025',
  },
  {
    name: 'length',
    label: '字数',
    show: ({ length }) => (length ? showLength(length) : ''),
    read: (said) => set('length', readLength(said, true)),
    example: '3000字以内',
  },
  {
    name: 'share',
    label: '结构要求',
    show: ({ share }) => (share ? showShare(share) : ''),
    read: (said) => set('share', readShare(said)),
    example: '问题和打算不少于三分之一',
  },
  {
    name: 'due',
    label: '报送时间',
    show: ({ due }, { now }) => (due ? showDue(due, now) : ''),
    read: (said, { now }, before) => {
      const found = findDue(said);
      return set('due', found && dueAt(found.said, now, before.due?.at));
    },
    example: '1月16日 12:00',
  },
  {
    name: 'to',
    label: '报送到',
    show: ({ to }) => to ?? '',
    read: (said) => set('to', cut(oneLine(said), 40)),
    example: '市委组织部',
  },
  {
    name: 'copies',
    label: '份数',
    show: ({ copies }) => (copies === undefined ? '' : `${copies}份`),
    read: (said) => set('copies', readCopies(said, true)),
    example: '3份',
  },
  {
    name: 'format',
    label: '电子版、字体',
    show: ({ format }) => format ?? '',
    read: (said) => set('format', cut(oneLine(said), 60)),
    example: '电子版，仿宋三号',
  },
  {
    name: 'minutes',
    label: '现场述职',
    show: ({ minutes }) => (minutes === undefined ? '' : `${minutes}分钟`),
    read: (said) => set('minutes', readMinutes(said, true)),
    example: '8分钟',
  },
];

/** Takes in what was typed, field by field: what can be read is set, an empty field is cleared, the rest is told. */
export function fillTask(
  task: Task,
  typed: Partial<Record<TaskField, string>>,
  where: Where,
): { task: Task; right: string[]; wrong: string[] } {
  const next: Task = { ...task };
  const right: string[] = [];
  const wrong: string[] = [];
  for (const { name, label, show, read, example } of taskFields) {
    const said = typed[name]?.trim();
    // As it was shown, it was not touched.
    if (said === undefined || said === show(task, where)) continue;
    const none = said === '' || /^(?:没有?|无|不要求?|不限|没有?要求|[-—]+)$/u.test(said);
    const given = none ? {} : read(said, where, task);
    if (given === undefined) {
      wrong.push(taskWords.wrongField(label, cut(oneLine(said), 30), example));
      continue;
    }
    const before = JSON.stringify(next[name]);
    delete next[name];
    Object.assign(next, given);
    if (JSON.stringify(next[name]) !== before)
      right.push(none ? taskWords.clearedField(label) : `${label} ${show(next, where)}`);
  }
  return { task: next, right, wrong };
}
