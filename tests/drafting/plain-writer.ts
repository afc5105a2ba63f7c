// A plain but truthful writer for scripted models: knows nothing but the prompt, and says each thing it is offered under its own name.
import type { RecordedRequest } from '../model/scripted-endpoint.ts';

const beginnings = ['这一项', '此项', '这方面', '这件事', '这块'].flatMap((what) =>
  ['工作有序推进', '任务按时落地', '抓得紧', '办得实'].map((how) => what + how),
);

/** The whole answer to a request for drafting, rewriting or repair. Without a start each section has one of its own. */
export function writePlainly({ body }: RecordedRequest, start?: string): string {
  const user = body.messages.findLast((one) => one.content.includes('【小节 '))?.content ?? '';
  const asked = new Set([...user.matchAll(/【小节 (\w+)】/g)].map(([, id]) => id));
  const sections = user
    .split(/^小节 /mu)
    .slice(1)
    .filter((part) => asked.has(/^\w+/u.exec(part)?.[0]))
    .map((part, at) => {
      const begin = start ?? beginnings[at % beginnings.length];
      // What the reporter did has to be said to be theirs.
      const whose = /第一人称“我”/u.test(user) ? '我' : '';
      const formulations = /必含提法：(.*)/.exec(part)?.[1]?.split('；') ?? [];
      const told = [...part.matchAll(/- (\{\{\w+\}\}) (?:待补。)?(?!可用)(.*?)（(增幅)?/g)].map(
        ([, token, label, growth]) => (growth ? `，同比${token}` : `。${whose}${label}${token}`),
      );
      const text = `${begin}${formulations.map((words) => `。落实${words}`).join('')}${told.join('')}。`;
      return { id: /^\w+/u.exec(part)?.[0], text };
    });
  return JSON.stringify({ sections });
}
