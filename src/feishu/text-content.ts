// The content of text messages: in pieces the platform takes, and with nothing in it that the client would act on.
import { splitText } from './split-text.ts';

/** The platform's limit is 150 KB for the request; some is left for what stands around the content. */
const maxBytes = 140_000;

export function textContents(text: string): string[] {
  return splitText(inert(text), maxBytes, (part) =>
    Buffer.byteLength(JSON.stringify(JSON.stringify({ text: part }))),
  ).map((part) => JSON.stringify({ text: part }));
}

/**
 * Text messages know mentions and a few styles as tags. What people wrote must not ring everybody's phone when we repeat it,
 * so the bracket of such a tag is sent in full width.
 */
function inert(text: string): string {
  return text.toWellFormed().replace(/<(?=\/?(?:at\b|[bisua]\s*>|a\s))/gi, '＜');
}
