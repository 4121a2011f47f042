import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { SECURITY_HEADERS } from "./lib/auth/security-headers";
import { checkMessages } from "./lib/i18n/check-messages";

const MESSAGES = "./lib/i18n/messages";

/** Scripts and style sheets, for whoever reads Brotli and does not refuse it by a weight of nothing (RFC 9110, 12.5.3). */
const COMPRESSED = {
  source: "/_next/static/:path(.*\\.(?:js|css))",
  has: [{ type: "header", key: "accept-encoding", value: ".*\\bbr\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?:,|$)).*" } as const],
};

/** Next itself compresses with gzip. The build says so when it also writes the smaller form (e2e/run/compress-static.mjs). */
const hasCompressed = process.env.GATEHOUSE_COMPRESS_STATIC === "1";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // They load WebAssembly or native code from beside themselves.
  serverExternalPackages: ["@electric-sql/pglite", "@prisma/schema-engine-wasm", "pg", "pino"],
  // `npm test` runs tsc over everything; a second run in each build would only slow the demo.
  typescript: { ignoreBuildErrors: true },
  experimental: { serverActions: { bodySizeLimit: "64kb" } },
  // A language is one file; one that lacks a key fails the build.
  env: { GATEHOUSE_LANGUAGES: checkMessages(MESSAGES).join(",") },
  rewrites: async () => ({
    beforeFiles: hasCompressed ? [{ ...COMPRESSED, destination: "/_next/static/br/:path" }] : [],
    afterFiles: [],
    fallback: [],
  }),
  headers: async () => [
    { source: "/:path*", headers: Object.entries(SECURITY_HEADERS).map(([key, value]) => ({ key, value })) },
    ...(hasCompressed ? [{ ...COMPRESSED, headers: [{ key: "Content-Encoding", value: "br" }] }] : []),
  ],
};

/** Messages are compiled when the portal is built, so that no page loads a parser for them. */
const withIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  experimental: { messages: { path: MESSAGES, format: "json", locales: "infer", precompile: true } },
});

export default withIntl(config);
