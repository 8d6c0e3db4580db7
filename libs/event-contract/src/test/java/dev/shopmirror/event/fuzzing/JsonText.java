package dev.shopmirror.event.fuzzing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * JSON as it is written, which knows what no tree of values does: names that stand twice, numbers of any length, literals
 * that are none.
 *
 * @param name quoted and escaped; null in a list and at the top
 * @param literal null for an object or a list
 */
record JsonText(String name, String literal, boolean list, List<JsonText> children) {

    private static final JsonFactory JSON = new JsonFactory();

    static JsonText parse(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            return read(null, parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonText literal(String name, String literal) {
        return new JsonText(name, literal, false, List.of());
    }

    JsonText named(String other) {
        return new JsonText(other, literal, list, children);
    }

    /** Every list and object, this one first. */
    List<JsonText> containers() {
        List<JsonText> found = new ArrayList<>();
        collect(found);
        return found;
    }

    String render() {
        StringBuilder text = new StringBuilder();
        render(text);
        return text.toString();
    }

    private void collect(List<JsonText> found) {
        if (literal == null) {
            found.add(this);
            children.forEach(child -> child.collect(found));
        }
    }

    private void render(StringBuilder text) {
        if (name != null) {
            text.append(name).append(':');
        }
        if (literal != null) {
            text.append(literal);
            return;
        }
        text.append(list ? '[' : '{');
        for (int i = 0; i < children.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            children.get(i).render(text);
        }
        text.append(list ? ']' : '}');
    }

    private static JsonText read(String name, JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return literal(name, '"' + escaped(parser.getText()) + '"');
        }
        if (!parser.currentToken().isStructStart()) {
            return literal(name, parser.getText());
        }
        boolean list = parser.isExpectedStartArrayToken();
        List<JsonText> children = new ArrayList<>();
        while (!parser.nextToken().isStructEnd()) {
            String childName = list ? null : '"' + escaped(parser.currentName()) + '"';
            if (!list) {
                parser.nextToken();
            }
            children.add(read(childName, parser));
        }
        return new JsonText(name, null, list, children);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
