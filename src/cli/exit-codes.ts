/**
 * What does the number mean with which the program ends?
 *
 * The list is printed by `gutskin help` and documented in docs/user/cli.md; scripts may rely on it.
 */

/** Exit codes by name. */
export const exitCodes = {
  done: 0,
  ourFault: 1,
  usage: 2,
  inputUnusable: 3,
  storeProblem: 4,
  portTaken: 5,
  notConfirmed: 6,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** One line per code, for `help` and the documentation. */
export const exitCodeMeanings: readonly (readonly [ExitCode, string])[] = [
  [exitCodes.done, "done"],
  [exitCodes.ourFault, "a fault of gutskin itself: please report it"],
  [exitCodes.usage, "the command line was not understood"],
  [exitCodes.inputUnusable, "the file or the diary cannot be used (the message says where and how to mend it)"],
  [exitCodes.storeProblem, "the journal cannot be opened, read or written, or doctor found damage"],
  [exitCodes.portTaken, "the port is taken by another program"],
  [exitCodes.notConfirmed, "nothing was written, because nobody said yes (see --yes and --force)"],
  [exitCodes.interrupted, "stopped with Ctrl-C; nothing is half-written"],
];
