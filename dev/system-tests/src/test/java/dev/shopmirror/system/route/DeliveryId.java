package dev.shopmirror.system.route;

/** A delivery within its shop: the same for every attempt. */
public record DeliveryId(String topic, String webhookId) {}
