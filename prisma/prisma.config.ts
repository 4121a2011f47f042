import { defineConfig } from "prisma/config";

// Only `prisma generate` reads this. Migrations are applied by the portal itself (lib/db/migrate.ts).
export default defineConfig({ schema: "schema.prisma" });
