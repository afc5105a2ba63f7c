// Takes a reasoning model's thoughts off its answer. What it thinks is no part of what it says.

/** Closed thoughts, thoughts that are not finished yet, and those whose opening tag the endpoint has eaten. */
export function withoutThoughts(answer: string): string {
  return answer
    .replace(/<(think|thinking|reasoning|thought)>[\s\S]*?(?:<\/\1>|$)/g, '')
    .replace(/^[\s\S]*<\/(?:think|thinking|reasoning|thought)>/, '');
}
