package dev.shopmirror.system;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A value in a YAML document; a null value stands for one that is absent or empty. */
record YamlNode(Object value) {

    YamlNode at(String... keys) {
        Object node = value;
        for (String key : keys) {
            node = node instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return new YamlNode(node);
    }

    boolean isEmpty() {
        return value == null;
    }

    String text() {
        return String.valueOf(value);
    }

    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> keys.add(String.valueOf(key)));
        }
        return keys;
    }

    List<YamlNode> items() {
        return value instanceof List<?> list ? list.stream().map(YamlNode::new).toList() : List.of();
    }
}
