// Quotation marks that a writer put around a token: kept where the printed words have none of their own, else one pair is enough. Changes no word.
import { type RenderContext, renderPlain } from '../report/render.ts';

/** “{{name}}”, 《{{name}}》, with nothing else between the marks. */
const marked = /([“《])(\{\{[a-z][a-z0-9_]*(?:\.\d{1,2})?\}\})([”》])/gu;

export function mendMarks(text: string, context: RenderContext): string {
  return text.replace(marked, (all: string, open: string, token: string) => {
    const printed = renderPlain(token, context);
    // 《》 says that it is a title: only who named it can. Several names need marks each, not one pair for all.
    return open === '《' || /[“”《》、；]/u.test(printed) ? token : all;
  });
}
