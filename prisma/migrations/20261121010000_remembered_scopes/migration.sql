-- CreateTable
CREATE TABLE "RememberedScope" (
    "idp" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "roleName" TEXT NOT NULL,
    "scope" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RememberedScope_pkey" PRIMARY KEY ("idp","subject","accountId","roleName")
);
