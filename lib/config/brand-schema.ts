import { z } from "zod";

const NOT_A_COLOUR =
  "needs to be a colour such as #0b5fff: # and three or six hexadecimal digits. Names, rgb() and transparency are not taken, since their contrast could not be checked";

/** The portal's look: spread into `portal`. */
export const brandShape = {
  logo: z.string().min(1).optional().describe("SVG or PNG, at most 256 kB; path relative to this file"),
  logoDark: z.string().min(1).optional().describe("The same for the dark theme; the logo when absent"),
  accentColor: z
    .string()
    .regex(/^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/, NOT_A_COLOUR)
    .transform((hex) => hex.toLowerCase())
    .optional()
    .describe("Of links and focus; made lighter or darker in each theme until it reads at 4.5:1"),
  notice: z
    .strictObject({
      text: z.string().min(1).max(300),
      level: z.enum(["info", "warning", "critical"]).default("info").describe("People can dismiss info"),
      url: z
        .url({ protocol: /^https?$/, error: "needs to be an http:// or https:// URL" })
        .optional()
        .describe("Where there is more to read"),
      until: z.iso
        .datetime({
          offset: true,
          error: "needs to be a time such as 2026-12-31T18:00:00Z or 2026-12-31T18:00:00+01:00",
        })
        .optional()
        .describe("From then on it is not shown"),
    })
    .optional()
    .describe("A banner on every page"),
};
