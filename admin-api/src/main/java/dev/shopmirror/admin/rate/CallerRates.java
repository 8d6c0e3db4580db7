package dev.shopmirror.admin.rate;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A leaky bucket for each caller. Keeps the callers that were last seen; one that is forgotten begins anew. */
final class CallerRates {

    static final int MAX_CALLERS = 10_000;

    /** What a caller has used up, in requests, as of a moment. */
    private record Level(double used, long nanos) {}

    private final double perNano;
    private final int burst;
    private final Map<String, Level> levels = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Level> eldest) {
            return size() > MAX_CALLERS;
        }
    };

    CallerRates(int perSecond, int burst) {
        this.perNano = perSecond / 1e9;
        this.burst = burst;
    }

    /**
     * How long the caller has to wait; zero when the request may be made, which then counts.
     *
     * @param nanos a clock that only goes forward, {@link System#nanoTime()}
     */
    synchronized Duration take(String caller, long nanos) {
        Level last = levels.getOrDefault(caller, new Level(0, nanos));
        double used = Math.max(0, last.used() - (nanos - last.nanos()) * perNano) + 1;
        if (used > burst) {
            return Duration.ofNanos((long) Math.ceil((used - burst) / perNano));
        }
        levels.put(caller, new Level(used, nanos));
        return Duration.ZERO;
    }
}
