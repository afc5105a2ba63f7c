// Titles of well-known documents, cited almost as they are called. Only what stands in 《》 and is near one of the list.
import type { FormulationBook } from './book.ts';
import { editDistance } from './edit-distance.ts';
import type { AuditFinding } from './finding.ts';
import { findingAt, type Rule, type SceneParagraph } from './scene.ts';

const bare = (title: string): string =>
  title.replace(/^中国共产党|^中华人民共和国|（[^）]*）$/gu, '').replace(/[、，“”\s]/gu, '');

export function createKnownTitles(book: FormulationBook): Rule {
  const known = book.documents.map((title) => ({ title, bare: bare(title) }));
  const right = new Set(known.map((one) => one.bare));
  return (scene) => scene.paragraphs.flatMap((paragraph) => inParagraph(paragraph));

  function inParagraph(paragraph: SceneParagraph): AuditFinding[] {
    return paragraph.titles.flatMap(({ start, end }): AuditFinding[] => {
      const cited = bare(paragraph.text.slice(start + 1, end - 1));
      if (cited.length < 6 || right.has(cited)) return [];
      const most = cited.length >= 10 ? 2 : 1;
      const near = known.find(
        (one) =>
          Math.abs(one.bare.length - cited.length) <= most &&
          digits(one.bare) === digits(cited) &&
          // 条例 and 办法 are two documents.
          one.bare.slice(-2) === cited.slice(-2) &&
          editDistance(one.bare, cited) <= most,
      );
      if (!near) return [];
      return [
        findingAt(paragraph, start, end, {
          rule: 'names/document',
          severity: 'should',
          message: `文件名称像是《${near.title}》，请核对。`,
        }),
      ];
    });
  }
}

const digits = (text: string): string => text.replace(/\D/gu, '');
