// Loaded into the portal's process before anything else: it ends with the demo, even when that is killed by force.
process.on("disconnect", () => process.exit(0));
