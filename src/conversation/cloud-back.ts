// What others wrote in the cloud document comes into the report, as a file that comes back does.
import type { MergedParagraph } from '../report/cloud-merge.ts';
import type { Person } from '../report/fact.ts';
import type { Scene } from './turn.ts';

export function takeCloudChanges(
  _scene: Scene,
  _paragraphs: MergedParagraph[],
  _editor: Person | undefined,
): undefined {
  return undefined;
}
