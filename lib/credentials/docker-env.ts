import { dropControls } from "./control-characters";
import { formatEnvironment } from "./environment";
import type { Format } from "./format";
import { formatTitle } from "./title";

/** Docker takes all after the first `=` as it stands, quotes too, up to the line's end (docker run reference, "--env-file"). */
export const dockerEnv: Format<"docker-env"> = {
  id: "docker-env",
  label: "Docker env file",
  group: "tool",
  fileName: "aws.env",
  language: "dotenv",
  warning: "docker-env",
  format: (input) =>
    `${formatTitle(input)}${formatEnvironment(input, ({ name, value }) => `${name}=${dropControls(value)}`)}`,
};
