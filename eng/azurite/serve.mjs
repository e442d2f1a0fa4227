// Runs Azurite's blob service until standard input ends: the system closes that pipe even when the test process is killed,
// so no emulator is left behind.
import { createRequire } from "node:module";

process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
process.stdin.on("error", () => process.exit(0));
createRequire(import.meta.url)("azurite/dist/src/blob/main.js");
