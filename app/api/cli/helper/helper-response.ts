import { type CliHelper, currentHelpers } from "#lib/broker/cli-helper";

type Shell = keyof Awaited<ReturnType<typeof currentHelpers>>;

type Served = { readonly fileName: string; readonly text: string; readonly etag: string };

const programOf = ({ fileName, text, sha256 }: CliHelper): Served => ({ fileName, text, etag: `"${sha256}"` });

/** As `sha256sum -c` reads it. */
const checksumOf = ({ fileName, sha256 }: CliHelper): Served => ({
  fileName: `${fileName}.sha256`,
  text: `${sha256}  ${fileName}\n`,
  etag: `"${sha256}-sum"`,
});

/** `no-transform` (RFC 9111, 5.2.2.6): nobody on the way changes the bytes that the checksum is of. */
function serve(request: Request, { fileName, text, etag }: Served): Response {
  const headers = { etag, "cache-control": "public, no-cache, no-transform", "x-content-type-options": "nosniff" };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  const type = {
    "content-type": "text/plain; charset=utf-8",
    "content-disposition": `attachment; filename="${fileName}"`,
  };
  return new Response(text, { headers: { ...headers, ...type } });
}

export const helperRoute = (shell: Shell) => async (request: Request) =>
  serve(request, programOf((await currentHelpers())[shell]));

export const checksumRoute = (shell: Shell) => async (request: Request) =>
  serve(request, checksumOf((await currentHelpers())[shell]));
