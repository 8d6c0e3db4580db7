package dev.shopmirror.admin.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** One field of a request that is not as it must be; {@code field} is its path in the body or its parameter's name. */
@RegisterForReflection
public record InvalidField(String field, String message) {}
