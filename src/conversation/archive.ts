// 收工，存档: the group is thanked and left in peace, reminders end, and it is told what stays. Deletes nothing.
import { isRefused } from './access.ts';
import { endGroup } from './gathering.ts';
import { titleOf } from './plan.ts';
import { taskWords } from './task-wording.ts';
import { activeScene, say, type Turn } from './turn.ts';

export function archive(turn: Turn): undefined {
  const scene = activeScene(turn);
  if (!scene) return say(turn, taskWords.nothingToArchive);
  if (isRefused(scene)) return;
  const { report } = scene;
  const closed = endGroup(scene);
  if (report.task) report.task = { ...report.task, quiet: true };
  const facts = Object.keys(report.facts).length;
  say(turn, taskWords.archived(titleOf(report), report.year, facts, closed));
}
