package dev.shopmirror.simulator.delivery;

/**
 * What is still to be delivered.
 *
 * @param waiting first attempts that have not started
 * @param inFlight attempts without an answer yet
 * @param retrying failed deliveries whose next attempt is not due
 */
public record Backlog(int waiting, int inFlight, int retrying) {

    /** Whether nothing is left to deliver. */
    public boolean isSettled() {
        return waiting + inFlight + retrying == 0;
    }
}
