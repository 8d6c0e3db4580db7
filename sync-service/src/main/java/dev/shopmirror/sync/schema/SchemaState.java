package dev.shopmirror.sync.schema;

import dev.shopmirror.database.SchemaVersion;

/**
 * What the database last said of its schema.
 *
 * @param answered false while it could not be asked
 * @param found version of the newest migration; null when there is none, or none that may be seen
 */
record SchemaState(boolean answered, Integer found) {

    static final SchemaState UNKNOWN = new SchemaState(false, null);

    static SchemaState of(Integer found) {
        return new SchemaState(true, found);
    }

    boolean suffices() {
        return answered && SchemaVersion.suffices(found);
    }

    /** For people: a number, {@code none} or {@code unknown}. */
    String version() {
        if (!answered) {
            return "unknown";
        }
        return found == null ? "none" : found.toString();
    }
}
