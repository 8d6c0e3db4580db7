package dev.shopmirror.admin.reencryption;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the stored tokens stand after the run. */
record ReencryptionAnswer(
        boolean success,

        @Schema(description = "The key they are under: the first of TOKEN_ENCRYPTION_KEYS", examples = "k2")
        String keyId,

        @Schema(description = "Stores whose tokens were encrypted anew")
        long reencrypted,

        @Schema(description = "Stores whose tokens were under the key already")
        long alreadyCurrent,

        @Schema(
                description = "Stores whose tokens are still under another key: keep it, and run again or give new"
                        + " credentials")
        List<UUID> failed) {}
