package org.guixue.form;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads jurisdiction.json strictly. */
final class JurisdictionFile {
    static final String FILE = "jurisdiction.json";

    private static final Set<String> KEYS = Set.of(
            "name",
            "parent",
            "source",
            "adopts",
            "adoptsRules",
            "targets",
            "categories",
            "rules",
            "deadlines",
            "gates",
            "rates");

    private JurisdictionFile() {}

    static Jurisdiction read(String id, Path file, byte[] bytes, Consumer<FormFault> faults)
            throws BrokenFileException {
        SourceJson json = SourceJson.parse(file, bytes).allowOnly(KEYS);
        return new Jurisdiction(
                id,
                json.text("name"),
                json.optionalText("parent"),
                json.has("source") ? Optional.of(source(json.object("source"))) : Optional.empty(),
                adopts(json),
                adoptsRules(json),
                targets(json),
                categories(json),
                rules(json, id, faults),
                gates(json),
                rates(json));
    }

    private static Jurisdiction.Source source(SourceJson json) throws BrokenFileException {
        json.allowOnly(Set.of("title", "issuer", "number", "on"));
        return new Jurisdiction.Source(
                json.text("title"), json.text("issuer"), json.text("number"), optionalDate(json, "on"));
    }

    private static List<Adoption> adopts(SourceJson parent) throws BrokenFileException {
        List<Adoption> adopts = new ArrayList<>();
        for (SourceJson json : parent.objects("adopts")) {
            json.allowOnly(Set.of("form", "title", "series", "retention", "approval", "words"));
            if (json.has("retention") && !json.text("retention").matches("Y|D30|D10")) {
                throw json.fault("retention", "保管期限应当是 Y、D30 或 D10");
            }
            if (json.has("series") && !json.text("series").matches("\\p{IsHan}{1,4}")) {
                throw json.fault("series", "文号中的字（series）应当是1至4个汉字");
            }
            adopts.add(new Adoption(
                    formId(json),
                    json.optionalText("title"),
                    json.optionalText("series"),
                    json.optionalText("retention"),
                    json.has("approval") ? Optional.of(json.flag("approval")) : Optional.empty(),
                    json.textMap("words")));
        }
        return adopts;
    }

    /** Rules of others, as 辖区/规则. */
    private static List<FormId> adoptsRules(SourceJson json) throws BrokenFileException {
        List<FormId> adopts = new ArrayList<>();
        for (String text : json.texts("adoptsRules")) {
            try {
                adopts.add(FormId.parse(text));
            } catch (IllegalArgumentException e) {
                throw json.fault("adoptsRules", "采用的规则 “" + text + "” 应当写成 辖区/规则，例如 haikou/term-report");
            }
        }
        return adopts;
    }

    private static FormId formId(SourceJson json) throws BrokenFileException {
        try {
            return FormId.parse(json.text("form"));
        } catch (IllegalArgumentException e) {
            throw json.fault("form", "form 应当写成 辖区/表样，例如 haikou/home-visit-record");
        }
    }

    private static List<Jurisdiction.Target> targets(SourceJson parent) throws BrokenFileException {
        List<Jurisdiction.Target> targets = new ArrayList<>();
        for (SourceJson json : parent.objects("targets")) {
            json.allowOnly(Set.of("id", "label", "value", "from", "until"));
            targets.add(new Jurisdiction.Target(
                    json.text("id"),
                    json.text("label"),
                    json.text("value"),
                    LawLibrary.date(json, "from"),
                    optionalDate(json, "until")));
        }
        return targets;
    }

    private static List<Jurisdiction.Category> categories(SourceJson parent) throws BrokenFileException {
        List<Jurisdiction.Category> categories = new ArrayList<>();
        for (SourceJson json : parent.objects("categories")) {
            json.allowOnly(Set.of("id", "label", "from", "until"));
            categories.add(new Jurisdiction.Category(
                    json.text("id"), json.text("label"), LawLibrary.date(json, "from"), optionalDate(json, "until")));
        }
        return categories;
    }

    /** Older files call them deadlines. */
    private static List<Rule> rules(SourceJson json, String id, Consumer<FormFault> faults) throws BrokenFileException {
        List<Rule> rules = new ArrayList<>(RuleFile.read(json, "deadlines", id, faults));
        rules.addAll(RuleFile.read(json, "rules", id, faults));
        return rules;
    }

    private static List<Jurisdiction.Gate> gates(SourceJson parent) throws BrokenFileException {
        List<Jurisdiction.Gate> gates = new ArrayList<>();
        for (SourceJson json : parent.objects("gates")) {
            json.allowOnly(Set.of("id", "source", "numbers", "off", "papers", "basis"));
            gates.add(new Jurisdiction.Gate(
                    json.text("id"),
                    json.optionalText("source").orElse(""),
                    json.has("numbers") ? json.object("numbers").numberMap() : Map.of(),
                    json.has("off") && json.flag("off"),
                    json.texts("papers"),
                    json.has("basis") ? Optional.of(footing(json.object("basis"))) : Optional.empty()));
        }
        return gates;
    }

    private static List<Jurisdiction.Rate> rates(SourceJson parent) throws BrokenFileException {
        List<Jurisdiction.Rate> rates = new ArrayList<>();
        for (SourceJson json : parent.objects("rates")) {
            json.allowOnly(Set.of("id", "label", "formula", "source", "numerator", "over"));
            rates.add(new Jurisdiction.Rate(
                    json.text("id"),
                    json.text("label"),
                    json.text("formula"),
                    json.text("source"),
                    terms(json, "numerator"),
                    terms(json, "over")));
        }
        return rates;
    }

    /** A figure with a minus before its name is taken away. */
    private static List<Jurisdiction.RollTerm> terms(SourceJson json, String key) throws BrokenFileException {
        List<Jurisdiction.RollTerm> terms = new ArrayList<>();
        for (String text : json.texts(key)) {
            boolean minus = text.startsWith("-");
            RollFigure figure = RollFigure.named(minus ? text.substring(1) : text)
                    .orElseThrow(() -> json.fault(key, "没有数字 “" + text + "”，可以用：" + RollFigure.names()));
            terms.add(new Jurisdiction.RollTerm(figure, minus));
        }
        if (terms.isEmpty()) {
            throw json.fault(key, "“" + key + "” 至少要写一个数字");
        }
        return terms;
    }

    private static Jurisdiction.Footing footing(SourceJson json) throws BrokenFileException {
        json.allowOnly(Set.of("events", "of", "papers"));
        List<String> events = json.texts("events");
        for (String event : events) {
            if (!RuleTrigger.EVENTS.contains(event)) {
                throw json.fault("events", "没有事件 “" + event + "”");
            }
        }
        if (events.isEmpty()) {
            throw json.fault("events", "basis 要写 events：哪些事件的依据");
        }
        return new Jurisdiction.Footing(events, json.texts("of"), json.texts("papers"));
    }

    private static Optional<LocalDate> optionalDate(SourceJson json, String key) throws BrokenFileException {
        return json.has(key) ? Optional.of(LawLibrary.date(json, key)) : Optional.empty();
    }
}
