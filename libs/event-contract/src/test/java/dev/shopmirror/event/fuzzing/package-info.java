/**
 * Deliveries that nobody foresaw: those of Shopify, bent. Whoever decides what comes next, a seed or a coverage-guided
 * fuzzer, decides it through {@link dev.shopmirror.event.fuzzing.Choices}; so every finding can be repeated.
 */
package dev.shopmirror.event.fuzzing;
