type Cached = { readonly version: string; readonly type: string; readonly headers?: Readonly<Record<string, string>> };

/** What is at an address that names its version never changes; at any other it is asked for again (RFC 9110, 13.1.2). */
export function cachedResponse(
  request: Request,
  body: string | Uint8Array<ArrayBuffer>,
  { version, type, headers = {} }: Cached,
): Response {
  const isVersioned = new URL(request.url).searchParams.get("v") === version;
  const etag = `"${version}"`;
  const common = {
    ...headers,
    etag,
    "cache-control": isVersioned ? "public, max-age=31536000, immutable" : "public, no-cache",
    "x-content-type-options": "nosniff",
  };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers: common });
  return new Response(body, { headers: { ...common, "content-type": type } });
}
