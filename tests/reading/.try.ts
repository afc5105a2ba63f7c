import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { buildOutline } from '/work/main/src/catalog/build-outline.ts';
import { outlineSchema } from '/work/main/src/catalog/outline-schema.ts';
import { readOwn } from '/work/main/src/reading/own-reader.ts';
import { describeReading, requestFrom } from '/work/main/src/reading/trial.ts';

const outlines = ['party-building', 'annual-summary'].map((k) =>
  buildOutline(outlineSchema.parse(parse(readFileSync('/work/main/prompts/outlines/' + k + '/outline.yaml', 'utf8')))),
) as any[];
let o = outlines[0];
for (const line of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  if (line === 'a' || line === 'p') {
    o = outlines[line === 'a' ? 1 : 0];
    continue;
  }
  const t = line.startsWith('{') ? JSON.parse(line) : { text: line.replaceAll('\\n', '\n').replaceAll('\\t', '\t') };
  const g = describeReading(readOwn(requestFrom(o, outlines, { thisYear: 2026, ...t })).reading, o);
  console.log('>', line);
  for (const f of g.facts) console.log('    F', f.label, '=', f.value, f.correction ? '(更正)' : '');
  for (const a of g.asks) console.log('    ?', a.type, a.value, a.labels.join('|'), a.reason);
  for (const c of g.commands) console.log('    C', JSON.stringify(c));
  if (g.rest) console.log('    rest', g.rest);
}
