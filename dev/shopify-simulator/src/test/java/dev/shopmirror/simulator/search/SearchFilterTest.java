package dev.shopmirror.simulator.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchFilterTest {

    private static final String BODY = """
            {"id":788032119674292922,"title":"Blue (big) shirt","status":"active","tags":"new, sale","vendor":"",
             "template_suffix":null,
             "variants":[{"price":"9.99","sku":"A-1"},{"price":"25","sku":"B-1"}]}""";

    private static boolean matches(String filter) throws Exception {
        JsonNode body = new ObjectMapper().readTree(BODY);
        return SearchFilter.parse(filter).matches(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status:active",
                "id:788032119674292922",
                "id:*",
                "title:\"Blue (big) shirt\"",
                "title:'Blue (big) shirt'",
                "title:Blue*",
                "tags:*sale*",
                "variants.price:>=25.00",
                "variants.price:<10",
                "variants.sku:B-1 status:active",
                "status:draft OR variants.price:9.990",
                "status:active AND (title:none OR tags:new*)",
                "NOT status:draft",
                "-status:draft",
                "status:draft OR status:active AND -title:none"
            })
    void wantedEventMatches(String filter) throws Exception {
        assertThat(matches(filter)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status:Active",
                "status:act",
                "template_suffix:*",
                "nothing:*",
                "nothing.of.this:1",
                "variants.price:>25",
                "status:active AND status:draft",
                "-status:active",
                "(status:active OR tags:x) title:none"
            })
    void otherEventDoesNot(String filter) throws Exception {
        assertThat(matches(filter)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"active", ":active", "status:", "status:active AND", "(status:active", "status:active)", "OR a:1"
            })
    void badSyntaxIsRefused(String filter) {
        assertThat(SearchFilter.refusal(filter))
                .contains(
                        "The specified filter is invalid, please ensure you specify the field(s) you wish to filter on.");
    }

    @Test
    void unknownFieldIsNoReasonToRefuse() {
        assertThat(SearchFilter.refusal("nothing:1")).isEmpty();
    }

    @Test
    void endlessFilterIsRefused() {
        assertThat(SearchFilter.refusal("title:" + "x".repeat(70_000)))
                .contains("The specified filter exceeds the maximum allowed size.");
    }
}
