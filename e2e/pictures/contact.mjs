// A contact sheet: all pictures of one width on one page, drawn by the browser; each look begins a row of its own.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const STYLE = `
  body { margin: 0; padding: 24px; background: #e4e9e8; font: 15px/1.3 "Noto Sans", "DejaVu Sans", sans-serif; color: #1b2a31; }
  section { display: grid; gap: 20px 16px; }
  section + section { margin-top: 36px; }
  figure { margin: 0; }
  img { display: block; width: 100%; border-radius: 8px; box-shadow: 0 0 0 1px #0002; }
  figcaption { padding-top: 6px; text-align: center; }
`;

/** PNG of the sheet. `groups` of names are pictures in `folder`; `across` of them stand side by side, each `wide` pixels. */
export async function contactSheet(browser, folder, groups, { across, wide }) {
  const context = await browser.newContext({ viewport: { width: across * (wide + 16) - 16 + 48, height: 600 } });
  try {
    const page = await context.newPage();
    const figure = async (name) => {
      const text = (await readFile(join(folder, `${name}.webp`))).toString('base64');
      const caption = name.replace(/-(360|1280)-(light|dark)/, '');
      return `<figure><img src="data:image/webp;base64,${text}" alt="" decoding="sync"><figcaption>${caption}</figcaption></figure>`;
    };
    const section = async (names) => `<section>${(await Promise.all(names.map(figure))).join('')}</section>`;
    const sections = (await Promise.all(groups.map(section))).join('');
    await page.setContent(`<style>${STYLE} section { grid-template-columns: repeat(${across}, ${wide}px) }</style>${sections}`);
    await page.waitForFunction(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0));
    return await page.screenshot({ fullPage: true });
  } finally {
    await context.close();
  }
}
