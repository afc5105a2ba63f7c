// Cloud documents that outlive the process: every call may be the one at which it dies, and every edit is one.
import { ServiceError } from '../../src/errors.ts';
import { applyEdit, planEdits, sameWords } from '../../src/feishu/cloud-edits.ts';
import type { CloudDocuments } from '../../src/feishu/cloud-port.ts';
import { type CloudParagraph, textOfLine } from '../../src/report/cloud-lines.ts';

type Outside = <T>(act: () => T) => Promise<T>;

interface Kept {
  title: string;
  revision: number;
  paragraphs: CloudParagraph[];
  members: string[];
}

export function createFakeDocuments() {
  const kept = new Map<string, Kept>();
  let blocks = 0;

  function look(document: string): Kept {
    const one = kept.get(document);
    if (!one) throw new ServiceError('feishu_gone', 'no such document');
    return one;
  }

  function boot(outside: Outside): CloudDocuments {
    const read: CloudDocuments['read'] = (document) =>
      outside(() => {
        const { title, revision, paragraphs } = structuredClone(look(document));
        return { title, revision, paragraphs, url: `https://local/docx/${document}` };
      });
    return {
      create: (title) =>
        outside(() => {
          const document = `doc${kept.size + 1}`;
          kept.set(document, { title, revision: 1, paragraphs: [], members: [] });
          return { document };
        }),
      read,
      async write({ document, lines, known, sections }) {
        const reading = await read(document);
        let step = known.paragraphs;
        let fits = reading.revision === known.revision || sameWords(reading.paragraphs, step);
        for (const edit of planEdits(step, lines, sections)) {
          step = applyEdit(step, edit);
          fits ||= sameWords(reading.paragraphs, step);
        }
        if (!fits) return { type: 'moved', reading };
        for (const edit of planEdits(reading.paragraphs, lines, sections))
          await outside(() => {
            const one = look(document);
            one.paragraphs = applyEdit(one.paragraphs, edit).map((paragraph) =>
              paragraph.block === '' ? { ...paragraph, block: `b${++blocks}` } : paragraph,
            );
            one.revision += 1;
          });
        const { revision, paragraphs } = look(document);
        const written = lines.map((line, at) => ({
          block: paragraphs[at]?.block ?? '',
          section: line.section,
          kind: line.kind,
          text: textOfLine(line),
        }));
        return { type: 'written', url: reading.url, revision, blocks: written };
      },
      grant: (document, openId) =>
        outside(() => {
          const { members } = look(document);
          if (!members.includes(openId)) members.push(openId);
        }),
    };
  }

  return {
    boot,
    /** Somebody changes the first paragraph that holds these words. */
    edit(find: string, put: string): void {
      for (const one of kept.values())
        for (const paragraph of one.paragraphs)
          if (paragraph.text.includes(find)) {
            paragraph.text = paragraph.text.replace(find, put);
            one.revision += 1;
            return;
          }
      throw new Error(`no document says “${find}”`);
    },
    /** What people can open. */
    shared: () => [...kept.values()].filter((one) => one.members.length > 0),
    made: () => kept.size,
  };
}
