import { describe, expect, test } from "vitest";
import { parseDestination } from "#lib/console/destination";
import { listAbsentServices } from "./console-service-partitions";
import { buildServiceUrl, CONSOLE_PAGES, CONSOLE_SERVICES, listConsoleServices } from "./console-services";
import { PARTITIONS, type Partition } from "./partition";
import { REGIONS } from "./region";

const partitions = Object.keys(PARTITIONS).filter((name): name is Partition => Object.hasOwn(PARTITIONS, name));

const placesOf = (partition: Partition) =>
  listConsoleServices(partition).flatMap((service) => [
    { service, page: null },
    ...CONSOLE_PAGES.filter((page) => service.pages[page] !== undefined).map((page) => ({ service, page })),
  ]);

const find = (id: string) => {
  const service = CONSOLE_SERVICES.find((one) => one.id === id);
  if (service === undefined) throw new Error(`no service ${id}`);
  return service;
};

describe.each(partitions)("every service and page in %s", (partition) => {
  test.each([undefined, "http://127.0.0.1:4003/console", "https://console.internal.example/aws/"])(
    "is a destination that the portal accepts, in every Region, with the console at %s",
    (override) => {
      const refused = REGIONS[partition].flatMap(({ code: region }) =>
        placesOf(partition)
          .map((place) => buildServiceUrl({ ...place, region, partition, override }))
          .filter((url) => {
            const parsed = parseDestination(url, { partition, override });
            return !parsed.ok || parsed.value !== url || new URL(url).searchParams.get("region") !== region;
          }),
      );
      expect(refused).toEqual([]);
    },
  );

  test("is refused in every other partition", () => {
    const region = PARTITIONS[partition].defaultRegion;
    const [place] = placesOf(partition);
    if (place === undefined) throw new Error("no service at all");
    const url = buildServiceUrl({ ...place, region, partition });
    for (const other of partitions) expect(parseDestination(url, { partition: other }).ok).toBe(other === partition);
  });
});

describe("addresses", () => {
  test("of a Regional service are on the Region's host, with the page's fragment behind the Region", () => {
    const at = { service: find("ec2"), region: "eu-west-1", partition: "aws" } as const;
    expect(buildServiceUrl({ ...at, page: "instances" })).toBe(
      "https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#Instances:",
    );
    expect(buildServiceUrl({ ...at, page: null })).toBe(
      "https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1",
    );
  });

  test("of a global service are on the partition's own host", () => {
    const at = { service: find("iam"), page: "roles", region: "us-gov-east-1", partition: "aws-us-gov" } as const;
    expect(buildServiceUrl(at)).toBe("https://console.amazonaws-us-gov.com/iam/home?region=us-gov-east-1#/roles");
  });

  test("lead to the service where it has no such page", () => {
    const at = { service: find("s3"), page: "roles", region: "eu-west-1", partition: "aws" } as const;
    expect(buildServiceUrl(at)).toContain("/s3/buckets?");
  });
});

describe("the catalogue", () => {
  test("has at least 120 services, each id and each name once", () => {
    expect(CONSOLE_SERVICES.length).toBeGreaterThanOrEqual(120);
    expect(new Set(CONSOLE_SERVICES.map(({ id }) => id)).size).toBe(CONSOLE_SERVICES.length);
    expect(new Set(CONSOLE_SERVICES.map(({ name }) => name)).size).toBe(CONSOLE_SERVICES.length);
  });

  test("names no absent service that it does not have, and no page that no service has", () => {
    const ids = new Set(CONSOLE_SERVICES.map(({ id }) => id));
    expect(listAbsentServices().filter((id) => !ids.has(id))).toEqual([]);
    const pages = new Set(CONSOLE_SERVICES.flatMap((service) => Object.keys(service.pages)));
    expect(CONSOLE_PAGES.filter((page) => !pages.has(page))).toEqual([]);
  });

  test("leaves out what a partition does not have", () => {
    const idsIn = (partition: Partition) => listConsoleServices(partition).map(({ id }) => id);
    expect(idsIn("aws")).toContain("cloudshell");
    expect(idsIn("aws-cn")).not.toContain("cloudshell");
    expect(idsIn("aws-us-gov")).not.toContain("cloudfront");
    expect(idsIn("aws-eusc")).toEqual(expect.arrayContaining(["ec2", "iam", "s3"]));
  });
});
