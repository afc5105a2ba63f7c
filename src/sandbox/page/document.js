// A cloud document in the browser: what it says, and each paragraph to be changed where it stands. Saves when one leaves a paragraph.
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { editDocument, listen, loadDocument, loadWorld, shareDocument } from './api.js';
import { html } from './html.js';

const id = location.pathname.split('/').pop();

/** Each highlighted stretch once, in its order. */
function Words({ text, open }) {
  const parts = [];
  let rest = text;
  for (const mark of open) {
    const at = rest.indexOf(mark);
    if (at < 0) continue;
    parts.push(rest.slice(0, at), html`<mark>${mark}</mark>`);
    rest = rest.slice(at + mark.length);
  }
  return [...parts, rest];
}

function Paragraph({ block, editable, onEdit }) {
  const leave = (event) => {
    const text = event.currentTarget.textContent.trim();
    if (text === block.text) return;
    onEdit(text === '' ? { type: 'remove', block: block.id } : { type: 'write', block: block.id, text });
  };
  return html`<div class="sheet-row" data-testid="paragraph">
    <div class=${block.type} contenteditable=${editable ? 'true' : 'false'} key=${`${block.id}${block.text}`} onBlur=${leave}>
      <${Words} text=${block.text} open=${block.open} />
    </div>
    ${
      editable &&
      html`<button type="button" title="在下面加一段" onClick=${() => onEdit({ type: 'add', after: block.id, text: '（新的一段）' })}>＋</button>
        <button type="button" title="删掉这一段" onClick=${() => onEdit({ type: 'remove', block: block.id })}>✕</button>`
    }
  </div>`;
}

function Sheet() {
  const [world, setWorld] = useState();
  const [me, setMe] = useState(new URLSearchParams(location.search).get('as') ?? '');
  const [shown, setShown] = useState();
  const [wrong, setWrong] = useState('');
  const load = (as) =>
    loadDocument(id, as).then(
      (document) => {
        setShown(document);
        setWrong('');
      },
      (error) => {
        setShown(undefined);
        setWrong(error.message);
      },
    );
  useEffect(() => {
    loadWorld().then((all) => {
      setWorld(all);
      setMe((as) => as || all.people[0]?.id);
    });
  }, []);
  useEffect(() => {
    if (!me) return undefined;
    load(me);
    return listen({ document: (one) => one.id === id && load(me) });
  }, [me]);
  if (!world) return null;
  const edit = (one) => editDocument(id, me, [one]).then(setShown, (error) => setWrong(error.message));
  const others = world.people.filter((one) => !shown?.members.some((member) => member.id === one.id));
  const editable = shown !== undefined && shown.may !== 'view';
  return html`<main class="sheet">
    <div class="sheet-bar">
      <label>我是 <select data-testid="me" value=${me} onChange=${(event) => setMe(event.currentTarget.value)}>
        ${world.people.map((one) => html`<option value=${one.id}>${one.name}</option>`)}
      </select></label>
      <span>${shown ? `可见：${shown.members.map((one) => one.name).join('、')}` : ''}</span>
      ${
        shown?.may === 'full_access' &&
        others.length > 0 &&
        html`<select data-testid="share" value="" onChange=${(event) => shareDocument(id, me, event.currentTarget.value).then(setShown)}>
          <option value="">分享给…</option>
          ${others.map((one) => html`<option value=${one.id}>${one.name}</option>`)}
        </select>`
      }
    </div>
    ${wrong && html`<p class="notice" role="alert">${wrong}</p>`}
    ${
      shown &&
      html`<h1>${shown.title}</h1>
        ${shown.blocks.map((block) => html`<${Paragraph} key=${block.id} block=${block} editable=${editable} onEdit=${edit} />`)}
        ${editable && shown.blocks.length === 0 && html`<button type="button" onClick=${() => edit({ type: 'add', after: '', text: '（新的一段）' })}>加一段</button>`}`
    }
  </main>`;
}

render(html`<${Sheet} />`, document.getElementById('app'));
