import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);

/** In the folder of a build: below it everything stands again, compressed. next.config.ts leads browsers there. */
const FOLDER = "br";
const WORTH_IT = /\.(js|css)$/;

/** Writes the Brotli form (RFC 7932) of each script and style sheet of a build: an eighth smaller than gzip's. */
export async function compressStatic(root) {
  const folder = join(root, ".next", "static");
  const names = (await readdir(folder, { recursive: true })).filter((name) => WORTH_IT.test(name));
  const compressOne = async (name) => {
    const bytes = await readFile(join(folder, name));
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    const target = join(folder, FOLDER, name);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, await compress(bytes, { params }));
  };
  await Promise.all(names.filter((name) => !name.startsWith(`${FOLDER}/`)).map(compressOne));
}
