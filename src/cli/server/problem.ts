/**
 * How does the local server say that something did not work?
 *
 * Always as `application/problem+json` (RFC 9457): `type` = the error's name, `title` = one sentence, `detail` = the mend,
 * `error` = the named error itself for programs. Errors of the flow are worded by `insights`; here stand only the words
 * for what the server alone knows: why a request was turned away.
 */
import type { NamedError } from "../../base/result.ts";
import type { Wording } from "../../lib/index.ts";
import type { Refusal } from "./guard.ts";

/** What went wrong and what the person can do. */
export type { Wording } from "../../lib/index.ts";

/** The answer for a failure. `more` adds members beside the standard ones. */
export function problemResponse(
  error: NamedError,
  status: number,
  wording: Wording,
  more: Readonly<Record<string, unknown>> = {},
): Response {
  const body = { type: error.type, title: wording.sentence, detail: wording.mend, error, ...more };
  const headers = new Headers({ "Content-Type": "application/problem+json", "Cache-Control": "no-store" });
  if (status === 401) headers.set("WWW-Authenticate", "Bearer");
  if (status === 405) headers.set("Allow", "GET, HEAD, POST");
  if (status === 503) headers.set("Retry-After", "1");
  return new Response(JSON.stringify(body), { status, headers });
}

/** The answer for a request that the guard turned away. */
export function refusalResponse(refusal: Refusal, more: Readonly<Record<string, unknown>> = {}): Response {
  return problemResponse({ type: refusal.type }, refusal.status, wordRefusal(refusal.type), more);
}

/** Why a request was turned away, and what to do. */
export function wordRefusal(type: Refusal["type"]): Wording {
  switch (type) {
    case "HostRefused":
      return {
        sentence: "This server answers only under its own address 127.0.0.1.",
        mend: "Open the address that gutskin printed when it started.",
      };
    case "OriginRefused":
      return {
        sentence: "The request came from another page, so it was refused.",
        mend: "Use the gutskin page itself; no other page may read the journal.",
      };
    case "MethodRefused":
      return {
        sentence: "This kind of request is not offered.",
        mend: "See docs/developer/local-api.md for the calls.",
      };
    case "ContentTypeRefused":
      return {
        sentence: "The body has a content type that is not taken here.",
        mend: "Send application/json, or application/octet-stream for a file.",
      };
    case "NotPaired":
      return {
        sentence: "This page is not paired with the journal.",
        mend: "Close it and open the address that gutskin prints when it starts.",
      };
    case "BodyTooLarge":
      return {
        sentence: "More was sent than is taken at once.",
        mend: "Send less: 10 MB for a call, 64 MB for a file.",
      };
    case "BodyUnreadable":
      return { sentence: "The body could not be read.", mend: "Send one JSON value in UTF-8." };
    case "NoSuchAddress":
      return { sentence: "There is nothing at this address.", mend: "Open the start page." };
    case "UploadUnknown":
      return {
        sentence: "The file is no longer here.",
        mend: "Choose the file again: it is kept for a quarter of an hour only.",
      };
    case "PartialFile":
      return {
        sentence: "The file ends in the middle, so nothing was stored.",
        mend: "Get the whole file again, or accept the readable part knowingly.",
      };
  }
}

/** True for the errors that this file words. */
export function isRefusalType(type: string): type is Refusal["type"] {
  return REFUSAL_TYPES.some((known) => known === type);
}

const REFUSAL_TYPES: readonly Refusal["type"][] = [
  "HostRefused",
  "OriginRefused",
  "MethodRefused",
  "ContentTypeRefused",
  "NotPaired",
  "BodyTooLarge",
  "BodyUnreadable",
  "NoSuchAddress",
  "UploadUnknown",
  "PartialFile",
];
