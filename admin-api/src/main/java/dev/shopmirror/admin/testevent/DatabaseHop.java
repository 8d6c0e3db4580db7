package dev.shopmirror.admin.testevent;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What sync-service wrote into the ledger. */
@Schema(name = "TestEventDatabase")
record DatabaseHop(
        boolean ok,
        @Schema(examples = "ignored", nullable = true) String outcome,
        @Schema(examples = "test", nullable = true) String reason,
        @Schema(nullable = true) Instant receivedAt,
        @Schema(nullable = true) Instant committedAt) {

    static final DatabaseHop MISSING = new DatabaseHop(false, null, null, null, null);
}
