import { answerDirectly } from "#lib/auth/answer-directly";
import { answerPolls } from "#lib/auth/answer-polls";
import { takeBeforeNext } from "#lib/auth/before-next";
import { answerWaiting } from "#lib/broker/waiting-polls";
import { answerContainer } from "./api/container-credentials/answer";
import { answerRoleCredentials } from "./api/sso/federation/credentials/answer";

/** What programs ask most often is answered before Next sees it. The routes answer the same. */
export function takeProgramCalls(): void {
  takeBeforeNext([
    answerPolls("/api/sso-oidc/token", answerWaiting),
    answerDirectly({
      "/api/sso/federation/credentials": answerRoleCredentials,
      "/api/container-credentials": answerContainer,
    }),
  ]);
}
