package dev.shopmirror.admin.problem;

import java.util.Collection;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** One field of a request that is not as it must be; {@code field} is its path in the body or its parameter's name. */
@RegisterForReflection
public record InvalidField(String field, String message) {

    /** One that is not among those that are known. */
    public static InvalidField unknown(String field, Collection<String> known) {
        return new InvalidField(field, "is not known here: " + String.join(", ", known) + " are");
    }
}
