import { useTranslations } from "next-intl";
import { Panel } from "../ui/panel";

/**
 * What takes a container endpoint at https on any host, and since when; null: as far as known, always. From botocore's
 * ContainerMetadataFetcher, the JavaScript SDK's credential-provider-http, and the resolvers of the Go and Java SDKs.
 */
const PROGRAMS = [
  { name: "AWS CLI", since: "2.33.2" },
  { name: "boto3 / botocore", since: "1.42.5" },
  { name: "SDK for JavaScript v3", since: null },
  { name: "SDK for Go v2", since: null },
  { name: "SDK for Java v2", since: null },
] as const;

export function SdkTable() {
  const t = useTranslations("leases.sdks");
  return (
    <section aria-labelledby="programs">
      <h2 id="programs" className="mb-2 text-base">
        {t("title")}
      </h2>
      <Panel className="overflow-x-auto">
        <table className="w-full text-left text-sm">
          <thead className="text-faint text-xs">
            <tr className="border-line border-b">
              <th className="px-4 py-2 font-medium">{t("program")}</th>
              <th className="px-4 py-2 font-medium">{t("https")}</th>
              <th className="px-4 py-2 font-medium">{t("http")}</th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {PROGRAMS.map(({ name, since }) => (
              <tr key={name}>
                <th className="px-4 py-2 font-medium">{name}</th>
                <td className="px-4 py-2 text-soft">
                  {since === null ? t("yes") : `${t("from", { version: since })}; ${t("older")}`}
                </td>
                <td className="px-4 py-2 text-soft">{t("loopback")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      <p className="mt-2 text-faint text-xs">{t("note")}</p>
    </section>
  );
}
