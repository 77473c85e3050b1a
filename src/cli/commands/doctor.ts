/** stub */
import type { Call } from "../arguments.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
export async function runDoctor(call: Call): Promise<ExitCode> {
  call.world.remark("not built yet\n");
  return Promise.resolve(exitCodes.storeProblem);
}
