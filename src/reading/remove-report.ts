// 这份不要了, 删掉2024那份: a whole report put away. Pure; words that may mean a part of one, or a text, are left to the other readers.
import type { Command } from '../conversation/command.ts';
import type { ReadRequest } from './port.ts';
import { findKind, findYear } from './start-report.ts';

const which =
  '((?:(?:我的?|那|这|前面|之前|刚才|上面|旧|老|原来|多余|建错|开错|写错)的?)*(?:20\\d\\d|\\d\\d|去|今|前|上)?年?(?:度|的)*[^\\s，,。]{0,14}?(?:那|这)?(?:一|整)?(?:份|个)?(?:报告|总结|述职|稿子|材料)?)';
const away = '(?:删掉|删了|删除|删去|作废|废掉|扔掉|不要|不写|不用写|不用|删)(?:了|吧|掉|啦)*';
const patterns = [
  new RegExp(`^(?:把|将|请把|帮我把|请|帮我)?${which}(?:都|也|就|整个|全部|先)*${away}$`, 'u'),
  new RegExp(`^(?:请|帮我|把)?(?:删掉|删除|删去|作废|删了?|扔掉)(?:掉|了)?${which}$`, 'u'),
];
/** Names a report as a whole: by 份, or as what it is. */
const whole = /份|报告|总结/u;
const back = new RegExp(`^(?:请|帮我|把|将)*(?:恢复|找回|还原|要回)(?:一下)?${which}$`, 'u');
const backToo = new RegExp(`^(?:把|将)?${which}(?:恢复|找回来?|还原|要回来)(?:吧|了)?$`, 'u');

/** The whole message. */
export function readRemoval(text: string, request: ReadRequest): Command | undefined {
  const said = text.trim().replace(/[。！!~～\s]+$/u, '');
  if ([...said].length > 30) return undefined;
  const gone = patterns.map((pattern) => pattern.exec(said)?.[1]).find((one) => one !== undefined);
  const wanted = gone ?? back.exec(said)?.[1] ?? backToo.exec(said)?.[1];
  if (wanted === undefined || !whole.test(wanted) || isPart(wanted)) return undefined;
  if (gone !== undefined && request.reports.length === 0) return undefined;
  const year = findYear(/^\d{2,4}/u.test(wanted) ? wanted.replace(/^(\d+)年?/u, '$1年') : wanted, request.thisYear);
  const kind = findKind(wanted, request.kinds);
  const named = { ...(year === undefined ? {} : { year }), ...(kind === undefined ? {} : { kind }) };
  return { type: gone === undefined ? 'restore_report' : 'remove_report', ...named };
}

/** 报告里的第二章, 总结的开头: something in it. */
const isPart = (words: string): boolean =>
  /第.{1,3}[章点条段节]|部分|开头|结尾|里|标题|数据|名单|文件|通知|表|附件|提纲/u.test(words);
