import { defineConfig } from "vitest/config";
import type { Reporter } from "vitest/node";

/** A test that did not run says so, with its reason, at the end of the run: a quiet skip looks like a success. */
const saysWhatWasSkipped: Reporter = {
  onTestRunEnd(modules) {
    if (process.argv.some((word) => word === "-t" || word.startsWith("--testNamePattern"))) return;
    for (const file of modules) {
      for (const test of file.children.allTests("skipped")) {
        const result = test.result();
        const why = result.state === "skipped" && result.note !== undefined ? `: ${result.note}` : "";
        console.log(`skipped ${file.relativeModuleId} > ${test.fullName}${why}`);
      }
    }
  },
};

export default defineConfig({
  test: {
    // the default leaves one core idle, which is half of a small machine
    maxWorkers: "100%",
    // .ci/run reads the numbers from the file, so that it can run the very command that README names
    reporters: ["default", "json", saysWhatWasSkipped],
    outputFile: { json: "test-results/vitest.json" },
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "test/unit/**/*.test.ts", "bench/**/*.test.ts"],
          exclude: ["**/*.int.test.ts"],
          testTimeout: 30000,
        },
      },
      {
        test: {
          name: "integration",
          include: ["src/**/*.int.test.ts", "test/integration/**/*.test.ts"],
          testTimeout: 120000,
        },
      },
      { test: { name: "calibration", include: ["test/calibration/**/*.test.ts"], testTimeout: 900000 } },
      { test: { name: "walls", include: ["test/walls/**/*.test.ts"], testTimeout: 300000 } },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 240000,
          hookTimeout: 120000,
          fileParallelism: false,
        },
      },
    ],
  },
});
