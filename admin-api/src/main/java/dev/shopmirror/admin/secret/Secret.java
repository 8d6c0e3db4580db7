package dev.shopmirror.admin.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Text that may come in but never goes out: it has no JSON form, and its {@code toString} hides it. */
@Schema(type = SchemaType.STRING, format = "password", writeOnly = true)
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The text itself, for the one place that must send or encrypt it. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret
                && MessageDigest.isEqual(value.getBytes(UTF_8), secret.value.getBytes(UTF_8));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "(hidden)";
    }
}
