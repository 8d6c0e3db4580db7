package dev.shopmirror.simulator.subscription;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shopify's 422: what is wrong, by field. */
public final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, List<String>> errors;

    Refused(Map<String, List<String>> errors) {
        super(errors.toString());
        this.errors = Map.copyOf(errors);
    }

    Refused(String field, String words) {
        this(Map.of(field, List.of(words)));
    }

    /** Field to messages: {@code address} → {@code for this topic has already been taken}. */
    public Map<String, List<String>> errors() {
        return new LinkedHashMap<>(errors);
    }
}
