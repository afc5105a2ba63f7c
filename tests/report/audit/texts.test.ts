import { describe, expect, it } from 'vitest';
import { auditText, correctText, told } from './book.ts';
import { plants } from './plants.ts';

const texts = ['education', 'health', 'company', 'street'] as const;

describe('correct texts', () => {
  it.each(texts)('%s: nothing that must be changed, hardly anything that should', (name) => {
    const found = auditText(correctText(name));
    expect(told(found.filter(({ severity }) => severity === 'must'))).toEqual([]);
    expect(told(found.filter(({ severity }) => severity === 'should'))).toEqual([]);
  });
});

describe('planted faults', () => {
  const key = (finding: ReturnType<typeof auditText>[number]) =>
    `${finding.rule}/${finding.where.quote}/${finding.message}`;
  it.each(plants.map((plant) => [plant.text, plant.kind, plant.to, plant] as const))(
    '%s %s: %s',
    (_, __, ___, plant) => {
      const clean = correctText(plant.text);
      expect(clean).toContain(plant.from);
      const before = new Set(auditText(clean).map(key));
      const found = auditText(clean.replace(plant.from, plant.to)).filter((finding) => !before.has(key(finding)));
      expect(told(found)).not.toEqual([]);
    },
  );

  it('gives places that hold what they quote', () => {
    const spoilt = plants.reduce((text, { from, to }) => text.replace(from, to), correctText('education'));
    const lines = spoilt.split('\n');
    for (const { where } of auditText(spoilt))
      if (where.quote !== '') expect(lines[where.paragraph]?.slice(where.start, where.end)).toBe(where.quote);
  });

  it('a literal fix takes the finding away', () => {
    for (const plant of plants) {
      const spoilt = correctText(plant.text).replace(plant.from, plant.to);
      const lines = spoilt.split('\n');
      const fixable = auditText(spoilt).find(({ fix, severity }) => fix !== undefined && severity === 'must');
      if (!fixable?.fix) continue;
      const { paragraph, start, end } = fixable.where;
      const line = lines[paragraph] ?? '';
      lines[paragraph] = line.slice(0, start) + fixable.fix.put + line.slice(end);
      const again = auditText(lines.join('\n')).map(key);
      expect(again).not.toContain(key(fixable));
    }
  });
});
