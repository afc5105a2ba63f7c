// Who gave what: per office, else per person, the values they gave. Data only.
import type { Fact } from '../../report/fact.ts';
import { slotOf } from '../../report/outline.ts';
import { officeOf, sameOffice } from '../../report/supply.ts';
import type { Block, Card } from '../card.ts';
import { titleOf } from '../plan.ts';
import { supplyWords } from '../supply-wording.ts';
import type { Scene } from '../turn.ts';
import { cut, showPerson, showSource, showValue } from '../value.ts';
import { pages } from './page.ts';

/** No card when nobody gave anything. */
export function givenCard({ report, outline }: Scene, office?: string): Card[] {
  const said = Object.values(report.facts).filter((fact) => !fact.derived && fact.value.type !== 'omitted');
  const giver = ({ source }: Fact): string =>
    (source.from?.name || source.office) ?? officeOf(report.supply, source.by) ?? showPerson(source.by);
  const named = [...Map.groupBy(said, giver)].filter(
    ([name]) => office === undefined || sameOffice(name.replace(/（.*）$/u, ''), office),
  );
  if (named.length === 0) return [];
  const blocks = named.map(
    ([name, facts]): Block => ({
      type: 'fold',
      title: supplyWords.givenOffice(cut(name, 40), facts.length),
      open: true,
      blocks: [{ type: 'text', text: facts.map((fact) => lineOf(fact)).join('\n') }],
    }),
  );
  return pages({ title: supplyWords.givenTitle, subtitle: titleOf(report), tone: 'blue', blocks }, []);

  function lineOf(fact: Fact): string {
    const label = slotOf(outline, fact.slot)?.label ?? fact.slot;
    return supplyWords.givenLine(label, showValue(fact.value, 40), showSource(fact.source));
  }
}
