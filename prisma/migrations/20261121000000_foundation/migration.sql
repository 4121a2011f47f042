-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "idp" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "email" TEXT,
    "name" TEXT,
    "identity" JSONB NOT NULL,
    "nameId" JSONB,
    "sessionIndex" TEXT,
    "address" TEXT,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endReason" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Proof" (
    "sessionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Proof_pkey" PRIMARY KEY ("sessionId","kind")
);

-- CreateTable
CREATE TABLE "SamlRequest" (
    "id" TEXT NOT NULL,
    "relayState" TEXT NOT NULL,
    "idp" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "state" TEXT,
    "codeChallenge" TEXT,
    "sessionId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SamlRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SamlReplay" (
    "idp" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SamlReplay_pkey" PRIMARY KEY ("idp","messageId")
);

-- CreateTable
CREATE TABLE "SignInCode" (
    "codeHash" TEXT NOT NULL,
    "idp" TEXT NOT NULL,
    "state" TEXT,
    "codeChallenge" TEXT,
    "sealed" BYTEA NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInCode_pkey" PRIMARY KEY ("codeHash")
);

-- CreateTable
CREATE TABLE "Continuation" (
    "handleHash" TEXT NOT NULL,
    "idp" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "request" JSONB NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Continuation_pkey" PRIMARY KEY ("handleHash")
);

-- CreateTable
CREATE TABLE "SigningKey" (
    "kid" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "sealedKey" BYTEA NOT NULL,
    "publicJwk" JSONB NOT NULL,
    "certificatePem" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "activatesAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SigningKey_pkey" PRIMARY KEY ("kid")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "idp" TEXT,
    "subject" TEXT,
    "email" TEXT,
    "sessionId" UUID,
    "address" TEXT,
    "userAgent" TEXT,
    "accountId" TEXT,
    "roleName" TEXT,
    "roleArn" TEXT,
    "detail" JSONB NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_idp_subject_createdAt_idx" ON "Session"("idp", "subject", "createdAt");

-- CreateIndex
CREATE INDEX "Session_idp_sessionIndex_idx" ON "Session"("idp", "sessionIndex");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "Proof_expiresAt_idx" ON "Proof"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "SamlRequest_relayState_key" ON "SamlRequest"("relayState");

-- CreateIndex
CREATE INDEX "SamlRequest_expiresAt_idx" ON "SamlRequest"("expiresAt");

-- CreateIndex
CREATE INDEX "SamlReplay_expiresAt_idx" ON "SamlReplay"("expiresAt");

-- CreateIndex
CREATE INDEX "SignInCode_expiresAt_idx" ON "SignInCode"("expiresAt");

-- CreateIndex
CREATE INDEX "Continuation_expiresAt_idx" ON "Continuation"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "SigningKey_generation_key" ON "SigningKey"("generation");

-- CreateIndex
CREATE INDEX "AuditEvent_idp_subject_id_idx" ON "AuditEvent"("idp", "subject", "id");

-- AddForeignKey
ALTER TABLE "Proof" ADD CONSTRAINT "Proof_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
