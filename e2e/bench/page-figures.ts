import { gzipSync } from "node:zlib";
import { median, time } from "./statistics";

const ROUNDS = 40;

/** The page of roles as a browser first loads it: its HTML, and every script that the HTML names, compressed. */
export async function measureRolePage(portalUrl: string, headers: Readonly<Record<string, string>>) {
  const load = async () => (await fetch(`${portalUrl}/`, { headers })).text();
  const html = await load();
  // Scripts for browsers without modules are named too, and loaded by none that the portal is for.
  const tags = Array.from(html.matchAll(/<script[^>]*>/g), ([tag]) => tag).filter((tag) => !/nomodule/i.test(tag));
  const sources = new Set(tags.flatMap((tag) => /src="([^"]+)"/.exec(tag)?.[1] ?? []));
  let scriptBytes = 0;
  for (const source of sources) {
    const script = await (await fetch(new URL(source, portalUrl), { headers })).text();
    scriptBytes += gzipSync(script).byteLength;
  }
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round++) samples.push(await time(load));
  const roles =
    html.split("Credentials<!-- -->").length > 1 ? html.split('class="sr-only"> <!-- -->for').length - 1 : 0;
  return { scriptKb: scriptBytes / 1000, htmlKb: gzipSync(html).byteLength / 1000, htmlMs: median(samples), roles };
}
