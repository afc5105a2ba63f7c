// A plain but truthful writer behind the scripted endpoint: knows nothing but the prompt, says each thing it is offered under its own name.
import type { RecordedRequest } from '../model/scripted-endpoint.ts';

export function writeTruly({ body }: RecordedRequest, start = '工作有序推进'): string {
  const user = body.messages.findLast((one) => one.content.includes('【小节 '))?.content ?? '';
  const [described = ''] = user.split('占位的内容');
  const sections = described
    .split('【小节 ')
    .slice(1)
    .map((part) => {
      const formulations = /必含提法：(.*)/.exec(part)?.[1]?.split('、') ?? [];
      const told = [...part.matchAll(/- (\{\{\w+\}\}) (?:必写|待补)。(.*?)（(增幅)?/g)].map(
        ([, token, label, growth]) => (growth ? `，同比${token}` : `。${label}${token}`),
      );
      const text = `${start}${formulations.map((words) => `。落实${words}`).join('')}${told.join('')}。`;
      return { id: part.slice(0, part.indexOf('】')), text };
    });
  return JSON.stringify({ sections });
}
