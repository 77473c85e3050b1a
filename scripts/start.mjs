// Old syntax on purpose: an old Node must be able to read this far and say which version is needed.
// `npm start`: builds dist/app and dist/cli if they are older than their sources, then serves the journal.
var found = process.versions.node.split(".");
var major = Number(found[0]);
if (major < 20 || (major === 20 && Number(found[1]) < 19)) {
  console.error("gutskin needs Node 20.19 or newer; you have " + process.versions.node);
  process.exit(1);
} else {
  import("./build.mjs")
    .then(function (build) {
      return build.buildIfOlder();
    })
    .then(function () {
      return import("../bin/gutskin.js");
    })
    .catch(function (problem) {
      console.error(problem);
      process.exit(1);
    });
}
