-- CreateTable
CREATE TABLE "TrustPolicy" (
    "roleArn" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "maxSessionDurationSeconds" INTEGER,
    "idp" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "email" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TrustPolicy_pkey" PRIMARY KEY ("roleArn")
);

-- CreateIndex
CREATE INDEX "AuditEvent_requestId_idx" ON "AuditEvent"("requestId");

-- CreateIndex
CREATE INDEX "AuditEvent_outcome_id_idx" ON "AuditEvent"("outcome", "id");
