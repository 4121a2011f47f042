"use client";
import { createContext, type ReactNode, useContext } from "react";

const Endpoint = createContext<string | null>(null);

/** `aws.endpoints.console`, for whatever builds addresses of console pages; null: AWS's own consoles. */
export function ConsoleEndpoint({ url, children }: { url: string | null; children: ReactNode }) {
  return <Endpoint value={url}>{children}</Endpoint>;
}

export function useConsoleEndpoint(): string | null {
  return useContext(Endpoint);
}
