import { html } from './html.js';

const colours = ['#f5842c', '#14c0ff', '#7b67ee', '#00b386', '#f76964', '#3d7eff', '#d25fe0'];

/** A round picture with the last characters of the name, as Feishu makes for people without a photograph. */
export function Avatar({ name, bot = false, group = false, size = 36 }) {
  const sum = [...name].reduce((total, char) => total + (char.codePointAt(0) ?? 0), 0);
  const text = bot ? '笔' : group ? '群' : name.slice(-2);
  const background = bot ? '#3370ff' : group ? '#8f959e' : colours[sum % colours.length];
  const style = `width:${size}px;height:${size}px;font-size:${Math.round(size / 2.8)}px;background:${background}`;
  return html`<span class="avatar ${bot ? 'avatar-bot' : ''}" style=${style} aria-hidden="true">${text}</span>`;
}
