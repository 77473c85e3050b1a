/** Types of official-name.mjs for the tests. */
export declare function namesOfDescription(description: string): {
  readonly name: string;
  readonly official: string;
  readonly others: readonly string[];
};
export function plainWords(text: string): string;
