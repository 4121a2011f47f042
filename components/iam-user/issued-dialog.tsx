"use client";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { CredentialsView } from "../credentials/credentials-view";
import type { IssuedCredentials } from "../credentials/parse-reply";
import type { RoleItem } from "../roles/role-view";
import { Dialog } from "../ui/dialog";

type IssuedDialogProps = {
  readonly issued: IssuedCredentials;
  readonly clockOffsetMs: number;
  readonly returnFocusTo: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  /** New ones need a new code: back to the form, with this duration chosen. */
  readonly onAskAgain: (durationSeconds?: number) => void;
};

// The view changes durations by asking again for a role; here that takes a new code.
const NO_ROLE: RoleItem | null = null;

/** What AWS gave, in every format. Closing forgets it. */
export function IssuedDialog({ issued, clockOffsetMs, returnFocusTo, onClose, onAskAgain }: IssuedDialogProps) {
  const t = useTranslations("credentials");
  return (
    <Dialog
      title={issued.roleName}
      description={
        <>
          <span className="sr-only">{t("in")}</span>
          <span className="truncate">{issued.accountName}</span>
          {issued.accountId === issued.accountName ? null : (
            <span className="font-mono text-xs tabular-nums">{issued.accountId}</span>
          )}
        </>
      }
      onClose={onClose}
      returnFocusTo={returnFocusTo}
    >
      <CredentialsView
        issued={issued}
        clockOffsetMs={clockOffsetMs}
        role={NO_ROLE}
        onAskAgain={onAskAgain}
        onChange={null}
      />
    </Dialog>
  );
}
