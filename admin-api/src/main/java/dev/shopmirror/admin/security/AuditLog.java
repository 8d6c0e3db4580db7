package dev.shopmirror.admin.security;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** Writes who changed what. The log category is {@code audit}. */
@ApplicationScoped
public class AuditLog {

    private static final Logger log = Logger.getLogger("audit");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final JsonWebToken caller;

    /** @param caller the token of the request under way */
    public AuditLog(JsonWebToken caller) {
        this.caller = caller;
    }

    /**
     * @param change what happened, such as {@code Store created}
     * @param details {@code key=value} pairs, without secrets
     */
    public void record(String change, String details) {
        log.infof("%s actor=%s %s", change, oneLine(caller.getSubject()), oneLine(details));
    }

    /** What the service does of itself, whoever's request may have led to it. */
    public static void recordOwn(String change, String details) {
        log.infof("%s actor=shopmirror %s", change, oneLine(details));
    }

    /** A claim or a name with a line break must not pass for an entry of its own. */
    private static String oneLine(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }
}
