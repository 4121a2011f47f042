-- CreateTable
CREATE TABLE "RolePreference" (
    "idp" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "roleName" TEXT NOT NULL,
    "position" INTEGER,
    "alias" TEXT,
    "score" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "lastUsedAt" TIMESTAMPTZ(3),
    "lastKind" TEXT,
    "lastRegion" TEXT,
    "lastDurationSeconds" INTEGER,

    CONSTRAINT "RolePreference_pkey" PRIMARY KEY ("idp","subject","accountId","roleName")
);

-- CreateTable
CREATE TABLE "ViewPreference" (
    "idp" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "grouping" TEXT NOT NULL DEFAULT 'account',
    "collapsed" TEXT[],
    "welcomed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ViewPreference_pkey" PRIMARY KEY ("idp","subject")
);

-- CreateIndex
CREATE INDEX "RolePreference_lastUsedAt_idx" ON "RolePreference"("lastUsedAt");
