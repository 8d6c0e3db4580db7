package dev.shopmirror.admin.problem;

import java.util.List;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import org.jspecify.annotations.Nullable;

/** What a failure is to the caller. Names of classes and messages of libraries stay inside. */
final class ProblemTranslation {

    private ProblemTranslation() {}

    static ProblemException translate(Throwable failure) {
        if (failure instanceof ProblemException problem) {
            return problem;
        }
        if (failure instanceof AuthenticationFailedException) {
            return ProblemException.of(
                    Problem.UNAUTHENTICATED,
                    "The token is expired, is not for this API, lacks a claim, or its signature is wrong");
        }
        if (failure instanceof UnauthorizedException) {
            return ProblemException.of(Problem.UNAUTHENTICATED, "Send Authorization: Bearer <token>");
        }
        if (failure instanceof ForbiddenException) {
            return ProblemException.of(
                    Problem.FORBIDDEN, "Reading takes the role viewer or operator, changing takes operator");
        }
        if (failure instanceof ConstraintViolationException violations) {
            return ProblemException.invalid(fieldsOf(violations));
        }
        if (failure instanceof JsonProcessingException json) {
            return ofJson(json);
        }
        if (DatabaseOutage.isOne(failure)) {
            return ProblemException.of(Problem.DATABASE_UNAVAILABLE, "Try again when /q/health/ready says UP");
        }
        return failure instanceof WebApplicationException web ? ofFramework(web) : internalError();
    }

    private static ProblemException ofFramework(WebApplicationException web) {
        if (web.getCause() instanceof JsonProcessingException json) {
            return ofJson(json);
        }
        int status = web.getResponse().getStatus();
        return switch (status) {
            case 400 -> ProblemException.of(Problem.INVALID_REQUEST, "The body or a parameter cannot be read");
            case 401 -> translate(new UnauthorizedException());
            case 403 -> translate(new ForbiddenException());
            case 404 -> web.getCause() == null ? nothingThere() : unreadableParameter();
            case 405 -> ProblemException.of(Problem.METHOD_NOT_ALLOWED, "The methods are listed at /q/openapi");
            case 406 -> ProblemException.of(Problem.NOT_ACCEPTABLE, "Answers are application/json");
            case 413 -> ProblemException.of(Problem.BODY_TOO_LARGE, "Bodies here are small JSON objects");
            case 415 -> ProblemException.of(Problem.UNSUPPORTED_MEDIA_TYPE, "Send Content-Type: application/json");
            default -> status >= 400 && status < 500 ? ProblemException.refused(status) : internalError();
        };
    }

    private static ProblemException nothingThere() {
        return ProblemException.of(Problem.NOT_FOUND, "The routes are listed at /q/openapi");
    }

    /** The framework takes a parameter that is no number for an address that is not there. */
    private static ProblemException unreadableParameter() {
        return ProblemException.of(
                Problem.INVALID_REQUEST, "A parameter in the path or the query has the wrong type: see /q/openapi");
    }

    private static ProblemException ofJson(JsonProcessingException json) {
        if (json instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return ProblemException.invalid(List.of(invalid(mapping)));
        }
        return ProblemException.of(Problem.INVALID_REQUEST, "The body is not a JSON object");
    }

    private static InvalidField invalid(JsonMappingException mapping) {
        if (mapping instanceof UnrecognizedPropertyException unknown) {
            List<String> known =
                    unknown.getKnownPropertyIds().stream().map(String::valueOf).toList();
            return InvalidField.unknown(pathOf(mapping), known);
        }
        return new InvalidField(pathOf(mapping), "has the wrong type");
    }

    /** Such as {@code topics[0]}. */
    private static String pathOf(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : mapping.getPath()) {
            append(path, reference.getFieldName(), reference.getIndex());
        }
        return path.toString();
    }

    private static List<InvalidField> fieldsOf(ConstraintViolationException violations) {
        return violations.getConstraintViolations().stream()
                .map(ProblemTranslation::fieldOf)
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .toList();
    }

    private static InvalidField fieldOf(ConstraintViolation<?> violation) {
        StringBuilder path = new StringBuilder();
        String parameter = "body";
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case PARAMETER -> parameter = node.getName();
                case PROPERTY -> append(path, node.getName(), 0);
                case CONTAINER_ELEMENT -> append(path, null, node.getIndex());
                default -> {}
            }
        }
        return new InvalidField(path.isEmpty() ? parameter : path.toString(), violation.getMessage());
    }

    private static void append(StringBuilder path, @Nullable String name, int index) {
        if (name == null) {
            path.append('[').append(index).append(']');
        } else {
            path.append(path.isEmpty() ? "" : ".").append(name);
        }
    }

    private static ProblemException internalError() {
        return ProblemException.of(Problem.INTERNAL_ERROR, "The log of the service says more");
    }
}
