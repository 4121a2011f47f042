/**
 * Asks a stand-in for what may be asked twice with the same effect (RFC 9110, 9.2.2): sent again when the connection turned
 * out to be closed, which nobody notices while a command of the AWS CLI runs.
 */
export const askStandIn = (url: string, init: RequestInit = {}): Promise<Response> =>
  fetch(url, init).catch(() => fetch(url, init));
