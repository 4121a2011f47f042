import { expect, test } from "vitest";
import { isWithin } from "./networks";

const OFFICE = ["10.20.0.0/16", "2001:db8:7::/48"];

test.each([
  ["10.20.255.1", OFFICE, true],
  ["2001:db8:7:1::9", OFFICE, true],
  ["10.21.0.1", OFFICE, false],
  ["2001:db8:8::1", OFFICE, false],
  ["not an address", OFFICE, false],
  [null, OFFICE, false],
  [null, [], true],
  ["203.0.113.1", [], true],
] as const)("%s in %j: %s", (address, networks, expected) => expect(isWithin(address, networks)).toBe(expected));
