import { err, ok, type Result } from "#lib/result";

export type LogoFile = {
  readonly type: "image/svg+xml" | "image/png";
  /** Width by height: the logo's place is kept before it is there. */
  readonly ratio: number;
};

export const MAX_LOGO_BYTES = 256 * 1024;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const NO_SIZE = "is an SVG with neither a viewBox nor width and height; it needs one of them";

/** PNG (third edition), 11.2.1: the first chunk is IHDR, width and height its first fields. */
function readPng(bytes: Uint8Array): Result<LogoFile, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = bytes.byteLength < 24 ? [0, 0] : [view.getUint32(16), view.getUint32(20)];
  if (width === 0 || height === 0) return err("is a PNG that is cut off");
  return ok({ type: "image/png", ratio: width / height });
}

const numberOf = (tag: string, name: string) =>
  Number(new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`).exec(tag)?.[1] ?? Number.NaN);

function readSvg(text: string): Result<LogoFile, string> {
  const [tag] = /<svg\b[^>]*>/.exec(text) ?? [];
  if (tag === undefined) return err("is neither SVG nor PNG");
  const [, boxWidth, boxHeight] =
    /\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*["']/.exec(tag) ?? [];
  const ratio =
    boxWidth === undefined ? numberOf(tag, "width") / numberOf(tag, "height") : Number(boxWidth) / Number(boxHeight);
  return Number.isFinite(ratio) && ratio > 0 ? ok({ type: "image/svg+xml", ratio }) : err(NO_SIZE);
}

/** What a logo's file is, by its content: its name may say anything. */
export function readLogoFile(bytes: Uint8Array): Result<LogoFile, string> {
  if (bytes.byteLength > MAX_LOGO_BYTES) return err("is larger than 256 kB");
  if (PNG.every((byte, at) => bytes[at] === byte)) return readPng(bytes);
  return readSvg(new TextDecoder().decode(bytes));
}
