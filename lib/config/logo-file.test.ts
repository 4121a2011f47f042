import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { makeConfigurationFolder } from "./fixtures/configuration-folder";
import { MINIMAL } from "./fixtures/gatehouse-yaml";
import { MAX_LOGO_BYTES, readLogoFile } from "./logo-file";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const svg = (attributes: string) =>
  bytesOf(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" ${attributes}/>`);
const png = (width: number, height: number) => {
  const header = Buffer.alloc(33);
  header.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return header;
};

describe("a logo", () => {
  test.each([
    [svg('viewBox="0 0 120 40"'), "image/svg+xml", 3],
    [svg('viewBox="-5,-5,10,20"'), "image/svg+xml", 0.5],
    [svg("width='64px' height='32'"), "image/svg+xml", 2],
    [png(300, 100), "image/png", 3],
  ])("is known by its content, with its shape", (bytes, type, ratio) => {
    expect(readLogoFile(bytes)).toEqual({ ok: true, value: { type, ratio } });
  });

  test.each([
    ["a page", bytesOf("<html><script>alert(1)</script></html>"), "is neither SVG nor PNG"],
    ["a JPEG", new Uint8Array([0xff, 0xd8, 0xff]), "is neither SVG nor PNG"],
    ["nothing", new Uint8Array(), "is neither SVG nor PNG"],
    ["an SVG without a size", svg(""), "neither a viewBox"],
    ["an SVG of no height", svg('viewBox="0 0 10 0"'), "neither a viewBox"],
    ["a PNG that is cut off", png(1, 1).subarray(0, 12), "cut off"],
    ["too much", new Uint8Array(MAX_LOGO_BYTES + 1), "larger than 256 kB"],
  ])("is refused when it is %s", (_what, bytes, message) => {
    expect(readLogoFile(bytes)).toEqual({ ok: false, error: expect.stringContaining(message) });
  });
});

describe("the brand in the configuration", () => {
  const { folder, load, problemsOf, remove } = makeConfigurationFolder();
  afterAll(remove);
  const write = (more: string) => MINIMAL.replace("portal: {", `portal: { ${more},`);

  test("paths count from the file, and a colour is written in small letters", async () => {
    writeFileSync(join(folder, "logo.svg"), svg('viewBox="0 0 2 1"'));
    const loaded = await load(write('logo: ./logo.svg, accentColor: "#0B5FFF"'));
    expect(loaded.ok && loaded.value.portal).toMatchObject({ logo: join(folder, "logo.svg"), accentColor: "#0b5fff" });
  });

  test.each([
    ["logo: ./nowhere.svg", "portal.logo", "cannot be read"],
    ["logo: ./gatehouse.yaml", "portal.logo", "neither SVG nor PNG"],
    ["logoDark: ./logo.svg", "portal.logoDark", "needs portal.logo"],
    ["accentColor: blue", "portal.accentColor", "#0b5fff"],
    ['accentColor: "#0b5fff80"', "portal.accentColor", "contrast"],
    ["notice: { text: x, level: loud }", "portal.notice.level", "info, warning, critical"],
    ["notice: { text: x, until: tomorrow }", "portal.notice.until", "2026-12-31T18:00:00Z"],
    ['notice: { text: x, url: "javascript:alert(1)" }', "portal.notice.url", "https://"],
  ])("%s is refused at its place", async (line, path, message) => {
    const problems = await problemsOf(write(line));
    expect(problems).toEqual([expect.objectContaining({ path, message: expect.stringContaining(message) })]);
  });
});
