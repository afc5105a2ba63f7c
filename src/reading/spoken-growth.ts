// 比去年多12.4%, 较上年少了两成: said of a rate, 多 and 少 are the 增 and 降 of a report. Pure; every character keeps its place.
const rate =
  '(?=(?:了|出了?|约|近|大概|差不多|将近|不到)*(?:百分之|[\\d０-９.．一二三四五六七八九十两]{1,6}\\s*(?:%|％|成|个点|个百分点|百分点)))';
const than = '(?<=(?:比|较|跟|和|同)(?:去年|上年|上一年度?|前年|同期)(?:同期)?(?:还|又|要|略|稍)?)';
const more = new RegExp(`${than}[多高大]${rate}`, 'gu');
const less = new RegExp(`${than}[少低小]${rate}`, 'gu');

export function spokenGrowth(text: string): string {
  return text.replace(more, '增').replace(less, '降');
}
