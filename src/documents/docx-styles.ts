// The styles and the font table of the Word file. Fixed text apart from measures; nothing of a report stands here.
import { type Layout, page } from './page-layout.ts';

/**
 * Fonts by level (GB/T 9704 5.2.2, 7.3.1–7.3.3). None is embedded; a reader without one takes the first alternative it
 * has, from its font table entry.
 */
const fonts = {
  body: { name: '仿宋_GB2312', panose: '02010609030101010101', others: '仿宋,FangSong,华文仿宋,STFangsong' },
  lead: { name: '楷体_GB2312', panose: '02010609030101010101', others: '楷体,KaiTi,华文楷体,STKaiti' },
  heading: { name: '黑体', panose: '02010609060101010101', others: 'SimHei,Noto Sans CJK SC,Source Han Sans SC' },
  title: {
    name: '方正小标宋简体',
    panose: '03000509000000000000',
    others: '方正小标宋_GBK,小标宋,华文中宋,STZhongsong,Noto Serif CJK SC',
  },
  pageNumber: { name: '宋体', panose: '02010600030101010101', others: 'SimSun,Noto Serif CJK SC,Source Han Serif SC' },
};

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

// One font for all four ranges: otherwise Word takes “ ” … from the Latin font and sets them half as wide.
const font = (use: keyof typeof fonts): string => {
  const { name } = fonts[use];
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}" w:hint="eastAsia"/>`;
};
const points = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const paragraph = (id: string, name: string, properties: string, run: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${more}` +
  `<w:qFormat/><w:pPr>${properties}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;

export const stylesXml = ({ size, linePitch, characterPitch, characterSpacing }: Layout): string => {
  /** `w:firstLine` is for readers that do not know `w:firstLineChars`. */
  const indent = `<w:ind w:firstLineChars="200" w:firstLine="${Math.round(characterPitch * 2)}"/>`;
  return [
    `${head}<w:styles ${space}>`,
    `<w:docDefaults><w:rPrDefault><w:rPr>${font('body')}${points(size.body)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    // The grid is declared for people (布局 → 文档网格), but the lines hold 28 characters by spacing, not by snapping to it:
    // LibreOffice 7.4 gives a character wider than its cell two cells, which halves every line (seen 2026-11).
    // autoSpaceDE and autoSpaceDN off: no gap between characters and digits. widowControl off: every page has its 22 lines.
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${linePitch}" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr><w:rPr><w:spacing w:val="${characterSpacing}"/>${points(size.body)}</w:rPr></w:style>`,
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    paragraph('BodyText', 'Body Text', indent, ''),
    paragraph(
      'Title',
      'Title',
      `<w:spacing w:before="0" w:after="${linePitch}" w:line="${linePitch}" w:lineRule="exact"/><w:jc w:val="center"/>`,
      `${font('title')}${points(size.title)}`,
      '<w:next w:val="BodyText"/>',
    ),
    paragraph(
      'Heading1',
      'heading 1',
      `<w:keepNext/>${indent}<w:outlineLvl w:val="0"/>`,
      font('heading'),
      '<w:next w:val="BodyText"/>',
    ),
    paragraph(
      'Heading2',
      'heading 2',
      `${indent}<w:outlineLvl w:val="1"/>`,
      font('lead'),
      '<w:next w:val="BodyText"/><w:link w:val="Heading2Char"/>',
    ),
    // A point's lead sentence is a run inside its paragraph: the linked style is what Word lists in a table of contents.
    `<w:style w:type="character" w:customStyle="1" w:styleId="Heading2Char"><w:name w:val="heading 2 Char"/><w:basedOn w:val="DefaultParagraphFont"/><w:link w:val="Heading2"/><w:rPr>${font('lead')}</w:rPr></w:style>`,
    paragraph(
      'TOC1',
      'toc 1',
      `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${page.width - page.left - page.right}"/></w:tabs>`,
      '',
    ),
    paragraph('Signature', 'Signature', '<w:jc w:val="right"/>', ''),
    paragraph(
      'Footer',
      'footer',
      '<w:spacing w:line="240" w:lineRule="auto"/>',
      `${font('pageNumber')}${points(size.pageNumber)}`,
    ),
    '</w:styles>',
  ].join('');
};

export const fontTableXml = [
  `${head}<w:fonts ${space}>`,
  ...Object.values(fonts).map(
    ({ name, panose, others }) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:panose1 w:val="${panose}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`,
  ),
  '</w:fonts>',
].join('');
