package dev.shopmirror.sync.delivery;

/** A delivery and what became of it. */
public record Settled(Delivery delivery, Outcome outcome) {}
