// Card markdown as Feishu shows it: CommonMark without HTML, and Feishu's own tags. Everything is escaped first.
import { Marked } from 'marked';

const marked = new Marked({ gfm: true, breaks: false });
const escapeHtml = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const safeUrl = (url) => (/^(https?:|tel:|lark:)/.test(url) ? escapeHtml(url) : '#');

/** Feishu's tags become placeholders, so that all other markup can be escaped before the markdown is read. */
const tags = [
  [/<at id=["']?all["']?[^>]*><\/at>/g, () => '<span class="at">@所有人</span>'],
  [
    /<at (?:id|ids|email)=["']?([^"'>\s]*)["']?[^>]*><\/at>/g,
    (_, id, names) => `<span class="at">@${escapeHtml(names[id] ?? id)}</span>`,
  ],
  [/<font color=["']?([\w-]+)["']?>/g, (_, colour) => `<span class="text-${escapeHtml(colour)}">`],
  [/<\/font>/g, () => '</span>'],
  [/<text_tag color=["']?([\w-]+)["']?>/g, (_, colour) => `<span class="text-tag tag-${escapeHtml(colour)}">`],
  [/<\/text_tag>/g, () => '</span>'],
  [/<br\s*\/?>/g, () => '<br>'],
  [/<hr\s*\/?>/g, () => '<hr>'],
];

marked.use({
  renderer: {
    html: ({ text }) => escapeHtml(text),
    link: ({ href, text }) => `<a href="${safeUrl(href)}" target="_blank" rel="noreferrer">${escapeHtml(text)}</a>`,
    image: ({ text }) => `<span class="card-img">${escapeHtml(text || '图片')}</span>`,
  },
});

export function markdownHtml(text, names = {}) {
  const kept = [];
  let source = text;
  for (const [pattern, make] of tags)
    source = source.replace(pattern, (whole, one) => `\ue001${kept.push(make(whole, one, names)) - 1}\ue002`);
  return marked.parse(source).replace(/\ue001(\d+)\ue002/g, (_, index) => kept[Number(index)] ?? '');
}
