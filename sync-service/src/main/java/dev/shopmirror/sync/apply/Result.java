package dev.shopmirror.sync.apply;

/** What became of a change. Never read one as another: a stale write says nothing about what is gone. */
public enum Result {
    WRITTEN,
    /** The row, or the tombstone, was of a newer version. */
    STALE,
    /** A newer change of the same batch made it needless. */
    SUPERSEDED
}
