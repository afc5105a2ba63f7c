// Figures in a person's own words that no fact stands behind: named as a finding, never repaired.
import { sectionsOf } from '../report/outline.ts';
import { proveDocument } from '../report/prove-document.ts';
import { renderText } from '../report/render.ts';
import { editWords } from './edit-wording.ts';
import { ownAmong } from './lock.ts';
import { nameOf } from './plan.ts';
import { versionOf } from './put-version.ts';
import type { Scene } from './turn.ts';

/** One line for all of them, '' when there is none. */
export function ownFigures(scene: Scene): string {
  const { report, outline } = scene;
  const found = ownAmong(scene, sectionsOf(outline)).flatMap(({ id }) => {
    const spans = renderText(versionOf(scene, id)?.text ?? '', {
      outline,
      year: report.year,
      facts: report.facts,
      section: id,
    });
    const document = {
      title: '',
      opening: [{ section: id, spans }],
      chapters: [],
      closing: [],
      signature: { name: '', date: '' },
    };
    const name = nameOf(outline, id).replace(/“.*$/u, '');
    return proveDocument(document).map(({ quote }) => `${quote}（${name}）`);
  });
  return found.length === 0 ? '' : editWords.unfounded([...new Set(found)]);
}
