/** Next calls this once, before it answers anything: the configuration is checked, the database brought up to date. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const [{ startPortal }, { stampRequests }, { currentConfig }, { takeProgramCalls }] = await Promise.all([
    import("#lib/broker/start-portal"),
    import("#lib/auth/stamp-requests"),
    import("#lib/config/current"),
    import("./app/take-program-calls"),
  ]);
  await startPortal();
  stampRequests(await currentConfig().then(({ portal }) => portal));
  takeProgramCalls();
}
