package dev.shopmirror.system.history;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What becomes of one variant when its product is saved. */
public interface VariantEdit {

    int variant();

    /** The variant is there afterwards, with these fields changed. */
    record Save(int variant, ObjectNode fields) implements VariantEdit {}

    record Remove(int variant) implements VariantEdit {}
}
