// What a person asks about the task, the reporter and the owner of a report. Types only; decided in task.ts, people.ts.
import type { DueSaid } from '../report/due.ts';
import type { Reporter, Task } from '../report/task.ts';

/** A notice as read: its deadline still in words, because only decide knows when it came. */
export type Notice = Omit<Task, 'due' | 'at' | 'quiet'> & { due?: DueSaid };

/** One demand of a task, as the form's field of this name. */
export type TaskField = 'kind' | 'year' | 'length' | 'share' | 'due' | 'to' | 'copies' | 'format' | 'minutes';

export type TaskCommand =
  | { type: 'open_task'; notice: Notice }
  | { type: 'show_task' }
  /** `said`: the field's new words; without it the form is shown. */
  | { type: 'change_task'; field?: TaskField; said?: string }
  | { type: 'stop_reminding' }
  /** 还有几天交 */
  | { type: 'show_due' }
  | { type: 'set_reporter'; reporter: Reporter }
  /** `name`: as said or mentioned. */
  | { type: 'hand_over'; name: string }
  /** 收工，存档 */
  | { type: 'archive' }
  /** 照2023年的开一份 */
  | { type: 'start_like'; from: number };

/** A task card. Kept after it is settled, so that a late press gets an answer. */
export interface OpenTask {
  id: string;
  /** Key of the effect that sent its card. */
  card: string;
  task: Task;
  /** The report it was taken over for. */
  report?: string;
  /** The form as typed, kept while something in it is wrong. */
  draft?: Partial<Record<TaskField, string>>;
}
