package dev.shopmirror.admin.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import dev.shopmirror.admin.problem.InvalidField;
import dev.shopmirror.admin.problem.ProblemException;

/** Which page of a list is wanted. All of it is text, so that every error is named. */
public class PageQuery {

    public static final List<String> PAGING = List.of("limit", "cursor");

    private static final int MAX = 250;

    @QueryParam("limit")
    @DefaultValue("50")
    @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "250"))
    public String limit;

    @QueryParam("cursor")
    @Parameter(description = "nextCursor of the page before")
    public String cursor;

    protected static List<String> withPaging(String... names) {
        return Stream.concat(Stream.of(names), PAGING.stream()).toList();
    }

    /** How many rows the page has; fails with a problem that names the parameter. */
    public int rows() {
        List<InvalidField> errors = new ArrayList<>();
        int rows = rows(errors);
        ProblemException.throwUnlessEmpty(errors);
        return rows;
    }

    /** Answers 1 where the text is no limit, and says so in the errors. */
    protected int rows(List<InvalidField> errors) {
        int rows = limit.matches("[0-9]{1,3}") ? Integer.parseInt(limit) : 0;
        if (rows < 1 || rows > MAX) {
            errors.add(new InvalidField("limit", "must be a number from 1 to " + MAX));
            return 1;
        }
        return rows;
    }
}
