package dev.shopmirror.simulator.catalogue;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** A product's address in the shop, made of its title: {@code Café au lait} → {@code cafe-au-lait}. */
final class Handles {

    private Handles() {}

    /** The title's handle, with a number behind it while another product has that. */
    static String free(String title, Predicate<String> taken) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        String handle =
                plain.replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String base = handle.isEmpty() ? "product" : handle;
        String candidate = base;
        for (int number = 1; taken.test(candidate); number++) {
            candidate = base + '-' + number;
        }
        return candidate;
    }
}
