/** Every route that changes or mints something. */
export const CHANGING = [
  "/api/credentials",
  "/api/session-token",
  "/api/console",
  "/api/sign-out",
  "/api/sessions/end",
  "/api/preferences/role",
  "/api/preferences/favourites",
  "/api/preferences/view",
  "/api/sessions/end-others",
  "/api/sessions/end-cli",
  "/api/leases",
  "/api/leases/end",
  "/api/device",
  "/api/authorize",
  "/api/cli/config-token",
] as const;

export type ChangingRoute = (typeof CHANGING)[number];

/** What changes by PUT; everything else by POST. */
export const PUT = new Set<string>(["/api/preferences/role", "/api/preferences/favourites", "/api/preferences/view"]);

/** What each of them would understand. */
export const BODIES: Record<ChangingRoute, { data: string; type: string }> = {
  "/api/credentials": { data: '{"accountId":"630492718354","roleName":"Developer"}', type: "application/json" },
  "/api/session-token": {
    data: '{"accessKeyId":"AKIAIOSFODNN7EXAMPLE","secretAccessKey":"x","mfaDevice":"GAHT12345678","mfaCode":"123456"}',
    type: "application/json",
  },
  "/api/console": { data: "accountId=630492718354&roleName=Developer", type: "application/x-www-form-urlencoded" },
  "/api/sign-out": { data: "", type: "application/x-www-form-urlencoded" },
  "/api/sessions/end-others": { data: "", type: "application/x-www-form-urlencoded" },
  "/api/sessions/end": { data: "id=00000000-0000-4000-8000-000000000000", type: "application/x-www-form-urlencoded" },
  "/api/sessions/end-cli": {
    data: "id=00000000-0000-4000-8000-000000000000",
    type: "application/x-www-form-urlencoded",
  },
  "/api/leases": {
    data: '{"accountId":"630492718354","roleName":"Developer","name":"x","durationSeconds":3600}',
    type: "application/json",
  },
  "/api/leases/end": { data: "id=all", type: "application/x-www-form-urlencoded" },
  "/api/device": { data: "userCode=BCDF-GHJK&decision=allowed", type: "application/x-www-form-urlencoded" },
  "/api/authorize": { data: "decision=allowed", type: "application/x-www-form-urlencoded" },
  "/api/cli/config-token": { data: "", type: "text/plain" },
  "/api/preferences/role": {
    data: '{"accountId":"630492718354","roleName":"Developer","isFavourite":true}',
    type: "application/json",
  },
  "/api/preferences/favourites": { data: '{"roles":[]}', type: "application/json" },
  "/api/preferences/view": { data: '{"grouping":"flat"}', type: "application/json" },
};
