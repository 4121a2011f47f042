import * as z from "zod/mini";

export type PasteProblem = {
  readonly title: string;
  readonly message: string;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
};

const refusedSchema = z.object({
  error: z.object({
    title: z.string(),
    message: z.string(),
    problems: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
  }),
});

/** Sends a trust policy to the portal. Null: it was taken. */
export async function pasteTrustPolicy(
  requestId: string,
  document: string,
): Promise<PasteProblem | "unreachable" | null> {
  try {
    const response = await fetch("/api/admin/trust-policies", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ requestId, document }),
    });
    if (response.ok) return null;
    const refused = refusedSchema.safeParse(await response.json());
    if (!refused.success) return "unreachable";
    const { title, message, problems = [] } = refused.data.error;
    return { title, message, problems };
  } catch {
    return "unreachable";
  }
}
