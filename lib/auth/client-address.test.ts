import { describe, expect, test } from "vitest";
import { resolveClientAddress } from "./client-address";

describe("the client's address", () => {
  test("is the socket's when no proxy is trusted, whatever the header says", () => {
    const request = { socketAddress: "::ffff:192.0.2.7", forwardedFor: "203.0.113.9", hops: 0 };
    expect(resolveClientAddress(request)).toBe("192.0.2.7");
  });

  test("is what the outermost trusted proxy saw, not what the client wrote left of it", () => {
    const forwardedFor = "10.9.9.9, 203.0.113.9, 198.51.100.2";
    expect(resolveClientAddress({ socketAddress: "127.0.0.1", forwardedFor, hops: 1 })).toBe("198.51.100.2");
    expect(resolveClientAddress({ socketAddress: "127.0.0.1", forwardedFor, hops: 2 })).toBe("203.0.113.9");
  });

  test("falls back to the socket's when the header is absent, too short or no address", () => {
    const socketAddress = "127.0.0.1";
    expect(resolveClientAddress({ socketAddress, forwardedFor: undefined, hops: 1 })).toBe(socketAddress);
    expect(resolveClientAddress({ socketAddress, forwardedFor: "203.0.113.9", hops: 2 })).toBe(socketAddress);
    expect(resolveClientAddress({ socketAddress, forwardedFor: "<script>", hops: 1 })).toBe(socketAddress);
  });
});
