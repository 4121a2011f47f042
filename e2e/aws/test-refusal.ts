import { expect } from "vitest";

/** The SDK calls errors by the model's shapes, which add Exception to some codes. */
export const refused = (code: string, message: unknown, status = 400) => ({
  name: expect.stringMatching(new RegExp(`^${code}(Exception)?$`)),
  message,
  $metadata: expect.objectContaining({ httpStatusCode: status, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) }),
});
