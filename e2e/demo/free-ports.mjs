import { createServer } from "node:net";

/**
 * Which of the four ports somebody else listens on. The portal is reached as `localhost`, so both loopback addresses count.
 * @param {number} basePort
 * @returns {Promise<number[]>}
 */
export async function findTakenPorts(basePort) {
  const taken = [];
  for (const port of [basePort, basePort + 1, basePort + 2, basePort + 3]) {
    if ((await isTaken(port, "127.0.0.1")) || (port === basePort && (await isTaken(port, "::1")))) taken.push(port);
  }
  return taken;
}

/**
 * @param {readonly number[]} taken
 * @param {number} basePort
 * @returns {string} one line with what to do
 */
export function explainTakenPorts(taken, basePort) {
  const ports = taken.length === 1 ? `Port ${taken[0]} is` : `Ports ${taken.join(", ")} are`;
  const other = basePort === 4000 ? 4100 : 4000;
  return `${ports} taken: stop what listens there, or run \`npm run demo -- --port ${other}\` to move all four`;
}

/** An address that this machine does not have is not taken. */
function isTaken(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(error.code === "EADDRINUSE" || error.code === "EACCES"));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(false)));
  });
}
