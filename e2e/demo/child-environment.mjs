import { devNull } from "node:os";

const PERSONAL = /^(AWS_|GATEHOUSE_|NEXTAUTH_|AUTH_|DATABASE_URL$|NODE_ENV$|NODE_OPTIONS$|PORT$|HOSTNAME$)/;

/**
 * The environment of what the demo starts: nobody's AWS keys, profiles or Regions, and no settings of another portal. The
 * AWS SDK finds no files of the person's either.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {Readonly<Record<string, string>>} own
 * @returns {Record<string, string>}
 */
export function buildChildEnvironment(env, own = {}) {
  const kept = Object.entries(env).filter(([name, value]) => value !== undefined && !PERSONAL.test(name));
  return {
    ...Object.fromEntries(kept),
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: "true",
    NEXT_TELEMETRY_DISABLED: "1",
    ...own,
  };
}
