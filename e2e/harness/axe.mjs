// What axe says about a screen: nothing, or every finding with its place.

import { AxeBuilder } from '@axe-core/playwright';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Throws when axe finds anything on what the page shows now. */
export async function findNothing(page, where = page.url()) {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const lines = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => (
    `${id} (${help})\n    ${node.target.join(' ')}\n    ${node.failureSummary.replaceAll('\n', '\n    ')}`)));
  if (lines.length > 0) throw new Error(`axe on ${where}:\n  ${lines.join('\n  ')}`);
}

/** Every way in which people look at a screen: calls `look(name)` with the page set to each. */
export async function inEveryLook(page, look) {
  for (const width of [360, 1280]) {
    for (const colorScheme of ['light', 'dark']) {
      for (const text of [100, 200]) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.evaluate((percent) => {
          document.documentElement.style.setProperty('font-size', percent === 100 ? '' : `${percent}%`);
        }, text);
        await look(`${width} px, ${colorScheme}, text ${text} %`);
      }
    }
  }
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
}
