package dev.shopmirror.sync.delivery;

import java.util.UUID;

/** What sync-service knows of a store. The rest of the row is admin-api's. */
public record KnownStore(UUID id, String shopDomain, boolean active) {}
