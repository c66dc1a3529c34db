package org.guixue.form;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One object of a JSON file, read strictly: an unknown key is a fault, and every fault knows its line. Not thread-safe while
 * it is read.
 */
final class SourceJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private final JsonNode node;
    private final String pointer;
    private final Map<String, Integer> lines;

    private SourceJson(Path file, JsonNode node, String pointer, Map<String, Integer> lines) {
        this.file = file;
        this.node = node;
        this.pointer = pointer;
        this.lines = lines;
    }

    static SourceJson parse(Path file, byte[] bytes) throws BrokenFileException {
        try {
            JsonNode node = MAPPER.readTree(bytes);
            Map<String, Integer> lines = new HashMap<>();
            try (JsonParser parser = MAPPER.createParser(bytes)) {
                while (parser.nextToken() != null) {
                    lines.putIfAbsent(
                            parser.getParsingContext().pathAsPointer().toString(),
                            parser.currentTokenLocation().getLineNr());
                }
            }
            SourceJson json = new SourceJson(file, node, "", lines);
            if (!node.isObject()) {
                throw json.fault("应当是一个 JSON 对象（以 { 开头）");
            }
            return json;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new BrokenFileException(new FormFault(file.toString(), line, "不是正确的 JSON：" + e.getOriginalMessage()));
        } catch (IOException e) {
            throw new BrokenFileException(new FormFault(file.toString(), 0, "读不出来：" + e.getMessage()));
        }
    }

    BrokenFileException fault(String reason) {
        return new BrokenFileException(new FormFault(file.toString(), lines.getOrDefault(pointer, 0), reason));
    }

    BrokenFileException fault(String key, String reason) {
        int line = lines.getOrDefault(pointer + "/" + key, lines.getOrDefault(pointer, 0));
        return new BrokenFileException(new FormFault(file.toString(), line, reason));
    }

    SourceJson allowOnly(Set<String> keys) throws BrokenFileException {
        for (String key : keys()) {
            if (!keys.contains(key)) {
                throw fault(key, "不认识的键 “" + key + "”");
            }
        }
        return this;
    }

    List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    boolean has(String key) {
        return node.hasNonNull(key);
    }

    String text(String key) throws BrokenFileException {
        JsonNode value = node.path(key);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw fault(key, "缺少文字项 “" + key + "”");
        }
        return value.textValue();
    }

    Optional<String> optionalText(String key) throws BrokenFileException {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    int number(String key, int otherwise) throws BrokenFileException {
        if (!has(key)) {
            return otherwise;
        }
        JsonNode value = node.path(key);
        if (!value.canConvertToInt() || value.intValue() < 0) {
            throw fault(key, "“" + key + "” 应当是不小于 0 的整数");
        }
        return value.intValue();
    }

    boolean flag(String key) throws BrokenFileException {
        if (has(key) && !node.path(key).isBoolean()) {
            throw fault(key, "“" + key + "” 应当是 true 或 false");
        }
        return node.path(key).booleanValue();
    }

    List<String> texts(String key) throws BrokenFileException {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : array(key)) {
            if (!value.isTextual()) {
                throw fault(key, "“" + key + "” 应当是文字的数组");
            }
            texts.add(value.textValue());
        }
        return texts;
    }

    List<SourceJson> objects(String key) throws BrokenFileException {
        List<SourceJson> objects = new ArrayList<>();
        for (JsonNode value : array(key)) {
            SourceJson object = new SourceJson(file, value, pointer + "/" + key + "/" + objects.size(), lines);
            if (!value.isObject()) {
                throw object.fault("“" + key + "” 应当是对象的数组");
            }
            objects.add(object);
        }
        return objects;
    }

    Map<String, String> textMap(String key) throws BrokenFileException {
        Map<String, String> map = new LinkedHashMap<>();
        if (has(key)) {
            SourceJson object = object(key);
            for (String name : object.keys()) {
                map.put(name, object.text(name));
            }
        }
        return map;
    }

    /** Whole numbers by name. */
    Map<String, Integer> numberMap() throws BrokenFileException {
        Map<String, Integer> map = new LinkedHashMap<>();
        for (String name : keys()) {
            if (!node.path(name).isInt()) {
                throw fault(name, "应当是整数");
            }
            map.put(name, node.path(name).asInt());
        }
        return map;
    }

    SourceJson object(String key) throws BrokenFileException {
        if (!node.path(key).isObject()) {
            throw fault(key, "缺少对象 “" + key + "”");
        }
        return new SourceJson(file, node.path(key), pointer + "/" + key, lines);
    }

    JsonNode node() {
        return node;
    }

    private Iterable<JsonNode> array(String key) throws BrokenFileException {
        if (has(key) && !node.path(key).isArray()) {
            throw fault(key, "“" + key + "” 应当是数组");
        }
        return node.path(key);
    }
}
