// A changed outline under a new key: the report points at it from now on, and the old one stays for undo.
import type { Outline } from '../report/outline.ts';
import type { UndoStep } from '../report/report.ts';
import { keep, type Scene } from './turn.ts';

/** Gives back the change for the undo step; the scene goes on with the new outline. */
export function putOutline(scene: Scene, outline: Outline): UndoStep['changes'][number] {
  const before = scene.report.outline;
  scene.report.outline = keep(scene.turn, outline);
  scene.outline = outline;
  return { type: 'outline', before };
}
