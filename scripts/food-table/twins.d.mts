export interface OfficialFood {
  readonly code: string;
  readonly category: string;
  readonly description: string;
  readonly words: readonly string[];
  readonly figures: Readonly<Record<string, string | number>>;
}
export function twinsOf(foods: readonly OfficialFood[], rows: ReadonlySet<string>): Map<string, string>;
