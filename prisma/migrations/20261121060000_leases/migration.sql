-- CreateTable
CREATE TABLE "Lease" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "sessionId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "roleName" TEXT NOT NULL,
    "reason" TEXT,
    "scope" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "lastUsedAt" TIMESTAMPTZ(3),
    "lastAddress" TEXT,
    "lastUserAgent" TEXT,
    "endedAt" TIMESTAMPTZ(3),
    "endReason" TEXT,

    CONSTRAINT "Lease_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Lease_tokenHash_key" ON "Lease"("tokenHash");

-- CreateIndex
CREATE INDEX "Lease_sessionId_idx" ON "Lease"("sessionId");

-- CreateIndex
CREATE INDEX "Lease_expiresAt_idx" ON "Lease"("expiresAt");

-- AddForeignKey
ALTER TABLE "Lease" ADD CONSTRAINT "Lease_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
