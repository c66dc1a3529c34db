package org.guixue.casefile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.casefile.history.Facts;
import org.jspecify.annotations.Nullable;

/** Reads an event from what a request says, a sentence for each thing that does not fit. */
final class EventBody {
    private static final int MOST_PROOFS = 50;
    private static final Set<String> OWN = Set.of("kind", "on", "words", "late", "basis");

    static final String NO_TEXT = "应为文字，请加引号";

    /** What the house notes by itself. */
    private static final Set<Fact> UNSAID = EnumSet.of(Fact.LEAD, Fact.PROPOSED);

    /** What people call the choices, beside their codes. */
    private static final Map<String, String> SPOKEN = Map.ofEntries(
            Map.entry("缓学", "DEFERRAL"),
            Map.entry("休学", "SUSPENSION"),
            Map.entry("送教上门", "HOME_TUITION"),
            Map.entry("因病", "HEALTH"),
            Map.entry("残疾", "DISABILITY"),
            Map.entry("本人拒绝", "REFUSAL"),
            Map.entry("已复学", "RETURNED"),
            Map.entry("是", "true"),
            Map.entry("否", "false"));

    private EventBody() {}

    static CaseEvent read(Map<String, Object> body) {
        EventKind kind = kind(body.get("kind"));
        List<Violation> wrong = new ArrayList<>();
        LocalDate on = day(body.get("on"), wrong);
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        for (Map.Entry<String, Object> each : new TreeMap<>(body).entrySet()) {
            if (!OWN.contains(each.getKey())) {
                fact(kind, each.getKey(), each.getValue(), facts, wrong);
            }
        }
        List<CaseEvent.Basis> basis = basis(body.get("basis"), wrong);
        if (!wrong.isEmpty()) {
            throw new ValuesRefused(wrong);
        }
        for (String words : List.of("words", "late")) {
            if (body.get(words) != null && !(body.get(words) instanceof String)) {
                throw new ValuesRefused(words, NO_TEXT);
            }
        }
        return CaseEvent.said(kind, on, text(body.get("words")), text(body.get("late")), new Facts(facts), basis);
    }

    /** What is said of a member that this kind does not have: those that it has, each with what it is called. */
    static String noSuch(EventKind kind) {
        Stream<String> facts = Stream.of(kind.needed(), kind.known(), List.of(Fact.REASON))
                .flatMap(List::stream)
                .distinct()
                .filter(fact -> !UNSAID.contains(fact))
                .map(fact -> "%s（%s）".formatted(EventChecks.name(kind, fact), fact.label()));
        return "“%s”没有这一项，请去掉或者核对名称；可以写的有：on（日期）、words（经过）、late（为什么现在才登记）、basis（依据）、%s"
                .formatted(kind.label(), facts.collect(Collectors.joining("、")));
    }

    static EventKind kind(@Nullable Object said) {
        try {
            return EventKind.valueOf(text(said));
        } catch (IllegalArgumentException e) {
            throw new ValuesRefused("kind", "没有这种记录，请核对，如CONFIRMED、RETURNED");
        }
    }

    private static LocalDate day(@Nullable Object said, List<Violation> wrong) {
        String text = text(said);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            wrong.add(new Violation("on", text.isEmpty() ? "请填写发生的日期，如2026-09-05" : "日期应写作2026-09-05，请改正"));
            return LocalDate.MIN;
        }
    }

    private static void fact(EventKind kind, String key, Object said, Map<Fact, String> facts, List<Violation> wrong) {
        boolean ends = key.equals("ground") && (kind == EventKind.STRIKE_OFF_PROPOSED || kind == EventKind.STRUCK_OFF);
        Fact fact = ends ? Fact.END : Fact.of(key).orElse(null);
        if (fact == null) {
            wrong.add(new Violation(key, noSuch(kind)));
            return;
        }
        if (UNSAID.contains(fact) || !kind.mayKnow(fact)) {
            wrong.add(new Violation(key, noSuch(kind)));
            return;
        }
        if (fact.kind() == Fact.Kind.TEXT && !isText(said)) {
            wrong.add(new Violation(key, NO_TEXT));
            return;
        }
        String text = text(said);
        if (text.isEmpty()) {
            return;
        }
        String value = fact.kind() == Fact.Kind.TEXT ? text : SPOKEN.getOrDefault(text, text);
        try {
            new Facts(Map.of(fact, value));
            facts.put(fact, value);
        } catch (DateTimeException e) {
            wrong.add(new Violation(key, "日期应写作2026-09-05，请改正"));
        } catch (IllegalArgumentException e) {
            wrong.add(new Violation(
                    key,
                    switch (fact.kind()) {
                        case CHOICE -> "请从%s中选择".formatted(String.join("、", fact.choices()));
                        case FLAG -> "应为true或false";
                        case ID -> "应为编号";
                        case COUNT -> "应为整数";
                        default -> "格式不对，请改正";
                    }));
        }
    }

    private static List<CaseEvent.Basis> basis(@Nullable Object said, List<Violation> wrong) {
        List<CaseEvent.Basis> basis = new ArrayList<>();
        if (said == null) {
            return basis;
        }
        if (!(said instanceof List<?> all)) {
            wrong.add(new Violation("basis", "依据应为列表，如[{\"instrument\": 12}]"));
            return basis;
        }
        if (all.size() > MOST_PROOFS) {
            wrong.add(new Violation("basis", "依据最多%d份".formatted(MOST_PROOFS)));
            return basis;
        }
        for (Object each : all) {
            if (each instanceof Map<?, ?> one && one.size() == 1) {
                String kind = String.valueOf(one.keySet().iterator().next());
                String id = String.valueOf(one.values().iterator().next());
                if ((kind.equals("instrument") || kind.equals("evidence")) && id.matches("\\d{1,18}")) {
                    basis.add(new CaseEvent.Basis(
                            kind.equals("instrument") ? CaseEvent.Basis.Kind.INSTRUMENT : CaseEvent.Basis.Kind.EVIDENCE,
                            Long.parseLong(id)));
                    continue;
                }
            }
            wrong.add(new Violation("basis", "每条依据写作{\"instrument\": 编号}或者{\"evidence\": 编号}"));
        }
        return basis;
    }

    /** Of several people each is a name, or has a name and more. */
    private static boolean isText(@Nullable Object said) {
        if (said instanceof List<?> all) {
            return all.stream().allMatch(EventBody::isText);
        }
        if (said instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(String.class::isInstance);
        }
        return said == null || said instanceof String;
    }

    private static String text(@Nullable Object said) {
        if (said == null) {
            return "";
        }
        return said instanceof List<?> all
                ? all.stream().map(EventBody::one).collect(Collectors.joining("、"))
                : one(said);
    }

    private static String one(Object said) {
        return said instanceof Map<?, ?> map
                ? map.values().stream().map(String::valueOf).collect(Collectors.joining(" "))
                : String.valueOf(said).strip();
    }
}
