// Where one writes: text, a file, or one of the kinds a bot cannot read.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from './html.js';
import { kinds } from './words.js';

const icon = (path) =>
  html`<svg viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" aria-hidden="true"><path d=${path} /></svg>`;
const clip = icon('M20 11.5 12 19.5a5 5 0 0 1-7-7L13.5 4a3.3 3.3 0 0 1 4.7 4.7L9.8 17a1.7 1.7 0 0 1-2.4-2.4L15 7');
const plus = icon('M12 5v14M5 12h14');
const others = ['sticker', 'audio', 'image', 'location'];

export function Composer({ chat, bot, menu: items = [], reply, onCancelReply, onSend, onFile, onMenu }) {
  const [text, setText] = useState('');
  const [menu, setMenu] = useState(false);
  const [topic, setTopic] = useState(false);
  const box = useRef(null);
  const picker = useRef(null);
  const group = chat.type === 'group';
  const call = `@${bot.name} `;

  useEffect(() => {
    const area = box.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, 220)}px`;
  });

  const send = () => {
    if (text.trim() === '') return;
    onSend({ type: 'text', text, mentionBot: text.includes(`@${bot.name}`), ...(reply && topic ? { topic } : {}) });
    setText('');
  };
  const sendKind = (type) => {
    setMenu(false);
    onSend({ type });
  };
  const onKeyDown = (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };
  const pick = (event) => {
    const file = event.target.files[0];
    if (file) onFile(file);
    event.target.value = '';
  };

  return html`<footer class="composer">
    ${
      reply &&
      html`<p class="composer-reply">正在回复：<span>${reply.text ?? '一条消息'}</span><label><input type="checkbox" checked=${topic} onChange=${(event) => setTopic(event.target.checked)} />话题</label><button type="button" onClick=${onCancelReply} aria-label="取消回复">×</button></p>`
    }
    ${
      items.length > 0 &&
      html`<nav class="bot-menu" aria-label="机器人菜单">
        ${items.map((item) => html`<button type="button" data-testid="menu-item" onClick=${() => onMenu(item.key)}>${item.name}</button>`)}
      </nav>`
    }
    <div class="composer-box">
      <textarea
        ref=${box}
        rows="1"
        data-testid="composer"
        value=${text}
        placeholder=${group ? `发送到 ${chat.name}，找机器人请 @${bot.name}` : `发送给 ${bot.name}，一条里说几项都行`}
        onInput=${(event) => setText(event.target.value)}
        onKeyDown=${onKeyDown}
      ></textarea>
      <div class="composer-tools">
        ${group && html`<button type="button" data-testid="mention" title=${`@${bot.name}`} onClick=${() => !text.includes(call) && setText(call + text)}>@</button>`}
        <button type="button" title="发送文件" onClick=${() => picker.current.click()}>${clip}</button>
        <button type="button" title="发送其他" aria-expanded=${menu} onClick=${() => setMenu(!menu)}>${plus}</button>
        <span class="composer-hint">Enter 发送 · Shift+Enter 换行</span>
        <button type="button" class="send" data-testid="send" disabled=${text.trim() === ''} onClick=${send}>发送</button>
      </div>
      <input ref=${picker} type="file" hidden onChange=${pick} />
      ${
        menu &&
        html`<div class="composer-menu">
          ${others.map((type) => html`<button type="button" onClick=${() => sendKind(type)}>${kinds[type]}</button>`)}
        </div>`
      }
    </div>
  </footer>`;
}
