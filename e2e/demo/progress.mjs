/**
 * Says what is being done, with the seconds it takes: one living line in a terminal, two plain lines elsewhere.
 * @param {NodeJS.WriteStream} out
 */
export function createProgress(out) {
  const live = out.isTTY === true && process.env.CI === undefined;
  return {
    /**
     * @template T
     * @param {string} title
     * @param {() => Promise<T>} work
     * @returns {Promise<T>}
     */
    async step(title, work) {
      const startedAtMs = performance.now();
      const seconds = () => `${Math.round((performance.now() - startedAtMs) / 1000)} s`;
      const draw = () => out.write(`\r\u001b[2K  … ${title} ${seconds()}`);
      const timer = live ? setInterval(draw, 500) : null;
      if (live) draw();
      else out.write(`  … ${title}\n`);
      try {
        const value = await work();
        out.write(`${live ? "\r\u001b[2K" : ""}  ✓ ${title} (${seconds()})\n`);
        return value;
      } catch (error) {
        out.write(`${live ? "\r\u001b[2K" : ""}  ✗ ${title}\n`);
        throw error;
      } finally {
        if (timer !== null) clearInterval(timer);
      }
    },
  };
}
