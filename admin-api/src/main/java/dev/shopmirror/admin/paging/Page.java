package dev.shopmirror.admin.paging;

import java.util.List;
import java.util.function.Function;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a list. {@code nextCursor} asks for the next page; it is null on the last one. */
public record Page<T>(
        List<T> data,

        @Schema(description = "Value of ?cursor for the next page; null on the last", nullable = true)
        String nextCursor) {

    /**
     * @param fetched up to {@code limit + 1} rows; the surplus one only tells that there is a next page
     * @param key what the list is ordered by
     */
    public static <T> Page<T> of(List<T> fetched, int limit, Function<T, String> key) {
        if (fetched.size() <= limit) {
            return new Page<>(fetched, null);
        }
        List<T> data = List.copyOf(fetched.subList(0, limit));
        return new Page<>(data, Cursor.encode(key.apply(data.get(limit - 1))));
    }

    public <R> Page<R> map(Function<T, R> mapper) {
        return new Page<>(data.stream().map(mapper).toList(), nextCursor);
    }
}
