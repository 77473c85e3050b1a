/**
 * How do text and bytes become each other where no platform is allowed?
 *
 * Pure folders own no TextEncoder, and op bytes must be the same on every machine, so UTF-8 (RFC 3629) is written
 * out here. Reading is strict: overlong forms, surrogates, values above U+10FFFF and cut sequences are refused,
 * never replaced by U+FFFD, because a replaced character would be a silent loss.
 */

/** True when the text has no lone surrogate and no U+0000 (stores cut text at it: storage.md 2.2). O(length). */
export function isStorableText(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0) return false;
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
    // a high surrogate must be followed by a low one; anything else is half a character
    if (unit > 0xdbff || next < 0xdc00 || next > 0xdfff) return false;
    i++;
  }
  return true;
}

/** The UTF-8 bytes of well-formed text (see `isStorableText`; a lone surrogate would come out as invalid bytes). */
export function encodeUtf8(text: string): Uint8Array {
  // most text is ASCII: try one byte a character, and count properly only from where that fails
  const ascii = new Uint8Array(text.length);
  let at = 0;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) break;
    ascii[at] = unit;
  }
  if (at === text.length) return ascii;
  const bytes = new Uint8Array(utf8Length(text));
  bytes.set(ascii.subarray(0, at));
  for (let i = at; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      bytes[at++] = unit;
    } else if (unit < 0x800) {
      bytes[at++] = 0xc0 | (unit >> 6);
      bytes[at++] = 0x80 | (unit & 0x3f);
    } else if (unit < 0xd800 || unit > 0xdfff) {
      bytes[at++] = 0xe0 | (unit >> 12);
      bytes[at++] = 0x80 | ((unit >> 6) & 0x3f);
      bytes[at++] = 0x80 | (unit & 0x3f);
    } else {
      const point = 0x10000 + ((unit - 0xd800) << 10) + (text.charCodeAt(++i) - 0xdc00);
      bytes[at++] = 0xf0 | (point >> 18);
      bytes[at++] = 0x80 | ((point >> 12) & 0x3f);
      bytes[at++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[at++] = 0x80 | (point & 0x3f);
    }
  }
  return bytes;
}

/** The text of these UTF-8 bytes, or null when they are not well-formed UTF-8. A byte order mark is kept. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  const parts: string[] = [];
  let units: number[] = [];
  let i = 0;
  while (i < bytes.length) {
    const first = byteAt(bytes, i);
    const width = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (width === 0 || i + width > bytes.length) return null;
    const point = width === 1 ? first : multiByte(bytes, i, width, first);
    if (point < 0) return null;
    if (point < 0x10000) units.push(point);
    else units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff));
    i += width;
    // apply() with very long argument lists overflows the stack
    if (units.length >= 4096) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  parts.push(String.fromCharCode(...units));
  return parts.join("");
}

/** The code point of a sequence of 2 to 4 bytes, or -1 when it is overlong, a surrogate, too large or not continued. */
function multiByte(bytes: Uint8Array, start: number, width: number, first: number): number {
  let point = first & (0xff >> (width + 1));
  for (let k = 1; k < width; k++) {
    const next = byteAt(bytes, start + k);
    if ((next & 0xc0) !== 0x80) return -1;
    point = (point << 6) | (next & 0x3f);
  }
  const overlong = (width === 3 && point < 0x800) || (width === 4 && point < 0x10000);
  const surrogate = point >= 0xd800 && point <= 0xdfff;
  return overlong || surrogate || point > 0x10ffff ? -1 : point;
}

function utf8Length(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) length += 1;
    else if (unit < 0x800) length += 2;
    else if (unit < 0xd800 || unit > 0xdfff) length += 3;
    else {
      length += 4;
      i++;
    }
  }
  return length;
}

function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}
