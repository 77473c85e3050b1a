import { describe, expect, it } from "vitest";
import { testWorld } from "../../test/support/test-world.ts";
import { cloudFolderOf, dataFolder } from "./data-folder.ts";

describe("dataFolder", () => {
  it.each([
    ["--data wins", { data: "/d" }, { GUTSKIN_HOME: "/g", XDG_DATA_HOME: "/x" }, "linux", "/d"],
    ["then GUTSKIN_HOME", {}, { GUTSKIN_HOME: "/g", XDG_DATA_HOME: "/x" }, "linux", "/g"],
    ["then the XDG folder", {}, { XDG_DATA_HOME: "/x" }, "linux", "/x/gutskin"],
    ["a relative XDG folder is ignored", {}, { XDG_DATA_HOME: "x" }, "linux", "/home/somebody/.local/share/gutskin"],
    [
      "empty settings count as none",
      { data: "" },
      { GUTSKIN_HOME: "" },
      "linux",
      "/home/somebody/.local/share/gutskin",
    ],
    ["macOS", {}, {}, "darwin", "/home/somebody/Library/Application Support/gutskin"],
    ["Windows", {}, { LOCALAPPDATA: "/local" }, "win32", "/local/gutskin"],
  ])("%s", (_, options, environment, platform, expected) => {
    expect(dataFolder({ world: testWorld({ environment, platform }), options })).toBe(expected);
  });
});

describe("cloudFolderOf", () => {
  it("names the part of the path that a service copies", () => {
    expect(cloudFolderOf("/home/a/Dropbox/gutskin")).toBe("Dropbox");
    expect(cloudFolderOf("C:\\Users\\a\\OneDrive - Work\\gutskin")).toBe("OneDrive - Work");
    expect(cloudFolderOf("/home/a/.local/share/gutskin")).toBeNull();
  });
});
