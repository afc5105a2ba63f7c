// The chat page: state, the live stream, and the two columns.
import { render } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  act,
  chooseMenu,
  enterChat,
  forward,
  listen,
  loadMessages,
  loadWorld,
  recallMessage,
  sendFile,
  sendMessage,
} from './api.js';
import { Avatar } from './avatar.js';
import { ChatList } from './chat-list.js';
import { Composer } from './composer.js';
import { html } from './html.js';
import { Message } from './message.js';

function useToasts() {
  const [toasts, setToasts] = useState([]);
  const show = useCallback((type, content) => {
    const id = crypto.randomUUID();
    // As in Feishu, the newest takes the place of the one before.
    setToasts([{ id, type, content }]);
    setTimeout(() => setToasts((all) => all.filter((one) => one.id !== id)), 3500);
  }, []);
  return [toasts, show];
}

function App() {
  const [world, setWorld] = useState(null);
  const [me, setMe] = useState(localStorage.getItem('me'));
  const [current, setCurrent] = useState(null);
  const [messages, setMessages] = useState({});
  const [unread, setUnread] = useState({});
  const [reply, setReply] = useState(null);
  const [picked, setPicked] = useState([]);
  const [open, setOpen] = useState(false);
  const [toasts, toast] = useToasts();
  const place = useRef({ current: null, me: null });
  place.current = { current, me };
  const bottom = useRef(null);

  const merge = useCallback((list) => {
    setMessages((all) => {
      const next = { ...all };
      for (const message of list) next[message.chat] = { ...next[message.chat], [message.id]: message };
      return next;
    });
  }, []);

  useEffect(() => {
    const load = async () => {
      const loaded = await loadWorld();
      setWorld(loaded);
      setMe((known) => (loaded.people.some((one) => one.id === known) ? known : loaded.people[0]?.id));
      for (const chat of loaded.chats) merge(await loadMessages(chat.id));
    };
    load().catch((error) => toast('error', error.message));
    return listen({
      message: (message) => {
        merge([message]);
        const { current: chat, me: person } = place.current;
        if (message.chat !== chat && message.sender.id !== person && !message.updatedAt)
          setUnread((all) => ({ ...all, [message.chat]: (all[message.chat] ?? 0) + 1 }));
      },
      chat: () => loadWorld().then(setWorld),
      reaction: (message) => merge([message]),
    });
  }, [merge, toast]);

  const lists = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(messages).map(([chat, byId]) => [
          chat,
          Object.values(byId).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
        ]),
      ),
    [messages],
  );
  const latest = useMemo(
    () => Object.fromEntries(Object.entries(lists).map(([chat, list]) => [chat, list.at(-1)])),
    [lists],
  );

  const goTo = useCallback((chat) => {
    setCurrent(chat);
    setReply(null);
    setUnread((all) => ({ ...all, [chat]: 0 }));
  }, []);

  // Whoever I become, I stand in my own chat with the bot; opening it tells the platform, as Feishu does.
  useEffect(() => {
    if (!world || !me) return;
    localStorage.setItem('me', me);
    const mine = world.chats.find((chat) => chat.type === 'p2p' && chat.person === me);
    const here = world.chats.find((chat) => chat.id === current);
    if (mine && !(here?.type === 'group' && here.members.includes(me))) goTo(mine.id);
  }, [world, me]);
  useEffect(() => {
    const chat = world?.chats.find((one) => one.id === current);
    if (chat?.type === 'p2p') enterChat(chat.id, me).catch(() => {});
  }, [world, current]);

  const shown = lists[current] ?? [];
  useEffect(() => bottom.current?.scrollIntoView({ block: 'end' }), [current, shown.length]);

  if (!world) return html`<p class="loading">正在打开…</p>`;
  const chat = world.chats.find((one) => one.id === current);
  const nameOf = (sender) =>
    sender.type === 'app'
      ? world.bot.name
      : (world.people.find((one) => one.id === sender.id)?.name ?? sender.name ?? '');
  const attempt = (work) => work.catch((error) => toast('error', error.message));

  const onAct = async (message, action) => {
    try {
      const answer = await act(message, { as: me, ...action });
      if (answer.toast) toast(answer.toast.type ?? 'info', answer.toast.content);
      if (answer.error) toast('error', `${answer.error.message}（${answer.error.code}）`);
    } catch (error) {
      toast('error', error.message);
    }
  };
  const onSend = (message) => {
    setReply(null);
    attempt(sendMessage(current, { as: me, ...message, ...(reply ? { replyTo: reply.id } : {}) }));
  };
  const onPick = ({ id }) => setPicked((all) => (all.includes(id) ? all.filter((one) => one !== id) : [...all, id]));
  const sendPicked = () => {
    const own = world.chats.find((one) => one.person === me);
    if (own) attempt(forward(own.id, me, picked));
    setPicked([]);
  };
  const openChat = (id) => {
    goTo(id);
    setOpen(true);
  };
  const title = chat && (chat.type === 'p2p' ? world.bot.name : chat.name);

  return html`<div class="app ${open ? 'shows-chat' : ''}">
    <${ChatList} world=${world} me=${me} current=${current} latest=${latest} unread=${unread} onPerson=${setMe}
      onChat=${openChat} />
    ${
      chat &&
      html`<main class="main">
        <header class="main-top">
          <button type="button" class="back" onClick=${() => setOpen(false)} aria-label="返回会话列表">‹</button>
          <${Avatar} name=${title} bot=${chat.type === 'p2p'} group=${chat.type === 'group'} />
          <div><h1>${title}</h1><small>${chat.type === 'group' ? `${chat.members.length} 位成员和机器人` : '写正式报告的机器人'}</small></div>
        </header>
        <section class="messages" data-testid="messages" aria-live="polite">
          ${shown.length === 0 && html`<p class="notice">发一句“写一份2023年的基层党建述职报告”试试</p>`}
          ${shown.map(
            (message) => html`<${Message} key=${message.id} message=${message} me=${me} name=${nameOf(message.sender)}
              quoted=${message.replyTo ? messages[current]?.[message.replyTo] : undefined}
              onAct=${onAct} picked=${picked.includes(message.id)} onPick=${onPick}
              onReply=${setReply} onRecall=${(one) => attempt(recallMessage(one.id, me))} />`,
          )}
          <div ref=${bottom}></div>
        </section>
        ${
          picked.length > 0 &&
          html`<p class="picked">已选 ${picked.length} 条
            <button type="button" data-testid="forward" onClick=${sendPicked}>合并转发给 ${world.bot.name}</button>
            <button type="button" onClick=${() => setPicked([])}>取消</button>
          </p>`
        }
        <${Composer} key=${chat.id} chat=${chat} bot=${world.bot} reply=${reply} onCancelReply=${() => setReply(null)}
          menu=${chat.type === 'p2p' ? world.menu : []} onMenu=${(key) => attempt(chooseMenu(current, me, key))}
          onSend=${onSend} onFile=${(file) => attempt(sendFile(current, me, file))} />
      </main>`
    }
    <div class="toasts" role="status">${toasts.map((one) => html`<p key=${one.id} class="toast is-${one.type}">${one.content}</p>`)}</div>
  </div>`;
}

render(html`<${App} />`, document.getElementById('app'));
