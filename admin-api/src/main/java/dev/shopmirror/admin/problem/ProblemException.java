package dev.shopmirror.admin.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ends a request with a problem. The detail is for the caller: it says what to do and holds no secret. */
public final class ProblemException extends RuntimeException {

    private final Problem problem;
    private final int status;
    private final transient List<InvalidField> fields;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    private Duration retryAfter;

    private ProblemException(Problem problem, int status, String detail, List<InvalidField> fields) {
        super(detail);
        this.problem = problem;
        this.status = status;
        this.fields = fields;
    }

    public static ProblemException of(Problem problem, String detail) {
        return new ProblemException(problem, problem.status(), detail, List.of());
    }

    public static ProblemException invalid(List<InvalidField> fields) {
        return new ProblemException(
                Problem.INVALID_REQUEST, Problem.INVALID_REQUEST.status(), "See errors for each field", fields);
    }

    /** Fails with a problem that names every field, if there are any. */
    public static void throwUnlessEmpty(List<InvalidField> fields) {
        if (!fields.isEmpty()) {
            throw invalid(fields);
        }
    }

    /** @param wait until when it makes no sense to ask again */
    public static ProblemException tooManyRequests(Duration wait) {
        ProblemException problem = of(Problem.TOO_MANY_REQUESTS, "Retry-After says when to go on");
        problem.retryAfter = wait;
        return problem;
    }

    /** A request that HTTP has a status of its own for, and this API no problem. */
    static ProblemException refused(int status) {
        return new ProblemException(
                Problem.INVALID_REQUEST, status, "What is wrong with it, HTTP status " + status + " says", List.of());
    }

    /** The same with a member of its own in the body, RFC 9457 section 3.2, for what a program reads. */
    public ProblemException with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    public Problem problem() {
        return problem;
    }

    int status() {
        return status;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    List<InvalidField> fields() {
        return fields;
    }

    Map<String, Object> members() {
        return members;
    }
}
