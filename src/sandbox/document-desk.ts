// What people do with cloud documents in the browser: look, write, add, delete, share. Must never let in who was not given it.
import type { Clock } from './clock.ts';
import { BLOCK_NAMES, change, type Permission, plainText, type StoredDocument, textOfBlock } from './document.ts';
import { newDocumentId } from './ids.ts';
import { PageError } from './people.ts';
import type { World } from './world.ts';

/** `after`: the block it comes after, '' for the beginning. */
export type DocumentEdit =
  | { type: 'write'; block: string; text: string }
  | { type: 'add'; after: string; text: string; heading?: boolean }
  | { type: 'remove'; block: string };

interface ShownDocument {
  id: string;
  title: string;
  revision: number;
  may: Permission;
  /** `open`: stretches that are highlighted. */
  blocks: { id: string; type: string; text: string; open: string[] }[];
  members: { id: string; name: string; may: Permission }[];
}

export interface DocumentDesk {
  look(document: string, as: string): ShownDocument;
  edit(document: string, as: string, edits: DocumentEdit[]): ShownDocument;
  share(document: string, as: string, to: string): ShownDocument;
  remove(document: string, as: string): void;
}

export function createDocumentDesk({ world, clock }: { world: World; clock: Clock }): DocumentDesk {
  function open(id: string, as: string, need: Permission[]): StoredDocument {
    const document = world.document(id);
    if (document === undefined || document.deleted) throw new PageError(404, '这份云文档不在了');
    const may = document.members[as];
    if (may === undefined) throw new PageError(403, '没有权限：请有权限的人把云文档分享给你');
    if (!need.includes(may)) throw new PageError(403, '你可以看，不能做这件事');
    return document;
  }

  function show(document: StoredDocument, as: string): ShownDocument {
    return {
      id: document.id,
      title: document.title,
      revision: document.revision,
      may: document.members[as] ?? 'view',
      blocks: document.blocks.map((block) => ({
        id: block.id,
        type: BLOCK_NAMES[block.type] ?? 'other',
        text: textOfBlock(block),
        open: block.elements.flatMap((one) => {
          const run = (one as { text_run?: { content: string; text_element_style?: { background_color?: number } } })
            .text_run;
          return run?.text_element_style?.background_color === undefined ? [] : [run.content];
        }),
      })),
      members: Object.entries(document.members).map(([id, may]) => ({ id, name: world.person(id)?.name ?? '', may })),
    };
  }

  return {
    look: (id, as) => show(open(id, as, ['view', 'edit', 'full_access']), as),
    edit(id, as, edits) {
      const document = open(id, as, ['edit', 'full_access']);
      let { blocks } = document;
      const placeOf = (block: string): number => {
        const at = blocks.findIndex((one) => one.id === block);
        if (at < 0) throw new PageError(404, '这一段刚被别人删了，请刷新');
        return at;
      };
      for (const edit of edits) {
        if (edit.type === 'write') {
          const at = placeOf(edit.block);
          const elements = plainText(edit.text);
          blocks = blocks.map((one, place) => (place === at ? { ...one, elements } : one));
        } else if (edit.type === 'add') {
          const at = edit.after === '' ? 0 : placeOf(edit.after) + 1;
          const type = edit.heading ? 3 : 2;
          blocks = blocks.toSpliced(at, 0, { id: newDocumentId(), type, elements: plainText(edit.text) });
        } else blocks = blocks.toSpliced(placeOf(edit.block), 1);
      }
      change(document, blocks, as, clock.now());
      world.changed({ type: 'document', document });
      return show(document, as);
    },
    share(id, as, to) {
      const document = open(id, as, ['full_access']);
      if (world.person(to) === undefined) throw new PageError(404, '没有这个人');
      document.members[to] ??= 'edit';
      world.changed({ type: 'document', document });
      return show(document, as);
    },
    remove(id, as) {
      const document = open(id, as, ['full_access']);
      document.deleted = true;
      world.changed({ type: 'document', document });
    },
  };
}
