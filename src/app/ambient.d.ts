/**
 * What does the page import that is not TypeScript, and which browser parts do the compiler's own lists not
 * know?
 */
declare module "*.css";

declare module "*?worker&url" {
  /** Address of the built worker file, on our own origin. */
  const address: string;
  export default address;
}

interface TrustedTypePolicyLike {
  /** Typed as a string: the compiler's `Worker` takes strings only, the browser wants the policy's own object. */
  readonly createScriptURL: (address: string) => string;
}

interface Window {
  readonly trustedTypes?: {
    readonly createPolicy: (
      name: string,
      rules: { readonly createScriptURL: (address: string) => string },
    ) => TrustedTypePolicyLike;
  };
}
