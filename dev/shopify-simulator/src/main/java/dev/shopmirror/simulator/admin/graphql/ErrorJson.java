package dev.shopmirror.simulator.admin.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;

import dev.shopmirror.simulator.json.Json;

/** Top-level {@code errors}, with Shopify's codes. */
final class ErrorJson {

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("FieldUndefined", "undefinedField"),
            Map.entry("UnknownArgument", "argumentNotAccepted"),
            Map.entry("MissingFieldArgument", "missingRequiredArguments"),
            Map.entry("WrongType", "argumentLiteralsIncompatible"),
            Map.entry("NullValueForNonNullArgument", "argumentLiteralsIncompatible"),
            Map.entry("SubselectionRequired", "selectionMismatch"),
            Map.entry("SubselectionNotAllowed", "selectionMismatch"),
            Map.entry("UndefinedVariable", "variableNotDefined"),
            Map.entry("UnusedVariable", "variableNotUsed"),
            Map.entry("VariableTypeMismatch", "variableMismatch"),
            Map.entry("UnknownType", "undefinedType"));

    private static final Pattern UNDEFINED_FIELD = Pattern.compile("Field '(\\w+)' in type '(\\w+)' is undefined");
    private static final Pattern VARIABLE = Pattern.compile("[Vv]ariable '(\\w+)'");

    private ErrorJson() {}

    /** {@code {"errors":[…]}}, or an empty object when there are none. */
    static ObjectNode list(List<GraphQLError> errors) {
        ObjectNode answer = Json.NODES.objectNode();
        if (!errors.isEmpty()) {
            ArrayNode list = answer.putArray("errors");
            errors.forEach(error -> list.add(one(error)));
        }
        return answer;
    }

    private static ObjectNode one(GraphQLError error) {
        Map<String, Object> shown = new LinkedHashMap<>(error.toSpecification());
        shown.put("message", message(error));
        Map<String, Object> extensions = extensions(error);
        shown.remove("extensions");
        if (!extensions.isEmpty()) {
            shown.put("extensions", extensions);
        }
        return Json.tree(shown);
    }

    private static String message(GraphQLError error) {
        String words = String.valueOf(error.getMessage()).replaceFirst("^Validation error \\([^)]*\\) : ", "");
        Matcher field = UNDEFINED_FIELD.matcher(words);
        if (field.find()) {
            return "Field '" + field.group(1) + "' doesn't exist on type '" + field.group(2) + "'";
        }
        Matcher variable = VARIABLE.matcher(words);
        boolean badVariable = isBadVariable(error) && variable.find();
        return badVariable ? "Variable $" + variable.group(1) + " was provided invalid value" : words;
    }

    private static Map<String, Object> extensions(GraphQLError error) {
        if (error instanceof ValidationError invalid
                && invalid.getValidationErrorType() instanceof ValidationErrorType type) {
            return Map.of("code", CODES.getOrDefault(type.name(), "invalidDocument"));
        }
        if (isBadVariable(error)) {
            Map<String, Object> problem = Map.of("path", List.of(), "explanation", String.valueOf(error.getMessage()));
            return Map.of("code", "INVALID_VARIABLE", "problems", List.of(problem));
        }
        return error.getExtensions() == null ? Map.of() : error.getExtensions();
    }

    /** Of what is no ValidationError itself, graphql-java says so only of variables. */
    private static boolean isBadVariable(GraphQLError error) {
        return ErrorType.ValidationError.equals(error.getErrorType()) && !(error instanceof ValidationError);
    }
}
