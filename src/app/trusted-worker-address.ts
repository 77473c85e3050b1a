/**
 * How may the page start its worker when the browser refuses plain addresses as scripts?
 *
 * The page's policy allows exactly one Trusted Types policy, "gutskin". It turns exactly one address into a
 * script address: that of our own worker. Browsers without Trusted Types take the plain text.
 */

/** Wraps `workerAddress` for `new Worker(...)`. Call once per page: a policy name can be taken only once. */
export function trustedWorkerAddress(workerAddress: string): string {
  const rules = {
    createScriptURL: (address: string): string => {
      if (address !== workerAddress) throw new TypeError("gutskin starts no other script than its own worker");
      return address;
    },
  };
  const policy = window.trustedTypes?.createPolicy("gutskin", rules);
  return policy ? policy.createScriptURL(workerAddress) : rules.createScriptURL(workerAddress);
}
