package org.guixue.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * An answer as lines that are the same at every run: status, main headers, JSON or what a page says and asks. Ids, times of
 * day, digests and tokens are replaced by their names. A page's shell is said once, then by its number.
 */
final class AnswerText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> HEADERS =
            List.of("Content-Type", "Location", "Cache-Control", "Content-Disposition", "Allow", "Retry-After");
    private static final Set<String> NUMBERS = Set.of(
            "id",
            "school",
            "township",
            "parent",
            "student",
            "case",
            "office",
            "instrument",
            "draft",
            "account",
            "tookMillis",
            "unchained",
            "links",
            "subject",
            "child");
    private static final Set<String> NAMED = Set.of("reference");
    private static final Set<String> TAGS =
            Set.of("a", "form", "input", "select", "option", "textarea", "button", "img", "h1", "h2", "h3");
    private static final Set<String> SILENT = Set.of("script", "style", "svg", "template");
    private static final Set<String> INLINE =
            Set.of("b", "strong", "em", "span", "small", "kbd", "time", "mark", "code");
    private static final List<String> ATTRIBUTES =
            List.of("href", "action", "method", "name", "type", "value", "checked", "selected", "src", "alt", "role");
    private static final Map<Pattern, String> REPLACED = new LinkedHashMap<>();

    static {
        replace("\\b[0-9a-f]{64}\\b", "<digest>");
        replace("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b", "<uuid>");
        replace("\\b[0-9a-f]{32}\\b", "<token>");
        replace("tasks\\.ics\\?key=[\\w-]+", "tasks.ics?key=<key>");
        replace("http://127\\.0\\.0\\.1:\\d+", "<base>");
        replace("T\\d\\d:\\d\\d(:\\d\\d)?(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)?", "T<time>");
        replace("(?<!\\d)\\d{1,2}:\\d\\d(:\\d\\d)?(?!\\d)", "<time>");
        replace("\\b[0-9a-f]{4}( [0-9a-f]{4}){15}\\b", "<fingerprint>");
        replace("(需要处理|需要留意)\\d+项：\\S+", "<standing>");
        replace("[!×✓] (需要处理|需要留意|正常|运行状况)", "<standing>");
        replace("\\d+ 条记录逐条相扣", "<number> 条记录逐条相扣");
        replace(
                "/(students|instruments|drafts|cases|approvals|offices|accounts|seals|import|imports|enquiries)/\\d+",
                "/$1/<id>");
        replace("\\b(student|case|office|parent|child|school|township|id)=\\d+", "$1=<id>");
        replace("\\b(approval|returned|task|draft)-\\d+", "$1-<id>");
        replace("\\b[0-9A-F]{8}(?=[ 　]*向管理员)", "<reference>");
    }

    private final List<String> shells = new ArrayList<>();

    private static void replace(String pattern, String by) {
        REPLACED.put(Pattern.compile(pattern), by);
    }

    List<String> lines(HttpResponse<byte[]> answer) throws IOException {
        List<String> lines = new ArrayList<>(List.of(Integer.toString(answer.statusCode())));
        for (String header : HEADERS) {
            answer.headers().firstValue(header).ifPresent(value -> lines.add(header + ": " + normal(value)));
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (type.contains("json")) {
            json(JSON.readTree(answer.body()), "", lines);
        } else if (type.startsWith("text/html")) {
            page(Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8)), lines);
        } else {
            lines.add(answer.body().length == 0 ? "no body" : "a body");
        }
        return lines;
    }

    static String normal(String text) {
        String normal = text;
        for (Map.Entry<Pattern, String> each : REPLACED.entrySet()) {
            normal = each.getKey().matcher(normal).replaceAll(each.getValue());
        }
        return normal.replaceAll("\\s+", " ").strip();
    }

    /** One line for an object that holds no other, so that a listing stays short. */
    private static void json(JsonNode node, String path, List<String> lines) {
        if (node.isArray()) {
            lines.add(path + "[] " + node.size());
            for (JsonNode each : node) {
                json(each, path + "[]", lines);
            }
        } else if (node.isObject()) {
            StringBuilder flat = new StringBuilder();
            List<Map.Entry<String, JsonNode>> deep = new ArrayList<>();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (field.getValue().isContainerNode() && !field.getValue().isEmpty()) {
                    deep.add(field);
                } else {
                    flat.append(flat.isEmpty() ? "" : ", ")
                            .append(field.getKey())
                            .append("=");
                    flat.append(value(field.getKey(), field.getValue()));
                }
            }
            lines.add(path + "{" + flat + "}");
            deep.forEach(field -> json(field.getValue(), path + "." + field.getKey(), lines));
        } else {
            lines.add(path + " " + value("", node));
        }
    }

    private static String value(String name, JsonNode value) {
        if (NUMBERS.contains(name) && value.asText().matches("\\d+")) {
            return "<number>";
        }
        return NAMED.contains(name) ? "<" + name + ">" : normal(value.toString());
    }

    private void page(Document page, List<String> lines) {
        lines.add("title " + normal(page.title()));
        Element main = page.selectFirst("main");
        if (main == null) {
            said(page.body(), lines);
            return;
        }
        List<String> shell = new ArrayList<>();
        page.select(".onpaper, .crumbs").forEach(each -> {
            said(each, lines);
            each.remove();
        });
        main.remove();
        page.select("[name=q]").removeAttr("value");
        page.select("[aria-current]").removeAttr("aria-current");
        said(page.body(), shell);
        String whole = String.join("\n", shell);
        int known = shells.indexOf(whole);
        if (known < 0) {
            shells.add(whole);
            lines.addAll(shell);
        }
        lines.add("shell " + (known < 0 ? shells.size() - 1 : known));
        said(main, lines);
    }

    private static void said(Element element, List<String> lines) {
        StringBuilder text = new StringBuilder();
        said(element, text);
        for (String line : text.toString().split("\n")) {
            String normal = normal(line);
            if (!normal.isEmpty()) {
                lines.add(normal);
            }
        }
    }

    private static void said(Node node, StringBuilder text) {
        if (node instanceof TextNode words) {
            text.append(words.text());
        } else if (node instanceof Element element && !SILENT.contains(element.tagName())) {
            boolean apart = !INLINE.contains(element.tagName())
                    && !"a".equals(element.tagName())
                    && !"td".equals(element.tagName())
                    && !"option".equals(element.tagName());
            text.append(apart ? "\n" : " ");
            if (TAGS.contains(element.tagName()) && !"_csrf".equals(element.attr("name"))) {
                text.append(tag(element)).append(' ');
            }
            element.childNodes().forEach(child -> said(child, text));
            text.append("td".equals(element.tagName()) ? " |" : apart ? "\n" : " ");
        }
    }

    private static String tag(Element element) {
        StringBuilder tag = new StringBuilder("[" + element.tagName());
        for (String attribute : ATTRIBUTES) {
            if (element.hasAttr(attribute)) {
                String value = element.attr(attribute);
                boolean number =
                        attribute.equals("value") && value.matches("\\d+") && !"number".equals(element.attr("type"));
                tag.append(' ').append(attribute);
                tag.append(value.isEmpty() ? "" : "=" + (number ? "<number>" : value));
            }
        }
        return tag.append(']').toString();
    }
}
