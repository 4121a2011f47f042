import { expect, test } from "@playwright/test";
import { ADDRESSES } from "./portal/addresses";
import { measureScripts } from "./portal/measure-scripts";
import { signIn } from "./portal/sign-in";

const MAX_KB = 150;

test("the scripts of the first load of the role page are small, as a browser is sent them", async ({ page }) => {
  await signIn(page, "corp", "developer");
  const html = await (await page.request.get("/")).text();
  const { count, bytes } = await measureScripts(ADDRESSES.portalUrl, html);
  expect(count).toBeGreaterThan(3);
  expect(bytes / 1000).toBeGreaterThan(50);
  expect(bytes / 1000).toBeLessThan(MAX_KB);
});

test("a script is the same whatever compression a browser reads, and none that it refuses", async ({ request }) => {
  const html = await (await request.get("/sign-in")).text();
  const [source = ""] = Array.from(html.matchAll(/src="(\/_next\/[^"]+\.js)"/g), ([, path]) => path ?? "");
  const ask = (acceptEncoding: string) =>
    request.get(source, { headers: { "accept-encoding": acceptEncoding }, maxRedirects: 0 });
  const [brotli, gzip, refused] = [await ask("gzip, deflate, br, zstd"), await ask("gzip"), await ask("gzip, br;q=0")];
  expect(brotli.headers()).toMatchObject({
    "content-encoding": "br",
    "content-type": "application/javascript; charset=UTF-8",
    "cache-control": "public, max-age=31536000, immutable",
    vary: "Accept-Encoding",
  });
  expect(gzip.headers()["content-encoding"]).toBe("gzip");
  expect(refused.headers()["content-encoding"]).toBe("gzip");
  expect(await brotli.text()).toBe(await gzip.text());
  expect((await brotli.text()).length).toBeGreaterThan(100);
});
