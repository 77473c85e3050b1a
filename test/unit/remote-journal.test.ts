import { afterEach, describe, expect, it } from "vitest";
import { connectRemote, pair, type RemoteJournal } from "../../src/stores/browser/remote.ts";
import type { ColumnMapping, Draft, ImportPreviewDocument } from "../../src/lib/index.ts";
import { dayOf } from "../support/replicas.ts";
import {
  browserFetch,
  memoryJournal,
  START_TOKEN,
  TEST_ORIGIN,
  testServer,
  type TestServer,
} from "../support/test-server.ts";

let server: TestServer | null = null;
afterEach(() => {
  server?.close();
  server = null;
});

function isPreview(value: unknown): value is ImportPreviewDocument {
  return typeof value === "object" && value !== null && "newEntries" in value;
}

async function connected(): Promise<{
  readonly remote: RemoteJournal<ImportPreviewDocument, ColumnMapping>;
  readonly server: TestServer;
}> {
  const started = await testServer();
  server = started;
  const fetch = browserFetch(started);
  const secret = await pair(START_TOKEN, { baseUrl: TEST_ORIGIN, fetch });
  if (!secret.ok) throw new Error("pairing failed");
  return { server: started, remote: connectRemote({ baseUrl: TEST_ORIGIN, secret: secret.value, isPreview, fetch }) };
}

const itch = (day: string, value: number): Draft => ({
  action: "put",
  entry: { kind: "answer", day: dayOf(day), item: "itch", value },
});
const diary = new TextEncoder().encode("date,itch,fibre (g)\n2026-11-01,3,20\n2026-11-02,4,25\n2026-11-03,x,30\n");

