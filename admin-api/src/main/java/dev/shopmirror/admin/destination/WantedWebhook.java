package dev.shopmirror.admin.destination;

/** A subscription as it should be at Shopify. */
public record WantedWebhook(String topic, String address) {}
