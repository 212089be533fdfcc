// Looking at what is shown, without the marks that keep directions apart.

/** Text without the invisible marks around names and figures. */
export const plain = (text) => text.replace(/[\u2066-\u2069]/g, '');

/** Waits until the place shows such a text. */
export async function expectText(locator, pattern) {
  await locator.filter({ hasText: pattern }).first().waitFor();
}

/** The text of a place as a person reads it. */
export const read = async (locator) => plain(await locator.innerText());
