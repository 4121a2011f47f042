import { lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { beginParts, newHome, runParts, SHELLS } from "./fixtures/run-parts";

const PLACE = ["gatehouse", "aws.example.com"];
const modeOf = (path: string) => (lstatSync(path).mode & 0o777).toString(8);

describe.each(SHELLS)("in $name", ({ words }) => {
  test("what is kept is for its owner alone, whatever was open before", () => {
    const home = newHome();
    mkdirSync(join(home, ".cache", "gatehouse"), { recursive: true, mode: 0o755 });
    expect(runParts(words, 'open_store; write "$store/sign-in" secret', "", home)).toMatchObject({
      status: 0,
      stderr: "",
    });
    const own = join(home, ".cache", ...PLACE);
    expect([modeOf(join(own, "..")), modeOf(own), modeOf(join(own, "sign-in"))]).toEqual(["700", "700", "600"]);
    expect(readFileSync(join(own, "sign-in"), "utf8")).toBe("secret");
  });

  test("a directory that leads elsewhere is refused", () => {
    const [home, elsewhere] = [newHome(), newHome()];
    mkdirSync(join(home, ".cache"));
    symlinkSync(elsewhere, join(home, ".cache", "gatehouse"));
    const { status, stderr } = runParts(words, 'open_store; write "$store/sign-in" secret', "", home);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^gatehouse: .* is a symbolic link\./);
  });

  test("a sign-in that somebody else wrote something into is none", () => {
    const home = newHome();
    const lines = 'open_store; load_sign_in && put "$access_token" || put none';
    const read = (line: string) => {
      writeFileSync(join(home, ".cache", ...PLACE, "sign-in"), line);
      return runParts(words, lines, "", home).stdout;
    };
    runParts(words, "open_store", "", home);
    expect(read("v1:id:secret:4102444800:access:4102444800:refresh")).toBe("access");
    expect(read("v1:id:secret:never:access:4102444800:refresh")).toBe("none");
    expect(read('v1:i"d:secret:1:access:2:refresh')).toBe("none");
    expect(read("v2:id:secret:1:access:2:refresh")).toBe("none");
  });

  test("twelve at once are let in one after the other; one that was killed holds nobody up", async () => {
    const home = newHome();
    const holder = beginParts(words, "open_store; take_lock x; put in; while :; do nap; done", home);
    await expect.poll(holder.said).toBe("in");
    holder.kill();
    await holder.ended;
    const lines = `open_store; take_lock x; n=$(cat "$store/n" 2>/dev/null || put 0); nap; write "$store/n" $((n + 1)); release_lock x`;
    const all = Array.from({ length: 12 }, () => beginParts(words, lines, home).ended);
    expect(await Promise.all(all)).toEqual(all.map(() => 0));
    expect(readFileSync(join(home, ".cache", ...PLACE, "n"), "utf8")).toBe("12");
  });
});
