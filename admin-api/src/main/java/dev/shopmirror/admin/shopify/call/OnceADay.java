package dev.shopmirror.admin.shopify.call;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is worth saying once a day. It remembers the latest hundred things. */
final class OnceADay {

    private static final int MOST = 100;
    private static final Duration DAY = Duration.ofDays(1);

    private final Map<String, Instant> said = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    /** Whether to say it now; it counts as said then. */
    synchronized boolean isDue(String what, Instant now) {
        Instant last = said.get(what);
        if (last != null && now.isBefore(last.plus(DAY))) {
            return false;
        }
        said.put(what, now);
        return true;
    }
}
