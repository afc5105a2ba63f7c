// Small texts about messages: times as Feishu shows them, and one line that stands for a message.

const two = (number) => String(number).padStart(2, '0');

export function clock(at) {
  const date = new Date(at);
  const today = new Date();
  const time = `${two(date.getHours())}:${two(date.getMinutes())}`;
  return date.toDateString() === today.toDateString() ? time : `${date.getMonth() + 1}月${date.getDate()}日 ${time}`;
}

export const kinds = {
  image: '图片',
  sticker: '表情',
  audio: '语音',
  location: '位置',
  media: '视频',
  merge_forward: '聊天记录',
};

export function preview(message) {
  if (message.recalled) return '消息已撤回';
  if (message.type === 'interactive') return `[卡片] ${message.card?.header?.title?.content ?? ''}`;
  if (message.type === 'file') return `[文件] ${message.file?.name ?? ''}`;
  return message.text ?? `[${kinds[message.type] ?? '消息'}]`;
}

export function size(bytes) {
  if (!Number.isFinite(bytes)) return '';
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Feishu draws these as stamps; the word reads the same on every machine. */
export const reactionSigns = { OK: 'OK', DONE: '✓ 完成', THUMBSUP: '赞', THANKS: '谢谢', JIAYI: '加一', SMILE: '微笑' };
