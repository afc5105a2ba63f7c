import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { buildOutline } from '/work/main/src/catalog/build-outline.ts';
import { outlineSchema } from '/work/main/src/catalog/outline-schema.ts';
import { readOwn } from '/work/main/src/reading/own-reader.ts';
import { describeReading, requestFrom } from '/work/main/src/reading/trial.ts';

const [set, verbose] = process.argv.slice(2);
const outlines = ['party-building', 'annual-summary'].map((k) =>
  buildOutline(outlineSchema.parse(parse(readFileSync('/work/main/prompts/outlines/' + k + '/outline.yaml', 'utf8')))),
) as any[];
const kinds: any = { p: 'party-building', a: 'annual-summary' };
let want = 0,
  right = 0,
  wrong = 0,
  askWant = 0,
  askRight = 0,
  askExtra = 0,
  cmd = 0,
  cmdRight = 0;
for (const m of parse(readFileSync('/work/main/tests/reading/messages.yaml', 'utf8')).filter(
  (m: any) => set === 'all' || m.set === set,
)) {
  const outline = outlines.find((o) => o.kind === kinds[m.outline])!;
  const got = describeReading(readOwn(requestFrom(outline, outlines, { thisYear: 2026, ...m })).reading, outline);
  const bad: string[] = [];
  const facts: any = Object.fromEntries(got.facts.map((f) => [f.slot, f.value]));
  for (const [s, v] of Object.entries(m.facts ?? {})) {
    want++;
    if (facts[s] === v) right++;
    else bad.push(`want ${s}=${v} got ${facts[s]}`);
  }
  for (const f of got.facts)
    if ((m.facts ?? {})[f.slot] !== f.value) {
      wrong++;
      bad.push(`WRONG ${f.slot}=${f.value}`);
    }
  const asks = got.asks.map((a) => (a.type === 'unplaced' ? '?' : a.slots.sort().join('|')));
  for (const a of m.asks ?? []) {
    askWant++;
    const k = a.split('|').sort().join('|');
    const i = asks.indexOf(k);
    if (i >= 0) {
      askRight++;
      asks.splice(i, 1);
    } else bad.push(`no ask ${a}`);
  }
  if (asks.length) {
    askExtra += asks.length;
    bad.push(`extra asks ${asks}`);
  }
  const wc = (m.commands ?? []).map((c: any) => (typeof c === 'string' ? c : JSON.stringify(c)));
  const gc = got.commands.map((c, i) => (wc[i]?.startsWith('{') ? JSON.stringify(c) : c.type));
  cmd++;
  if (JSON.stringify(wc) === JSON.stringify(gc)) cmdRight++;
  else bad.push(`commands ${gc} want ${wc}`);
  if (bad.length)
    console.log(
      JSON.stringify(m.text),
      '\n   ',
      bad.join('\n    '),
      verbose ? JSON.stringify(got) : '',
      got.rest ? `\n    rest: ${got.rest}` : '',
    );
}
console.log({ want, right, share: right / want, wrong, askWant, askRight, askExtra, cmd, cmdRight });
