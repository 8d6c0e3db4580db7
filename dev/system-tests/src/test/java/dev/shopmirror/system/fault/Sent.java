package dev.shopmirror.system.fault;

import java.nio.ByteBuffer;

import dev.shopmirror.system.route.DeliveryId;

/**
 * A delivery as it lies in Kafka.
 *
 * @param body the bytes that were signed
 */
record Sent(DeliveryId delivery, ByteBuffer body) {}
