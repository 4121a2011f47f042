import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { beginParts, newHome } from "./fixtures/run-parts";

const LINES = `open_store
SIGN_IN_SECONDS=20
state=right
listen || exit 9
put "$port$NEWLINE"
IFS= read -r query <&3
put "$query$NEWLINE"`;

/** A home with the `nc` that is meant: there are several, with different options. */
function homeWithNc() {
  const home = newHome();
  mkdirSync(join(home, "bin"));
  symlinkSync("/usr/bin/nc.openbsd", join(home, "bin", "nc"));
  return { home, path: `${join(home, "bin")}:/usr/bin:/bin` };
}

describe.each(["perl", "python3", "socat", "nc"])("with %s", (how) => {
  test("only the request with this sign-in's own state is its answer, and its page says to go back", async () => {
    const { home, path } = homeWithNc();
    const program = beginParts(["dash"], LINES, home, { GATEHOUSE_LISTENER: how, PATH: path });
    await expect.poll(program.said, { timeout: 10_000 }).toMatch(/^\d+\n/);
    const port = Number.parseInt(program.said(), 10);
    const ask = (target: string) => fetch(`http://127.0.0.1:${port}${target}`, { headers: { connection: "close" } });
    for (const target of [
      "/",
      "/favicon.ico",
      "/oauth/callback?code=a&state=wrong",
      "/oauth/callback?code=a&xstate=right",
    ]) {
      // What takes one connection after the other may be between two.
      await expect
        .poll(() =>
          ask(target).then(
            (answer) => answer.status,
            () => 0,
          ),
        )
        .toBeGreaterThan(0);
      expect(program.said()).toBe(`${port}\n`);
    }
    const page = async () => (await ask("/oauth/callback?code=abc&state=right")).text().catch(() => "");
    await expect.poll(() => page().catch(() => "")).toContain("You can close this page.");
    expect(await program.ended).toBe(0);
    expect(program.said()).toBe(`${port}\ncode=abc&state=right\n`);
  });
});

test("a machine on which nothing can listen says so, and the sign-in goes by a code", async () => {
  const program = beginParts(["dash"], LINES, newHome(), { GATEHOUSE_LISTENER: "no-such-program" });
  expect(await program.ended).toBe(9);
});
