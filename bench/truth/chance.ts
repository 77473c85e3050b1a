/**
 * Where does the benchmark's chance come from?
 *
 * Own code, shared with nothing in `src`: sfc32 (Doty-Humphrey, PractRand, public domain) seeded from a text by the FNV-1a hash, and
 * Box-Muller normals. `Math` functions are allowed here: a diary must be repeatable on one machine, not byte-equal everywhere.
 */

export interface Chance {
  /** Uniform on [0, 1). */
  readonly uniform: () => number;
  readonly between: (low: number, high: number) => number;
  readonly normal: () => number;
  /** Student t with `df` degrees of freedom, scaled to variance 1 (df > 2). */
  readonly studentT: (df: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  /** `count` different items, in random order. */
  readonly sample: <T>(items: readonly T[], count: number) => readonly T[];
}

/** The stream of numbers for this text. */
export function chanceOf(text: string): Chance {
  let [a, b, c, d] = [fnv1a(`a${text}`), fnv1a(`b${text}`), fnv1a(`c${text}`), 1];
  const uniform = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 20; i += 1) uniform(); // the first draws still look like the seed
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const studentT = (df: number): number => {
    let chiSquare = 0;
    for (let i = 0; i < df; i += 1) chiSquare += normal() ** 2;
    return normal() * Math.sqrt((df - 2) / chiSquare);
  };
  const sample = <T>(items: readonly T[], count: number): readonly T[] => {
    const keyed = items.map((item) => ({ item, key: uniform() }));
    return keyed
      .sort((x, y) => x.key - y.key)
      .slice(0, count)
      .map((x) => x.item);
  };
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(uniform() * items.length)];
    if (item === undefined) throw new Error("pick from an empty list");
    return item;
  };
  return { uniform, normal, studentT, pick, sample, between: (low, high) => low + (high - low) * uniform() };
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}
