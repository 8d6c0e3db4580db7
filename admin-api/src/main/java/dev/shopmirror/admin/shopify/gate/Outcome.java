package dev.shopmirror.admin.shopify.gate;

import java.time.Duration;

/** How a try ended, as far as the next calls to the shop are concerned. */
public sealed interface Outcome {

    /** The shop answered, be it with a refusal. */
    record Answered() implements Outcome {}

    /**
     * Too many calls.
     *
     * @param pause until the next one; nothing when what Shopify told of the bucket says it better
     */
    record Throttled(Duration pause) implements Outcome {}

    /**
     * The shop is not there, or not well.
     *
     * @param why in a few words
     */
    record Failed(String why) implements Outcome {}

    /** Nobody waits for the answer any more. */
    record Abandoned() implements Outcome {}
}
