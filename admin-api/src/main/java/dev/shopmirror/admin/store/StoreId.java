package dev.shopmirror.admin.store;

import java.util.List;
import java.util.UUID;

import dev.shopmirror.admin.parameter.Parameters;
import dev.shopmirror.admin.problem.InvalidField;
import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;

/** A store's id as it comes in. */
public final class StoreId {

    private StoreId() {}

    /** One in a body or a query; fails with a problem that names the field when the text is no UUID. */
    public static UUID parse(String field, String text) {
        return Parameters.uuid(text)
                .orElseThrow(() -> ProblemException.invalid(List.of(new InvalidField(field, "is not a UUID"))));
    }

    /** One in a path; fails with a problem when the text is no UUID. */
    public static UUID parse(String text) {
        return Parameters.uuid(text)
                .orElseThrow(() -> ProblemException.of(
                        Problem.INVALID_ID, "A store id looks like 3f0e8f0e-6c1c-4a52-9d4b-7a1f6a2f9c11"));
    }
}
