package dev.shopmirror.simulator.delivery;

/** What tells deliveries of a shop apart; all attempts and duplicates of one share it. */
public record DeliveryKey(String topic, String webhookId) {

    static DeliveryKey of(Run run) {
        return new DeliveryKey(run.delivery.event().topic(), run.delivery.webhookId());
    }
}
