// A notice, or words about the task, the reporter or the owner, as commands. Pure; null for anything else.
import type { Command } from '../conversation/command.ts';
import { readCommands } from './commands.ts';
import { isNotice } from './notice.ts';
import { beforeNotice, demands, readNotice } from './notice-facts.ts';
import type { ReadRequest } from './port.ts';

/** The whole message is taken: no figure of a notice is a fact. */
export function readTask(text: string, request: ReadRequest): Command[] | null {
  const change = changeIn(text);
  if (change) return [change];
  return isNotice(text) ? fromNotice(text, request) : null;
}

/** 年终总结请于周三前交 names a kind and asks for none. */
const starting = /写一|起草|帮我|开始|新建|新开|我(?:要|想)/u;

const change = '(?:改|调整?|变更?|放宽|压缩?|推迟|提前|延后|延期?|定)(?:成|为|到|至|在|了)*';
const changes: ['due' | 'length', RegExp][] = [
  ['due', new RegExp(`^(?:报送|截止|上报|交稿|提交|报送的)(?:时间|日期|期限)?(?:要求)?${change}\\s*(.{2,30})$`, 'u')],
  ['length', new RegExp(`^(?:字数|篇幅)(?:要求|上限|限制)?${change}\\s*(.{0,10}字.{0,6})$`, 'u')],
];

/** 报送时间改到1月18日, 字数要求改成2500字以内: the whole message. */
function changeIn(text: string): Command | undefined {
  const plain = text.trim().replace(/[。！!]+$|(?:了|吧)$/gu, '');
  for (const [field, pattern] of changes) {
    const said = pattern.exec(plain)?.[1];
    if (said !== undefined) return { type: 'change_task', field, said };
  }
  return undefined;
}

function fromNotice(text: string, request: ReadRequest): Command[] | null {
  const notice = readNotice(text, request.kinds);
  if (!demands(notice)) return null;
  const head = beforeNotice(text);
  // A notice’s own sentences ask nothing of us; what stands before it may. 写一份…，控制在3000字 has no title and is a command.
  const { commands } = readCommands(head ?? text, request);
  const asks = commands.some((one) => one.type !== 'start_report') || starting.test(text);
  if (head === undefined && asks && commands.length > 0) return null;
  if (head === undefined) return [{ type: 'open_task', notice }];
  return [...commands, { type: 'open_task', notice }];
}
