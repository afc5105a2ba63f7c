// Text that is streamed into a card, typed out as Feishu's client does. Must never hold back what is no longer streaming.
import { createContext } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from './html.js';

/** The card's streaming_config while its streaming mode is on; null otherwise. */
export const Streaming = createContext(null);

export const streamingOf = (card) => (card.config?.streaming_mode ? (card.config.streaming_config ?? {}) : null);

export function Typed({ content, config }) {
  const before = useRef(content);
  const [shown, setShown] = useState(content.length);
  useEffect(() => {
    // What had not been typed yet when more arrives is shown at once (print_strategy fast); a text that was changed is replaced.
    const start = content.startsWith(before.current) ? before.current.length : content.length;
    before.current = content;
    setShown(start);
    const step = config.print_step?.default ?? 1;
    const timer = setInterval(
      () => setShown((count) => Math.min(count + step, content.length)),
      config.print_frequency_ms?.default ?? 70,
    );
    return () => clearInterval(timer);
  }, [content]);
  return html`${content.slice(0, shown)}<span class="card-caret" aria-hidden="true"></span>`;
}
