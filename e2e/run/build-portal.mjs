import { buildPortal } from "./build.mjs";

process.stdout.write(buildPortal() ? "Built.\n" : "The last build is current.\n");
