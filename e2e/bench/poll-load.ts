import { Agent, request } from "node:http";
import { createInterface } from "node:readline";

/** What the figures tell this process on its first line of standard input. */
export type PollLoad = { readonly url: string; readonly bodies: readonly string[]; readonly intervalMs: number };

export type PollCount = { readonly answered: number; readonly waiting: number };

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

function post(url: string, body: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const sent = request(url, { method: "POST", agent, headers }, (response) => {
      response.resume();
      response.on("end", () => resolve(String(response.headers["x-amzn-errortype"])));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Each command line polls once an interval, all of them spread over it evenly, until standard input ends. */
async function poll({ url, bodies, intervalMs }: PollLoad, isOver: () => boolean): Promise<PollCount> {
  let answered = 0;
  let waiting = 0;
  let next = 0;
  const startedAt = performance.now();
  const note = (name: string | undefined) => {
    answered++;
    if (name === "AuthorizationPendingException") waiting++;
  };
  while (!isOver()) {
    const due = ((performance.now() - startedAt) / intervalMs) * bodies.length;
    for (; next < due; next++) post(url, bodies[next % bodies.length] ?? "").then(note, () => note(undefined));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return { answered, waiting };
}

let over = false;
const lines = createInterface({ input: process.stdin });
lines.once("line", async (line) => {
  process.stdout.write(`${JSON.stringify(await poll(JSON.parse(line), () => over))}\n`);
  process.exit(0);
});
lines.once("close", () => {
  over = true;
});
