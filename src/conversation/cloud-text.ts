// The report as it would stand in a cloud document, with today's facts or with those it was last written with. Reads only.
import { type Assembly, assemble } from '../report/assemble.ts';
import { type CloudLine, cloudLines, textOfLine } from '../report/cloud-lines.ts';
import type { Facts } from '../report/fact.ts';
import { versionOf } from './put-version.ts';
import type { Scene } from './turn.ts';

export function assemblyWith(scene: Scene, facts: Facts): Assembly {
  const { report, outline } = scene;
  const texts = Object.fromEntries(
    Object.keys(report.sections).flatMap((id) => {
      const version = versionOf(scene, id);
      return version ? [[id, version.text] as const] : [];
    }),
  );
  return { outline, year: report.year, facts, texts };
}

export function linesWith(scene: Scene, facts: Facts): CloudLine[] {
  return cloudLines(assemble(assemblyWith(scene, facts)));
}

/** What two paragraphs have in common that read alike. */
export function wordsOf(one: CloudLine | { kind: string; text: string }): string {
  return `${one.kind} ${'runs' in one ? textOfLine(one) : one.text}`;
}
