/**
 * The scripts that a page names in its HTML, in bytes as they are sent to a browser, which reads Brotli. Those for browsers
 * without modules are named too, and loaded by none that the portal is for.
 */
export async function measureScripts(portalUrl: string, html: string) {
  const tags = Array.from(html.matchAll(/<script[^>]*>/g), ([tag]) => tag).filter((tag) => !/nomodule/i.test(tag));
  const sources = new Set(tags.flatMap((tag) => /src="([^"]+)"/.exec(tag)?.[1] ?? []));
  let bytes = 0;
  for (const source of sources) {
    const response = await fetch(new URL(source, portalUrl), { headers: { "accept-encoding": "gzip, deflate, br" } });
    const length = response.headers.get("content-length");
    if (!response.ok || length === null)
      throw new Error(`${source} was answered with ${response.status}, length ${length}`);
    bytes += Number(length);
    await response.body?.cancel();
  }
  return { count: sources.size, bytes };
}
