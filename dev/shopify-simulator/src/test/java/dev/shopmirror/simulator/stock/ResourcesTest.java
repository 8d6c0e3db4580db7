package dev.shopmirror.simulator.stock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneOffset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.shopmirror.simulator.BodyTypes;
import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.resource.Moment;

class ResourcesTest {

    private static final long ID = 866550311766439020L;
    private static final Moment FIRST = moment("2026-11-23T17:00:05.123456Z");
    private static final Moment LATER = moment("2026-11-23T17:00:09.999999Z");

    private final Resources locations = Resources.locations();
    private final Resources items = Resources.inventoryItems();

    @Test
    void locationHasShopifysFields() {
        ObjectNode location = locations.put(ID, json("{'name':'Main Street'}"), FIRST);

        assertThat(BodyTypes.of(location)).isEqualTo(BodyTypes.expected("""
                        id:integer name:string address1:string address2:string city:string zip:string province:string
                        country:string phone:string created_at:timestamp updated_at:timestamp country_code:string
                        country_name:string province_code:string legacy:boolean active:boolean
                        admin_graphql_api_id:string"""));
        assertThat(location.path("id").longValue()).isEqualTo(ID);
        assertThat(location.path("admin_graphql_api_id").asText())
                .isEqualTo("gid://shopify/Location/866550311766439020");
        assertThat(location.path("active").booleanValue()).isTrue();
    }

    @Test
    void inventoryItemHasShopifysFields() {
        ObjectNode item = items.put(ID, json("{'sku':'MUG-1'}"), FIRST);

        assertThat(BodyTypes.of(item)).isEqualTo(BodyTypes.expected("""
                        id:integer sku:string created_at:timestamp updated_at:timestamp requires_shipping:boolean
                        cost:null country_code_of_origin:null province_code_of_origin:null
                        harmonized_system_code:null tracked:boolean country_harmonized_system_codes:array
                        weight_value:number weight_unit:string admin_graphql_api_id:string"""));
        assertThat(item.path("admin_graphql_api_id").asText())
                .isEqualTo("gid://shopify/InventoryItem/866550311766439020");
        assertThat(item.path("weight_value").toString()).isEqualTo("0.0");
    }

    @Test
    void absentKeepsNullClearsAndUnknownStays() {
        items.put(ID, json("{'cost':'12.50','sku':'MUG-1','next_year':[1]}"), FIRST);

        ObjectNode after = items.put(ID, json("{'sku':null,'tracked':false}"), LATER);

        assertThat(after.path("cost").asText()).isEqualTo("12.50");
        assertThat(after.path("sku").isNull()).isTrue();
        assertThat(after.path("tracked").booleanValue()).isFalse();
        assertThat(after.path("next_year").toString()).isEqualTo("[1]");
        assertThat(after.path("created_at").asText()).isEqualTo("2026-11-23T12:00:05-05:00");
        assertThat(after.path("updated_at").asText()).isEqualTo("2026-11-23T12:00:09-05:00");
    }

    @Test
    void deletedLocationIsOnlyAnId() {
        locations.put(ID, json("{}"), FIRST);

        assertThat(locations.delete(ID)).contains(json("{'id':866550311766439020}"));
        assertThat(locations.delete(ID)).isEmpty();
        assertThat(locations.has(ID)).isFalse();
    }

    @Test
    void deletedInventoryItemShowsItsCustomsFields() {
        items.put(ID, json("{'sku':'MUG-1','harmonized_system_code':'691200'}"), FIRST);

        assertThat(items.delete(ID))
                .contains(json("{'id':866550311766439020,'country_code_of_origin':null,"
                        + "'province_code_of_origin':null,'harmonized_system_code':'691200',"
                        + "'country_harmonized_system_codes':[],"
                        + "'admin_graphql_api_id':'gid://shopify/InventoryItem/866550311766439020'}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'id':7}              | id is 7, but the path says 866550311766439020",
                "{'cost':12.5}         | cost must be a decimal as a string",
                "{'tracked':null}      | tracked must be true or false",
                "{'weight_unit':'st'}  | weight_unit must be one of [g, kg, lb, oz]",
                "{'updated_at':'now'}  | updated_at must be a timestamp with offset"
            })
    void unusableFieldChangesNothing(String body, String reason) {
        ObjectNode before = items.put(ID, json("{}"), FIRST);

        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> items.put(ID, json(body), LATER))
                .withMessageContaining(reason);
        assertThat(items.get(ID)).contains(before);
    }

    @Test
    void truthCannotBeChangedThroughWhatItHandsOut() {
        locations.put(ID, json("{'name':'Main Street'}"), FIRST).put("name", "changed");
        locations.all().get(0).put("name", "changed");

        assertThat(locations.get(ID).orElseThrow().path("name").asText()).isEqualTo("Main Street");
    }

    private static ObjectNode json(String text) {
        return Json.readObject(text.replace('\'', '"').getBytes(UTF_8));
    }

    private static Moment moment(String instant) {
        return new Moment(Instant.parse(instant), ZoneOffset.ofHours(-5));
    }
}
