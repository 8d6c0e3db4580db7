package dev.shopmirror.admin.parameter;

import java.util.List;
import java.util.stream.Stream;

import jakarta.ws.rs.core.UriInfo;

import dev.shopmirror.admin.problem.InvalidField;
import dev.shopmirror.admin.problem.ProblemException;

/** Names of query parameters. A misspelt condition must not be answered with the whole list. */
public final class QueryNames {

    private QueryNames() {}

    /** Fails with a problem that names every parameter that is neither known nor one of the others. */
    public static void requireOnly(UriInfo uri, List<String> known, String... others) {
        List<String> names = Stream.concat(known.stream(), Stream.of(others)).toList();
        List<InvalidField> errors = uri.getQueryParameters().keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .map(name -> InvalidField.unknown(name, names))
                .toList();
        ProblemException.throwUnlessEmpty(errors);
    }
}
