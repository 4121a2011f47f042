import { defineConfig } from "vitest/config";

// "server-only" resolves to an empty module under this condition; every server room imports it.
export default defineConfig({
  ssr: { resolve: { conditions: ["react-server", "node"], externalConditions: ["react-server", "node"] } },
  test: {
    include: ["lib/**/*.test.ts", "components/**/*.test.ts", "components/**/*.test.tsx", "e2e/**/*.test.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
