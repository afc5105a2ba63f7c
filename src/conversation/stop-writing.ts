// What a job is writing for sections that are about to change is no longer waited for, and that is said.
import { editWords } from './edit-wording.ts';
import { nameOf } from './plan.ts';
import { overtake } from './put-version.ts';
import { type Scene, say } from './turn.ts';

export function stopWriting(scene: Scene, sections: string[]): undefined {
  const stopped = overtake(scene, sections);
  const [first] = stopped;
  if (first !== undefined) say(scene.turn, editWords.stoppedWriting(nameOf(scene.outline, first)));
}
