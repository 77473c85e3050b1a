/**
 * How is the page shown to a person who typed `gutskin`?
 *
 * With the opener of the operating system, and never a failure when there is none (a server without a screen): the
 * address was printed before. The address is an argument of the program, no shell reads it.
 */
import { spawn } from "node:child_process";
import type { World } from "../world.ts";

/** Starts the browser; does nothing where no screen is known. True when an opener was started. */
export function openBrowser(world: World, address: string): boolean {
  const opener = openerOf(world);
  if (opener === null) return false;
  const child = spawn(opener.program, [...opener.words, address], { detached: true, stdio: "ignore" });
  child.on("error", () => undefined); // no such program: the printed address is enough
  child.unref();
  return true;
}

function openerOf(world: World): { readonly program: string; readonly words: readonly string[] } | null {
  if (world.platform === "darwin") return { program: "open", words: [] };
  // `start` is a word of the shell on Windows; rundll32 takes the address as it is.
  if (world.platform === "win32") return { program: "rundll32", words: ["url.dll,FileProtocolHandler"] };
  const screen = world.environment["DISPLAY"] ?? world.environment["WAYLAND_DISPLAY"];
  return screen === undefined || screen === "" ? null : { program: "xdg-open", words: [] };
}
