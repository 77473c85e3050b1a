/**
 * Will the same packages be installed on every machine, without running foreign scripts and without a mirror's address?
 *
 * The full check (licences, list for people) is scripts/check-package.mjs; these are the facts whose loss would break or
 * endanger `npm ci` on somebody else's computer.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly extraneous?: boolean;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const packages = Object.entries(lock.packages).filter(([path]) => path !== "");
const namesWhere = (is: (one: LockedPackage) => boolean): readonly string[] =>
  packages.filter(([, one]) => is(one)).map(([path]) => path);

describe("package-lock.json", () => {
  it("knows packages at all", () => {
    expect(packages.length).toBeGreaterThan(50);
  });

  it("holds no download addresses", () => {
    expect(namesWhere((one) => one.resolved !== undefined)).toEqual([]);
  });

  it("holds a checksum of every package", () => {
    expect(namesWhere((one) => one.integrity === undefined)).toEqual([]);
  });

  it("holds no package that runs a script when it is installed", () => {
    expect(namesWhere((one) => one.hasInstallScript === true)).toEqual([]);
  });

  it("holds no extraneous entries (npm 10 refuses them)", () => {
    expect(namesWhere((one) => one.extraneous === true)).toEqual([]);
  });

  it("agrees with package.json", () => {
    expect(lock.packages[""]?.dependencies).toEqual(manifest.dependencies);
    expect(lock.packages[""]?.devDependencies).toEqual(manifest.devDependencies);
  });

  it("brings fewer than ten packages to the people who install gutskin", () => {
    const atRunTime = namesWhere((one) => one.dev !== true && one.devOptional !== true && one.optional !== true);
    expect(atRunTime.length).toBeGreaterThan(0);
    expect(atRunTime.length).toBeLessThan(10);
  });
});

describe("package.json", () => {
  it("pins every package to one exact version", () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it("depends on libsql alone at run time", () => {
    expect(Object.keys(manifest.dependencies)).toEqual(["libsql"]);
  });
});
