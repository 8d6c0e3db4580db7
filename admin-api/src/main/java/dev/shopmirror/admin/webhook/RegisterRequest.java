package dev.shopmirror.admin.webhook;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.shopmirror.admin.wanted.WantedTopic;

/** Which store, and which topics when not those it should have. */
record RegisterRequest(
        @Schema(description = "UUID of the store") @NotNull String storeId,

        @Schema(description = "What the store should have, when absent") @Size(min = 1, max = 100)
        List<@NotNull @Pattern(regexp = WantedTopic.FORM, message = "must be a topic such as products/update") String>
                topics) {}
