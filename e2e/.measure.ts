import { chromium } from "@playwright/test";
import { gzipSync } from "node:zlib";
import { openPortalSession } from "/work/directory/e2e/portal/portal-session";
const url = process.argv[2] ?? "http://127.0.0.1:4120"; const person = process.argv[3] ?? "developer";
async function main(){
const headers = await openPortalSession(url, "workforce", person);
const t0=performance.now();
const html = await (await fetch(url + "/", { headers })).text();
console.log("html raw", html.length, "gz", gzipSync(html).byteLength, "ms", performance.now()-t0);
for (let i=0;i<5;i++){const t=performance.now(); const r=await fetch(url+"/",{headers}); await r.text(); console.log("ms",(performance.now()-t).toFixed(0))}
const tags = Array.from(html.matchAll(/<script[^>]*>/g), ([t]) => t).filter((t) => !/nomodule/i.test(t));
const sources = new Set(tags.flatMap((tag) => /src="([^"]+)"/.exec(tag)?.[1] ?? []));
let sum = 0;
for (const s of sources) { const js = await (await fetch(new URL(s, url), { headers })).text(); const n = gzipSync(js).byteLength; sum += n; console.log(n, js.length, s); }
console.log("scripts", sum);
}
void main();
