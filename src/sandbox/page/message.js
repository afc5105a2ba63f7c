// One message in the chat: bubble, card, file or a line in the middle, with what one can do to it.
import { fileUrl } from './api.js';
import { Avatar } from './avatar.js';
import { Card } from './card.js';
import { html } from './html.js';
import { clock, kinds, preview, reactionSigns, size } from './words.js';

function File({ file }) {
  const kind = file.name.split('.').pop()?.toLowerCase() ?? '';
  const word = kind === 'docx' || kind === 'doc';
  return html`<a class="file" data-testid="file" href=${fileUrl(file)} download=${file.name}>
    <span class="file-icon ${word ? 'is-word' : ''}">${word ? 'W' : kind.slice(0, 3).toUpperCase() || '文'}</span>
    <span class="file-words"><b>${file.name}</b><small>${size(file.size)} · 点击下载</small></span>
  </a>`;
}

/** Addresses can be clicked; a cloud document of this local Feishu opens as whoever clicks. */
function linked(text, me) {
  return text.split(/(https?:\/\/[^\s，。；、）】]+)/u).map((piece, at) => {
    if (at % 2 === 0) return piece;
    const own = piece.startsWith(`${location.origin}/docx/`);
    return html`<a href=${own ? `${piece}?as=${me}` : piece} target="_blank" rel="noreferrer">${piece}</a>`;
  });
}

function Body({ message, me, onAct }) {
  if (message.type === 'interactive')
    return html`<${Card} card=${message.card} message=${message.id} me=${me} onAct=${onAct} />`;
  if (message.type === 'file' && message.file) return html`<${File} file=${message.file} />`;
  return html`<div class="bubble">${message.text === undefined ? `［${kinds[message.type] ?? '消息'}］` : linked(message.text, me)}</div>`;
}

export function Message({ message, quoted, me, name, picked, onAct, onReply, onRecall, onPick }) {
  const mine = message.sender.type === 'user' && message.sender.id === me;
  if (message.recalled) return html`<p class="notice">${mine ? '你' : name}撤回了一条消息</p>`;
  const reactions = Object.entries(Object.groupBy(message.reactions ?? [], (one) => one.emoji));
  return html`<article class="message ${mine ? 'is-mine' : ''} ${picked ? 'is-picked' : ''}" data-testid="message" data-type=${message.type} data-sender=${message.sender.type}>
    <${Avatar} name=${name} bot=${message.sender.type === 'app'} />
    <div class="message-main">
      <header><b>${name}</b><time>${clock(message.at)}</time>${message.updatedAt && message.type !== 'interactive' ? html`<i>已编辑</i>` : ''}</header>
      ${quoted && html`<p class="quoted">回复 ${preview(quoted)}</p>`}
      <div class="message-row">
        <${Body} message=${message} me=${me} onAct=${onAct} />
        <menu class="tools">
          <button type="button" title="回复" onClick=${() => onReply(message)}>回复</button>
          <button type="button" title="转发" aria-pressed=${picked} onClick=${() => onPick(message)}>${picked ? '不选' : '转发'}</button>
          ${mine && html`<button type="button" title="撤回" onClick=${() => onRecall(message)}>撤回</button>`}
        </menu>
      </div>
      ${
        reactions.length > 0 &&
        html`<p class="reactions">
          ${reactions.map(([emoji, all]) => html`<span title=${emoji}>${reactionSigns[emoji] ?? emoji}${all.length > 1 ? ` ${all.length}` : ''}</span>`)}
        </p>`
      }
    </div>
  </article>`;
}
