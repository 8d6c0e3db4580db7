package dev.shopmirror.admin.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to the deletion of one webhook. */
record DeleteAnswer(
        boolean success,

        @Schema(examples = "Webhook deleted successfully") String message) {

    static final DeleteAnswer DONE = new DeleteAnswer(true, "Webhook deleted successfully");
}
