// What an audit finds as comments for the Word file. The comments say, the text stays.
import { findings } from './audit-findings.ts';
import type { Effect } from './effect.ts';
import type { Scene } from './turn.ts';

/** More would cover the page. */
const MOST = 60;
const GRAVITY = { must: '一定要改', should: '多半要改', may: '可以看看' } as const;

export function auditNotes(scene: Scene): NonNullable<Extract<Effect, { type: 'send_file' }>['notes']> {
  const open = findings(scene)?.open ?? [];
  return open.slice(0, MOST).map(({ where, severity, message, clause, fix }) => ({
    ...(where.section === undefined ? {} : { section: where.section }),
    quote: where.quote,
    text: [
      `【${GRAVITY[severity]}】${message}`,
      ...(fix ? [`建议写作：${fix.put}`] : []),
      ...(clause === undefined ? [] : [`依据：${clause}`]),
    ].join('\n'),
  }));
}