describe("connectRemote", () => {
  it("gives the journal of the server through the same port", async () => {
    const { remote, server: at } = await connected();
    const receipt = await remote.append([itch("2026-11-20", 4)]);
    expect(receipt).toMatchObject({ ok: true, value: { opsWritten: 1 } });
    expect(await remote.entries({ fromDay: dayOf("2026-11-20") })).toEqual(await at.store.entries({}));
    expect(await remote.info()).toEqual(await at.store.info());
    expect(await remote.vector()).toEqual(await at.store.vector());
    expect(await remote.exportOps()).toEqual(await at.store.exportOps());
  });

  it("hands on the named error of the store", async () => {
    const { remote } = await connected();
    expect(await remote.append([itch("2026-11-20", 99)])).toMatchObject({
      ok: false,
      error: { type: "EntryRefused", index: 0, field: "value" },
    });
  });

  it("unites with the ops of another replica, once", async () => {
    const { remote } = await connected();
    const other = memoryJournal();
    expect(await other.append([itch("2026-11-18", 2), itch("2026-11-19", 3)])).toMatchObject({ ok: true });
    const ops = await other.exportOps();
    if (!ops.ok) throw new Error("no ops");
    expect(await remote.receiveOps(ops.value)).toMatchObject({ ok: true, value: { added: 2 } });
    expect(await remote.receiveOps(ops.value)).toMatchObject({ ok: true, value: { added: 0, already: 2 } });
  });

  it("imports a file in three steps, skipped cells first, and twice adds nothing", async () => {
    const { remote } = await connected();
    const uploaded = await remote.importFile("diary.csv", diary);
    if (!uploaded.ok) throw new Error(JSON.stringify(uploaded.error));
    expect(uploaded.value.preview).toMatchObject({ newEntries: 5, changedEntries: 0, unchangedEntries: 0 });
    expect(uploaded.value.preview.skipped).toMatchObject([{ line: 4, column: 2, code: "bad-number" }]);
    const mapping = uploaded.value.preview.mapping;
    if (mapping === undefined) throw new Error("a wide table has a mapping");
    const without: ColumnMapping = { ...mapping, columns: { ...mapping.columns, "fibre (g)": { to: "ignore" } } };
    expect(await remote.previewMapping(uploaded.value.fileId, without)).toMatchObject({
      ok: true,
      value: { newEntries: 2 },
    });
    const committed = await remote.commitImport(uploaded.value.fileId, { mapping });
    expect(committed).toMatchObject({ ok: true, value: { added: 5, changed: 0, unchanged: 0 } });
    const again = await remote.importFile("diary.csv", diary);
    expect(again).toMatchObject({
      ok: true,
      value: { preview: { newEntries: 0, changedEntries: 0, unchangedEntries: 5 } },
    });
  });

  it("tells in words why a file cannot be imported, and keeps it for another mapping", async () => {
    const { remote } = await connected();
    const refused = await remote.importFile("zip.csv", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]));
    expect(refused).toMatchObject({ ok: false, error: { type: "ImportRefused", error: { type: "LooksLikeZip" } } });
    if (!refused.ok) expect(refused.error.sentence.length + refused.error.mend.length).toBeGreaterThan(20);
    const unclear = await remote.importFile(
      "dates.csv",
      new TextEncoder().encode("date,itch\n01/02/2026,3\n02/03/2026,4\n"),
    );
    expect(unclear).toMatchObject({ ok: false, error: { error: { type: "DateOrderAmbiguous" } } });
    expect(unclear.ok ? null : unclear.error.fileId).toMatch(/^[0-9a-f]{32}$/);
  });

  it("says that the file is gone after a commit, and that an unknown file was never there", async () => {
    const { remote } = await connected();
    expect(await remote.commitImport("00".repeat(16))).toMatchObject({
      ok: false,
      error: { error: { type: "UploadUnknown" } },
    });
  });

  it("takes everything out under a name", async () => {
    const { remote } = await connected();
    expect(await remote.append([itch("2026-11-20", 4)])).toMatchObject({ ok: true });
    const json = await remote.exportFile("journal.json");
    const csv = await remote.exportFile("daily.csv");
    if (!json.ok || !csv.ok) throw new Error("export failed");
    expect([json.value.name, csv.value.name]).toEqual(["gutskin-journal.json", "gutskin-daily.csv"]);
    expect(await csv.value.content.text()).toBe("date,itch\r\n2026-11-20,4\r\n");
    expect(await json.value.content.text()).toContain('"format":"gutskin.journal/1"');
  });

  it("hears of changes by others and stops when told", async () => {
    const { remote, server: at } = await connected();
    const heard: string[] = [];
    const stop = remote.watch((revision) => heard.push(revision));
    await expect.poll(() => heard.length).toBe(1);
    expect(await at.store.append([itch("2026-11-20", 4)])).toMatchObject({ ok: true });
    const info = await at.store.info();
    await expect.poll(() => heard.length).toBe(2);
    expect(heard[1]).toBe(info.ok ? info.value.revision : "");
    stop();
    expect(await at.store.append([itch("2026-11-20", 5)])).toMatchObject({ ok: true });
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(heard).toHaveLength(2);
  });

  it("answers with a named error when the secret was revoked, when nobody answers, and when something else answers", async () => {
    const { server: at } = await connected();
    const options = { baseUrl: TEST_ORIGIN, isPreview };
    const revoked = connectRemote({ ...options, secret: "0".repeat(64), fetch: browserFetch(at) });
    expect(await revoked.info()).toEqual({ ok: false, error: { type: "StoreUnreachable", detail: "NotPaired" } });
    const silent = connectRemote({ ...options, secret: at.secret, fetch: () => Promise.reject(new TypeError("no")) });
    expect(await silent.info()).toMatchObject({ ok: false, error: { type: "StoreUnreachable" } });
    const strange = connectRemote({
      ...options,
      secret: at.secret,
      fetch: () => Promise.resolve(new Response("<html>")),
    });
    expect(await strange.info()).toMatchObject({ ok: false, error: { type: "StoreUnreachable" } });
    expect(await strange.importFile("a.csv", diary)).toMatchObject({ ok: false, error: { type: "ImportRefused" } });
  });
});

describe("pair", () => {
  it("is refused with a wrong token", async () => {
    const started = await testServer();
    server = started;
    const refused = await pair("0".repeat(64), { baseUrl: TEST_ORIGIN, fetch: browserFetch(started) });
    expect(refused).toMatchObject({ ok: false, error: { error: { type: "NotPaired" } } });
  });
});
