import { gzipSync } from "node:zlib";
import { measureScripts } from "../portal/measure-scripts";
import { median, time } from "./statistics";

const ROUNDS = 40;

/** The page of roles as a browser first loads it: its HTML, and every script that the HTML names, compressed as it is sent. */
export async function measureRolePage(portalUrl: string, headers: Readonly<Record<string, string>>) {
  const load = async () => (await fetch(`${portalUrl}/`, { headers })).text();
  const html = await load();
  const { bytes: scriptBytes } = await measureScripts(portalUrl, html);
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round++) samples.push(await time(load));
  const roles =
    html.split("Credentials<!-- -->").length > 1 ? html.split('class="sr-only"> <!-- -->for').length - 1 : 0;
  return { scriptKb: scriptBytes / 1000, htmlKb: gzipSync(html).byteLength / 1000, htmlMs: median(samples), roles };
}
