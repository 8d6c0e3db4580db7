package dev.shopmirror.ingest.intake;

import java.time.Instant;

/**
 * One POST, wholly received and not yet checked.
 *
 * @param pathTopic what follows the endpoint's path, decoded; empty when nothing does
 * @param body the bytes as they arrived
 * @param receivedAt when the last byte was there
 */
record Delivery(DeliveryHeaders headers, String pathTopic, byte[] body, Instant receivedAt) {}
