package dev.shopmirror.admin.description;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Gives every field its example, unless it has one beside its code: the same name means the same thing in all bodies.
 * {@code openapi-examples.json} has them by {@code Schema.field} or, for all schemas, by {@code field}.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class Examples implements OASFilter {

    private static final String FILE = "/openapi-examples.json";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map<String, Object> examples = read();
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        schemas.forEach((name, schema) -> {
            add(schema, examples.get(name));
            if (schema.getProperties() != null) {
                schema.getProperties()
                        .forEach((field, described) ->
                                add(described, examples.getOrDefault(name + "." + field, examples.get(field))));
            }
        });
    }

    private static void add(Schema schema, @Nullable Object example) {
        boolean own = schema.getRef() == null && schema.getAnyOf() == null && schema.getExamples() == null;
        if (own && example != null) {
            schema.addExample(example);
        }
    }

    private static Map<String, Object> read() {
        try (InputStream file = Examples.class.getResourceAsStream(FILE)) {
            return new ObjectMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
