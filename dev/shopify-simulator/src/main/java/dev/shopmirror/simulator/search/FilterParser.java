package dev.shopmirror.simulator.search;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** Terms joined by AND (or nothing), OR, NOT (or a minus) and parentheses; AND binds closer than OR. */
final class FilterParser {

    /** A parenthesis, a minus before a term, a word of the syntax, or a term whose value may be quoted. */
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:([()])|(-)(?=[\\w(])|(AND|OR|NOT)(?=[\\s(])|([\\w.]+):(>=|<=|>|<|)(?:\"([^\"]*)\"|'([^']*)'|([^\\s()\"']+)))\\s*");

    private final Deque<Token> tokens = new ArrayDeque<>();

    private record Token(String symbol, FilterTerm term) {}

    FilterParser(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new IllegalArgumentException("unreadable from character " + end);
            }
            tokens.add(token(matcher));
            end = matcher.end();
        }
    }

    Predicate<JsonNode> parse() {
        Predicate<JsonNode> whole = either();
        if (!tokens.isEmpty()) {
            throw new IllegalArgumentException("unexpected " + tokens.peek().symbol());
        }
        return whole;
    }

    private static Token token(Matcher matcher) {
        String symbol = first(matcher, 1, 2, 3);
        return symbol.isEmpty()
                ? new Token("", new FilterTerm(first(matcher, 4), first(matcher, 5), first(matcher, 6, 7, 8)))
                : new Token(symbol.replace("-", "NOT"), FilterTerm.NONE);
    }

    private static String first(Matcher matcher, int... groups) {
        for (int group : groups) {
            String text = matcher.group(group);
            if (text != null) {
                return text;
            }
        }
        return "";
    }

    private Predicate<JsonNode> either() {
        Predicate<JsonNode> result = both();
        while (next("OR")) {
            result = result.or(both());
        }
        return result;
    }

    private Predicate<JsonNode> both() {
        Predicate<JsonNode> result = one();
        while (next("AND") || !tokens.isEmpty() && !isAt("OR") && !isAt(")")) {
            result = result.and(one());
        }
        return result;
    }

    private Predicate<JsonNode> one() {
        if (next("NOT")) {
            return one().negate();
        }
        if (next("(")) {
            Predicate<JsonNode> inner = either();
            if (!next(")")) {
                throw new IllegalArgumentException("a parenthesis is not closed");
            }
            return inner;
        }
        Token token = tokens.poll();
        if (token == null || !token.symbol().isEmpty()) {
            throw new IllegalArgumentException("a field and its value are missing");
        }
        return token.term()::matches;
    }

    private boolean next(String symbol) {
        boolean there = isAt(symbol);
        if (there) {
            tokens.remove();
        }
        return there;
    }

    private boolean isAt(String symbol) {
        return !tokens.isEmpty() && tokens.peek().symbol().equals(symbol);
    }
}
