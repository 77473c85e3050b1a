import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, openPage, phone } from "./open-page.ts";
import { startServer } from "./start-server.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What the browser itself prints when nobody listens. */
const refused = /ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED/;

describe("when the program is gone", () => {
  it("keeps what was tapped, says so, and saves it once when the program is back", async () => {
    const server = await startServer();
    const { page, expectQuiet, close } = await openPage(browser, server.address, phone);
    await page.getByText("Start today").click();
    const step = (row: string, text: string): ReturnType<typeof page.getByRole> =>
      page.getByRole("group", { name: row, exact: true }).getByRole("button", { name: text, exact: true });
    await step("Itch", "3").click();
    await page.getByText("Saved", { exact: true }).waitFor();

    await server.stop();
    await step("Itch", "8").click();
    await step("Stress", "5").click();
    await page.getByText(/not saved yet/).waitFor();
    expect(await page.getByText("Saved", { exact: true }).count()).toBe(0);
    expect(await step("Itch", "8").getAttribute("aria-pressed")).toBe("true");

    const again = await server.restart();
    await page.getByRole("button", { name: "Try now" }).click();
    await page.getByText("Saved", { exact: true }).waitFor();
    await page.reload();
    await page.locator('.step[aria-pressed="true"]').first().waitFor();
    expect(await step("Itch", "8").getAttribute("aria-pressed")).toBe("true");
    expect(await step("Stress", "5").getAttribute("aria-pressed")).toBe("true");
    expectQuiet(refused);
    await close();
    await again.remove();
  });

  it("still opens the other screens, and says that the journal does not answer", async () => {
    const server = await startServer();
    const { page, close } = await openPage(browser, server.address);
    await page.getByText("Start today").waitFor();
    // the other screens were fetched after the first paint
    await page.waitForTimeout(2000);
    await server.stop();
    await page.getByRole("navigation").getByRole("link", { name: "Data" }).click();
    await page.getByRole("heading", { name: "Data", level: 1 }).waitFor();
    await page.getByRole("button", { name: "Everything (JSON)" }).click();
    await page
      .getByText(/does not answer/)
      .first()
      .waitFor();
    await close();
    await server.remove();
  });

  it("tells a page with a wrong key how to get the right one", async () => {
    const server = await startServer();
    const { page, close } = await openPage(browser, `${server.origin}/#token=${"0".repeat(64)}`);
    await page.getByRole("heading", { name: /do not know each other/ }).waitFor();
    await close();
    await server.remove();
  });
});
