package dev.shopmirror.admin.problem;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A problem as {@code application/problem+json}, RFC 9457; {@code errors} names each invalid field. */
@RegisterForReflection
@Schema(name = "Problem", description = "RFC 9457. code is stable: branch on it, and show detail")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemBody(
        @Schema(examples = "urn:shopmirror:problem:invalid-request")
        String type,

        @Schema(examples = "The request is not valid") String title,
        @Schema(examples = "400") int status,
        @Schema(examples = "invalid-request") String code,

        @Schema(description = "What to do about it", examples = "See errors for each field")
        String detail,

        @Schema(examples = "/api/admin/stores") String instance,

        @Schema(description = "Each field that is not as it must be; absent when it is not about fields")
        List<InvalidField> errors,

        @Schema(hidden = true) @JsonAnyGetter Map<String, Object> members) {

    static ProblemBody of(ProblemException e, String path) {
        Problem problem = e.problem();
        return new ProblemBody(
                problem.type(),
                problem.title(),
                e.status(),
                problem.code(),
                e.getMessage(),
                path,
                e.fields(),
                e.members());
    }
}
