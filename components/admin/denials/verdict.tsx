import { CircleHelp, type LucideIcon, ShieldCheck, ShieldX } from "lucide-react";
import { classNames } from "../../ui/class-names";
import { Panel } from "../../ui/panel";
import type { DenialDetail } from "./denial-view";
import { Sentence } from "./sentence";

type Words = { readonly icon: LucideIcon; readonly look: string; readonly title: string; readonly text: string };

const UNKNOWN = { icon: CircleHelp, look: "bg-accent-soft text-accent" } as const;

function toWords({ explanation, rows, via }: DenialDetail): Words {
  if (rows === null) {
    return {
      ...UNKNOWN,
      title: "There is no trust policy to compare with",
      text:
        via === "federation-token"
          ? "GetFederationToken asks no role: what AWS refused is a matter of the policies of the portal's own IAM user."
          : "What AWS saw of this request was not recorded, so a trust policy cannot be held against it.",
    };
  }
  if (explanation === null) {
    return {
      ...UNKNOWN,
      title: "The role's trust policy is not known yet",
      text: "Paste it below: the portal compares it with exactly the request that AWS refused.",
    };
  }
  if (explanation.allowed) {
    return {
      icon: ShieldCheck,
      look: "bg-good-soft text-good",
      title: "The trust policy allows this request",
      text: "As it is now. If AWS still refuses, something else does: see what was not checked.",
    };
  }
  const [first] = explanation.findings;
  return {
    icon: ShieldX,
    look: "bg-danger-soft text-danger",
    title:
      first?.problem.code === "duration_exceeded" ? "The session is too long" : "The trust policy refuses this request",
    text: explanation.headline,
  };
}

/** The whole matter in two lines. */
export function Verdict({ denial }: { denial: DenialDetail }) {
  const { icon: Icon, look, title, text } = toWords(denial);
  return (
    <Panel className="flex flex-col gap-3 p-4 sm:flex-row sm:gap-4 sm:p-5">
      <span aria-hidden className={classNames("grid size-9 shrink-0 place-items-center rounded-md", look)}>
        <Icon className="size-5" />
      </span>
      <div className="min-w-0">
        <h2 className="text-lg">{title}</h2>
        <p className="mt-1 text-soft">
          <Sentence text={text} />
        </p>
        {denial.atHub ? (
          <p className="mt-2 text-sm">
            It was the hub on the way that refused: <Sentence text={`\`${denial.trustRoleArn ?? ""}\``} />
          </p>
        ) : null}
      </div>
    </Panel>
  );
}
