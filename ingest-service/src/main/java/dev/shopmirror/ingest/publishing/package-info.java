/** Hands records to Kafka: the producer, its health, and how much may be on its way. */
@NullMarked
package dev.shopmirror.ingest.publishing;

import org.jspecify.annotations.NullMarked;
