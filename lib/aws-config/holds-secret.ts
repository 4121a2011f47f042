/** Whether a text names a secret key or a session token, commented out or not: those belong in `~/.aws/credentials`. */
export const holdsSecret = (file: string): boolean =>
  /aws_(secret_access_key|session_token|security_token)/i.test(file);
