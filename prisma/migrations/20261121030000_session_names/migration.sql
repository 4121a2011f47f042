-- CreateTable
CREATE TABLE "SessionName" (
    "name" TEXT NOT NULL,
    "idp" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SessionName_pkey" PRIMARY KEY ("name")
);
