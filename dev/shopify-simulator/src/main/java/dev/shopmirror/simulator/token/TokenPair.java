package dev.shopmirror.simulator.token;

import org.jspecify.annotations.Nullable;

/**
 * What a token request answers with.
 *
 * @param refresh null where none is issued
 */
public record TokenPair(String access, @Nullable String refresh) {

    /** Without the tokens. */
    @Override
    public String toString() {
        return "TokenPair[refreshable=" + (refresh != null) + ']';
    }
}
