package org.guixue.form;

import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.guixue.access.OfficeKind;
import org.guixue.calendar.Roll;

/** Reads the rules of a jurisdiction.json strictly: a wrong one is refused by name and field, the others hold. */
final class RuleFile {
    private static final Set<String> KEYS = Set.of(
            "id title trigger offset which who must within repeat ends roll to source origin doneBy window while ground"
                    .concat(" unless escalate off")
                    .split(" "));
    private static final Map<String, Rule.Actor> WORDS = Map.of(
            "学校", Rule.Actor.SCHOOL,
            "乡镇", Rule.Actor.TOWNSHIP,
            "教育局", Rule.Actor.COUNTY_BUREAU,
            "城区工作组", Rule.Actor.COUNTY_BUREAU,
            "监护人", Rule.Actor.GUARDIAN);

    private final SourceJson json;
    private final String jurisdiction;

    private RuleFile(SourceJson json, String jurisdiction) {
        this.json = json;
        this.jurisdiction = jurisdiction;
    }

    /** Those of one key of the file. */
    static List<Rule> read(SourceJson parent, String key, String jurisdiction, Consumer<FormFault> faults)
            throws BrokenFileException {
        List<Rule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (SourceJson json : parent.objects(key)) {
            try {
                Rule rule = new RuleFile(json, jurisdiction).rule();
                if (!ids.add(rule.id())) {
                    throw json.fault("id", "规则 “" + rule.id() + "” 写了两次");
                }
                rules.add(rule);
            } catch (BrokenFileException e) {
                String id = json.node().path("id").asText();
                FormFault fault = e.fault();
                boolean named = id.isEmpty() || fault.reason().startsWith("规则");
                faults.accept(
                        named ? fault : new FormFault(fault.file(), fault.line(), "规则 “" + id + "”：" + fault.reason()));
            }
        }
        return rules;
    }

