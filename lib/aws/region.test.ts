import { describe, expect, it } from "vitest";
import { isPartition, PARTITIONS, partitionOfRegion } from "./partition";
import { isRegion, REGIONS, stsEndpoint } from "./region";

const partitions = Object.keys(PARTITIONS).filter(isPartition);

describe("Regions", () => {
  it.each(partitions)("of %s are listed once, are Regions, and lead back to it", (partition) => {
    const codes = REGIONS[partition].map((region) => region.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toContain(PARTITIONS[partition].defaultRegion);
    for (const code of codes) expect([isRegion(code), partitionOfRegion(code)]).toEqual([true, partition]);
  });

  it.each([
    ["eu-west-1", "https://sts.eu-west-1.amazonaws.com"],
    ["us-east-1", "https://sts.us-east-1.amazonaws.com"],
    ["cn-north-1", "https://sts.cn-north-1.amazonaws.com.cn"],
    ["us-gov-west-1", "https://sts.us-gov-west-1.amazonaws.com"],
    ["eusc-de-east-1", "https://sts.eusc-de-east-1.amazonaws.eu"],
  ])("%s has the STS endpoint %s", (region, endpoint) => {
    expect(stsEndpoint(region)).toBe(endpoint);
  });

  it.each([
    "",
    "eu-west-1.evil.example/",
    "eu-west-1@evil.example",
    "EU-WEST-1",
    "eu-west-1\n",
    "eu--west-1",
    "x".repeat(99),
  ])("%j is none, and gets no endpoint", (text) => {
    expect(isRegion(text)).toBe(false);
    expect(() => stsEndpoint(text)).toThrow();
  });
});
