// A streamed answer → the same completion an unstreamed one is. Gives up on a stream that has fallen silent; trusts no endpoint to keep to the protocol.
import type { Completion } from './read-completion.ts';

/** What of a chunk is looked at. Any of it may be missing. */
export interface Chunk {
  choices?: {
    finish_reason?: string | null;
    delta?: {
      content?: string | null;
      refusal?: string | null;
      tool_calls?: { function?: { arguments?: string } }[];
    };
    /** Some endpoints end a stream with the whole message. */
    message?: { content?: string | null };
  }[];
  usage?: Completion['usage'] | null;
}

export interface StreamWatch {
  onText: (soFar: string) => void;
  /** At every chunk, with words or without: the stream is alive. */
  onChunk: () => void;
}

/** `ended` false: the stream broke off without saying that it was over. */
export async function readStream(
  chunks: AsyncIterable<Chunk>,
  { onText, onChunk }: StreamWatch,
): Promise<Completion & { ended: boolean }> {
  let content = '';
  let refusal = '';
  let finish: string | undefined;
  let whole: string | undefined;
  let usage: Completion['usage'];
  for await (const chunk of chunks) {
    onChunk();
    if (chunk?.usage) usage = chunk.usage;
    const choice = Array.isArray(chunk?.choices) ? chunk.choices[0] : undefined;
    if (!choice) continue;
    if (choice.finish_reason) finish = choice.finish_reason;
    refusal += choice.delta?.refusal ?? '';
    if (typeof choice.message?.content === 'string') whole = choice.message.content;
    const more = choice.delta?.content ?? choice.delta?.tool_calls?.[0]?.function?.arguments ?? '';
    if (typeof more !== 'string' || more === '') continue;
    content += more;
    onText(content);
  }
  if (content === '' && whole !== undefined) {
    content = whole;
    onText(content);
  }
  return {
    choices: [{ finish_reason: finish ?? null, message: { content, refusal: refusal === '' ? null : refusal } }],
    ...(usage ? { usage } : {}),
    // An answer that closes its object is whole, whether or not the endpoint says so.
    ended: finish !== undefined || /[}\]`]\s*$/.test(content),
  };
}
