// What the bot says about tasks, deadlines, who is who and who may come in. As wording.ts; decides nothing.

export const taskWords = {
  // Access
  notAllowed: '不好意思，我现在只为名单里的同事服务。需要用的话，请管理员把你加进名单。',
} as const;
