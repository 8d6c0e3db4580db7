package dev.shopmirror.sync.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class ChunksTest {

    @Test
    void piecesAreBoundedByCount() {
        assertThat(chunks(2, 1000, 10, 11, 12, 13, 14)).containsExactly(List.of(10, 11), List.of(12, 13), List.of(14));
    }

    @Test
    void piecesAreBoundedByWeight() {
        assertThat(chunks(100, 25, 10, 11, 12, 5)).containsExactly(List.of(10, 11), List.of(12, 5));
    }

    @Test
    void elementThatOutweighsTheBoundStandsAlone() {
        assertThat(chunks(100, 25, 10, 90, 11)).containsExactly(List.of(10), List.of(90), List.of(11));
    }

    @Test
    void nothingIsNoPiece() {
        assertThat(chunks(100, 25)).isEmpty();
    }

    private static List<List<Integer>> chunks(int maxCount, long maxWeight, Integer... weights) {
        return Chunks.of(List.of(weights), maxCount, Integer::longValue, maxWeight);
    }
}