    private Rule rule() throws BrokenFileException {
        json.allowOnly(KEYS);
        String id = json.text("id");
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw json.fault("id", "id 应当是小写字母、数字和连字符");
        }
        if (json.flag("off")) {
            return switchedOff(id);
        }
        List<Rule.Actor> who = who();
        List<RuleSpan> within =
                parsed("within", RuleSpan::parse, "应当是 P7D、month-end、period-end、--06-30 或 school-days:8");
        RuleTrigger trigger = parsed("trigger", RuleTrigger::parse, "没有这种起算").get(0);
        Set<String> during = during();
        return new Rule(
                id,
                jurisdiction,
                json.optionalText("title").orElse(json.text("must")),
                trigger,
                period("offset"),
                choice("which", Rule.Which.class, Rule.Which.FIRST),
                who,
                json.text("must"),
                within,
                json.flag("repeat"),
                json.flag("ends"),
                choice("roll", Roll.class, who.contains(Rule.Actor.GUARDIAN) ? Roll.NEXT : Roll.BACK),
                kinds("to"),
                json.text("source"),
                json.optionalText("origin"),
                doneBy(!during.isEmpty() || !trigger.onCalendar()),
                window(),
                during,
                json.optionalText("ground"),
                json.optionalText("unless"),
                escalation(),
                false);
    }

    private Rule switchedOff(String id) throws BrokenFileException {
        return new Rule(
                id,
                jurisdiction,
                "",
                new RuleTrigger(RuleTrigger.Kind.YEAR, ""),
                Optional.empty(),
                Rule.Which.FIRST,
                List.of(),
                "",
                List.of(),
                false,
                false,
                Roll.NONE,
                List.of(),
                json.text("source"),
                json.optionalText("origin"),
                List.of(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
    }

    private List<Rule.Actor> who() throws BrokenFileException {
        List<Rule.Actor> who = new ArrayList<>();
        for (String text : oneOrMore("who")) {
            if (text.equals("各级")) {
                who.addAll(List.of(Rule.Actor.COUNTY_BUREAU, Rule.Actor.TOWNSHIP, Rule.Actor.SCHOOL));
            } else if (WORDS.containsKey(text)) {
                who.add(WORDS.get(text));
            } else {
                who.add(constant("who", text, Rule.Actor.class));
            }
        }
        return who;
    }

    private Set<String> during() throws BrokenFileException {
        Set<String> states = Set.copyOf(json.texts("while"));
        for (String state : states) {
            if (!RuleTrigger.STATES.contains(state)) {
                throw json.fault("while", "while：没有个案状态 “" + state + "”");
            }
        }
        return states;
    }

    private List<OfficeKind> kinds(String key) throws BrokenFileException {
        List<OfficeKind> kinds = new ArrayList<>();
        for (String text : json.has(key) ? oneOrMore(key) : List.<String>of()) {
            kinds.add(constant(key, text, OfficeKind.class));
        }
        return kinds;
    }

    private List<Rule.Proof> doneBy(boolean aboutCase) throws BrokenFileException {
        List<Rule.Proof> proofs = new ArrayList<>();
        for (SourceJson each : json.objects("doneBy")) {
            each.allowOnly(Set.of("form", "ledger", "event", "subject", "state", "joint"));
            List<String> named = each.keys().stream()
                    .filter(Set.of("form", "ledger", "event")::contains)
                    .toList();
            if (named.size() != 1) {
                throw each.fault("doneBy：应当写 form、ledger、event 之一");
            }
            String name = each.text(named.get(0));
            Rule.Proof.Kind kind = Rule.Proof.Kind.valueOf(named.get(0).toUpperCase(java.util.Locale.ROOT));
            if (kind == Rule.Proof.Kind.EVENT && !RuleTrigger.EVENTS.contains(name)) {
                throw each.fault("event", "doneBy：没有事件 “" + name + "”");
            }
            if (each.has("state") && !Set.of("ISSUED", "DELIVERED").contains(each.text("state"))) {
                throw each.fault("state", "doneBy：state 应当是 ISSUED 或 DELIVERED");
            }
            proofs.add(new Rule.Proof(
                    kind,
                    name,
                    each.has("subject")
                            ? constant("doneBy.subject", each.text("subject"), Rule.Proof.Subject.class)
                            : aboutCase ? Rule.Proof.Subject.CASE : Rule.Proof.Subject.ISSUER,
                    each.optionalText("state").filter("DELIVERED"::equals).isPresent(),
                    each.flag("joint")));
        }
        return proofs;
    }

    private Optional<Rule.Window> window() throws BrokenFileException {
        if (!json.has("window")) {
            return Optional.empty();
        }
        RuleFile inner = new RuleFile(json.object("window").allowOnly(Set.of("from", "until")), jurisdiction);
        return Optional.of(new Rule.Window(inner.period("from"), inner.period("until")));
    }

    private Optional<Rule.Escalation> escalation() throws BrokenFileException {
        if (!json.has("escalate")) {
            return Optional.empty();
        }
        RuleFile inner = new RuleFile(json.object("escalate").allowOnly(Set.of("after", "to")), jurisdiction);
        Period after = inner.period("after").orElseThrow(() -> json.fault("escalate", "escalate：缺少 after"));
        return Optional.of(
                new Rule.Escalation(after, constant("escalate.to", inner.json.text("to"), OfficeKind.class)));
    }

    private Optional<Period> period(String key) throws BrokenFileException {
        if (!json.has(key)) {
            return Optional.empty();
        }
        String text = json.text(key);
        if (!text.matches("-?P\\d{1,3}[DWMY]")) {
            throw json.fault(key, key + "：“" + text + "” 应当是 P7D 或 -P10D 这样的期间");
        }
        return Optional.of(Period.parse(text));
    }

    private <T> List<T> parsed(String key, Function<String, T> parse, String expected) throws BrokenFileException {
        List<T> values = new ArrayList<>();
        for (String text : oneOrMore(key)) {
            try {
                values.add(parse.apply(text));
            } catch (IllegalArgumentException e) {
                throw json.fault(key, key + "：“" + text + "” " + expected);
            }
        }
        return values;
    }

    private List<String> oneOrMore(String key) throws BrokenFileException {
        List<String> texts = json.node().path(key).isArray() ? json.texts(key) : List.of(json.text(key));
        if (texts.isEmpty()) {
            throw json.fault(key, "缺少 “" + key + "”");
        }
        return texts;
    }

    private <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) throws BrokenFileException {
        return json.has(key) ? constant(key, json.text(key).toUpperCase(java.util.Locale.ROOT), type) : otherwise;
    }

    private <E extends Enum<E>> E constant(String key, String text, Class<E> type) throws BrokenFileException {
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException e) {
            throw json.fault(key, key + "：不认识 “" + text + "”，应当是 " + List.of(type.getEnumConstants()));
        }
    }
}
