/**
 * Null when this Node is recent enough; otherwise what to do, in one line.
 * @param {string} version such as `20.19.0`
 * @returns {string | null}
 */
export function explainNodeVersion(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return null;
  return `Gatehouse needs Node 20.19 or later and this is ${version}: install a newer one from https://nodejs.org`;
}
