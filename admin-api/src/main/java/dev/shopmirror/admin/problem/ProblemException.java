package dev.shopmirror.admin.problem;

import java.util.List;

/** Ends a request with a problem. The detail is for the caller: it says what to do and holds no secret. */
public final class ProblemException extends RuntimeException {

    private final Problem problem;
    private final transient List<InvalidField> fields;

    private ProblemException(Problem problem, String detail, List<InvalidField> fields) {
        super(detail);
        this.problem = problem;
        this.fields = fields;
    }

    public static ProblemException of(Problem problem, String detail) {
        return new ProblemException(problem, detail, List.of());
    }

    public static ProblemException invalid(List<InvalidField> fields) {
        return new ProblemException(Problem.INVALID_REQUEST, "See errors for each field", fields);
    }

    public Problem problem() {
        return problem;
    }

    List<InvalidField> fields() {
        return fields;
    }
}
