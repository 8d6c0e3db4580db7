package dev.shopmirror.sync.table;

/** A column, named as Shopify names the field. */
public record Column(String name, ColumnType type) {}
