import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // .ci/run reads the numbers from the file, so that it can run the very command that README names
    reporters: ["default", "json"],
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
