// The left column: who I speak as, and the chats that person is in.
import { Avatar } from './avatar.js';
import { html } from './html.js';
import { clock, preview } from './words.js';

export function ChatList({ world, me, current, latest, unread, onPerson, onChat }) {
  const chats = world.chats
    .filter((chat) => (chat.type === 'p2p' ? chat.person === me : chat.members.includes(me)))
    .sort((a, b) => (latest[b.id]?.at ?? 0) - (latest[a.id]?.at ?? 0));
  const person = world.people.find((one) => one.id === me);
  return html`<aside class="side">
    <div class="me">
      <${Avatar} name=${person?.name ?? ''} size=${40} />
      <label class="me-choice">
        <span>现在以谁的身份说话</span>
        <select data-testid="person" value=${me} onChange=${(event) => onPerson(event.target.value)}>
          ${world.people.map((one) => html`<option value=${one.id}>${one.name}</option>`)}
        </select>
      </label>
    </div>
    <nav class="chats" aria-label="会话">
      ${chats.map((chat) => {
        const last = latest[chat.id];
        const name = chat.type === 'p2p' ? world.bot.name : chat.name;
        return html`<button
          class="chat ${chat.id === current ? 'is-current' : ''}"
          data-testid=${`chat-${chat.type}`}
          key=${chat.id}
          onClick=${() => onChat(chat.id)}
        >
          <${Avatar} name=${name} bot=${chat.type === 'p2p'} group=${chat.type === 'group'} size=${44} />
          <span class="chat-words">
            <span class="chat-top">
              <b>${name}</b>${chat.type === 'p2p' && html`<i class="tag">机器人</i>`}
              <time>${last ? clock(last.at) : ''}</time>
            </span>
            <span class="chat-last">${last ? preview(last) : '还没有消息'}</span>
          </span>
          ${unread[chat.id] > 0 && html`<span class="unread">${unread[chat.id]}</span>`}
        </button>`;
      })}
    </nav>
    <p class="side-note">这是本机上的飞书替身：消息只在这台电脑里，机器人与接入真实飞书时完全相同。</p>
  </aside>`;
}
