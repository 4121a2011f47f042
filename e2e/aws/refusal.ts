/** What AWS answers instead of a result. `Type` on the wire follows from the status: Sender below 500, else Receiver. */
export type Refusal = {
  readonly refused: true;
  readonly status: number;
  /** `<Code>`, as on the wire. */
  readonly code: string;
  readonly message: string;
};

export function refuse(status: number, code: string, message: string): Refusal {
  return { refused: true, status, code, message };
}

export function isRefusal<T extends object | string | null | undefined>(value: T | Refusal): value is Refusal {
  return typeof value === "object" && value !== null && "refused" in value;
}

export const accessDenied = (message: string): Refusal => refuse(403, "AccessDenied", message);
export const validationError = (message: string): Refusal => refuse(400, "ValidationError", message);
export const invalidIdentityToken = (message: string): Refusal => refuse(400, "InvalidIdentityToken", message);
export const expiredToken = (message: string): Refusal => refuse(400, "ExpiredTokenException", message);
