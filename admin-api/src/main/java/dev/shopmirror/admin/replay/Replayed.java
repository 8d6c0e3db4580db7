package dev.shopmirror.admin.replay;

/**
 * What came of sending deliveries once more.
 *
 * @param published acknowledged by Kafka
 * @param gone their bodies are nowhere any more
 */
public record Replayed(int published, int gone) {}
