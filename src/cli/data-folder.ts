/**
 * Where is the journal kept on this machine?
 *
 * First of: `--data FOLDER`, the environment variable GUTSKIN_HOME, the data folder of the operating system
 * (XDG Base Directory Specification 0.8 on Linux, Application Support on macOS, LOCALAPPDATA on Windows).
 * The folder gets mode 0700: only the person's own account may look in.
 */
import { isAbsolute, join, resolve } from "node:path";
import type { Call } from "./arguments.ts";
import type { World } from "./world.ts";

/** Absolute path of the data folder; nothing is created. */
export function dataFolder(call: Pick<Call, "world" | "options">): string {
  const asked = call.options["data"];
  if (asked !== undefined && asked !== "") return resolve(asked);
  const fromEnvironment = call.world.environment["GUTSKIN_HOME"];
  if (fromEnvironment !== undefined && fromEnvironment !== "") return resolve(fromEnvironment);
  return systemDataFolder(call.world);
}

function systemDataFolder({ platform, environment, home }: World): string {
  if (platform === "darwin") return join(home, "Library", "Application Support", "gutskin");
  if (platform === "win32") return join(environment["LOCALAPPDATA"] ?? join(home, "AppData", "Local"), "gutskin");
  const xdg = environment["XDG_DATA_HOME"];
  // The XDG specification says that a relative path is to be ignored.
  return xdg !== undefined && isAbsolute(xdg) ? join(xdg, "gutskin") : join(home, ".local", "share", "gutskin");
}

/** Known names of folders that a cloud service copies while we write; WAL files may then be damaged (storage.md 2.2). */
const CLOUD_FOLDERS = ["dropbox", "onedrive", "google drive", "googledrive", "icloud", "mobile documents", "nextcloud"];

/** The name of the cloud folder that the path lies in, or null. */
export function cloudFolderOf(path: string): string | null {
  const parts = path.split(/[\\/]/);
  return parts.find((part) => CLOUD_FOLDERS.some((name) => part.toLowerCase().startsWith(name))) ?? null;
}
