package dev.shopmirror.admin.problem;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A problem as {@code application/problem+json}, RFC 9457; {@code errors} names each invalid field. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemBody(
        String type, String title, int status, String code, String detail, String instance, List<InvalidField> errors) {

    static ProblemBody of(ProblemException e, String path) {
        Problem problem = e.problem();
        return new ProblemBody(
                problem.type(), problem.title(), e.status(), problem.code(), e.getMessage(), path, e.fields());
    }
}
