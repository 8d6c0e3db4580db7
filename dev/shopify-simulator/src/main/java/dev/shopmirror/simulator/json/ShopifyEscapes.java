package dev.shopmirror.simulator.json;

import java.util.Arrays;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/** The escapes seen on the wire; control characters in lower-case hex, as Ruby writes them. */
final class ShopifyEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    private static final String UNICODE_ESCAPED = "<>&";

    private final int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();

    ShopifyEscapes() {
        for (int code = 0; code < ' '; code++) {
            if (codes[code] == ESCAPE_STANDARD) {
                codes[code] = ESCAPE_CUSTOM;
            }
        }
        UNICODE_ESCAPED.chars().forEach(character -> codes[character] = ESCAPE_CUSTOM);
        codes['/'] = ESCAPE_CUSTOM;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return Arrays.copyOf(codes, codes.length);
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        if (character >= codes.length || codes[character] != ESCAPE_CUSTOM) {
            return null;
        }
        return new SerializedString(character == '/' ? "\\/" : String.format("\\u%04x", character));
    }
}
