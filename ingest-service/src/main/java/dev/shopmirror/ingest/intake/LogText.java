package dev.shopmirror.ingest.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/** Makes what strangers send fit for a line of a log. */
final class LogText {

    private static final int LONGEST = 300;

    private LogText() {}

    /** One line of bounded length, without control characters; {@code -} for nothing. */
    static String printable(@Nullable String text) {
        if (text == null) {
            return "-";
        }
        int length = Math.min(text.length(), LONGEST);
        for (int i = 0; i < length; i++) {
            if (isControl(text.charAt(i))) {
                return masked(text, length);
            }
        }
        return length < text.length() ? text.substring(0, length) + "…" : text;
    }

    static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    private static String masked(String text, int length) {
        StringBuilder masked = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            masked.append(isControl(text.charAt(i)) ? '?' : text.charAt(i));
        }
        return masked.toString();
    }

    /** Also the separators that some viewers take for a line's end. */
    private static boolean isControl(char c) {
        return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
    }
}
