#!/usr/bin/env node
// Old syntax on purpose: an old Node must be able to read this far and say which version is needed.
var found = process.versions.node.split(".");
var major = Number(found[0]);
if (major < 20 || (major === 20 && Number(found[1]) < 19)) {
  console.error("gutskin needs Node 20.19 or newer; you have " + process.versions.node);
  process.exit(1);
} else {
  import("../dist/cli/main.js").catch(function (problem) {
    if (problem && problem.code === "ERR_MODULE_NOT_FOUND" && String(problem.message).indexOf("main.js") >= 0) {
      console.error("gutskin is not built yet. In a checkout run: npm start");
      process.exit(1);
    }
    throw problem;
  });
}
