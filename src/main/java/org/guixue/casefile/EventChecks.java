package org.guixue.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guixue.Violation;
import org.guixue.casefile.history.CaseEvent;
import org.guixue.casefile.history.CaseHistory;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.identity.VisibleText;

/** What can be told of an event's values alone, a sentence per field. */
final class EventChecks {
    static final int LONGEST_WORDS = 1000;
    private static final int LONGEST_LATE = 300;
    private static final int LONGEST_FACT = 500;

    /** After so many days somebody says why it is recorded only now. */
    private static final int PROMPT_DAYS = 30;

    private EventChecks() {}

    static List<Violation> violations(CaseEvent event, LocalDate bornOn, LocalDate today, CaseHistory history) {
        List<Violation> found = new ArrayList<>();
        if (event.on().isAfter(today)) {
            found.add(new Violation("on", "日期不能晚于今天（%s），请核对后重填".formatted(today)));
        } else if (event.on().isBefore(bornOn)) {
            found.add(new Violation("on", "日期早于学生出生，请核对后重填"));
        } else if (event.late().isBlank() && isLate(event, today, history)) {
            found.add(new Violation("late", "这是补录：个案中已有更晚的记录，或者事情已过%d天，请写明为什么现在才登记".formatted(PROMPT_DAYS)));
        }
        text("words", event.words(), LONGEST_WORDS, found);
        text("late", event.late(), LONGEST_LATE, found);
        for (Fact needed : event.kind().needed()) {
            if (!event.facts().has(needed)) {
                found.add(new Violation(name(event.kind(), needed), "请填写" + EventField.label(event.kind(), needed)));
            }
        }
        event.facts().all().forEach((fact, value) -> {
            if (!event.kind().mayKnow(fact)) {
                found.add(new Violation(name(event.kind(), fact), EventBody.noSuch(event.kind())));
            } else if (fact.kind() == Fact.Kind.TEXT) {
                text(fact.key(), value, LONGEST_FACT, found);
            }
        });
        ownRules(event, found);
        return found;
    }

    private static boolean isLate(CaseEvent event, LocalDate today, CaseHistory history) {
        boolean between = history.recorded().stream()
                .anyMatch(
                        each -> each.kind() != EventKind.CORRECTED && each.on().isAfter(event.on()));
        return between || isLongAgo(event.on(), today);
    }

    private static boolean isLongAgo(LocalDate on, LocalDate today) {
        return on.isBefore(today.minusDays(PROMPT_DAYS));
    }

    /**
     * What is wrong with why a persuasion is recorded only now. Those who went write theirs down in any order, so a later one
     * asks for no reason; a visit of long ago does.
     */
    static List<Violation> late(LocalDate on, LocalDate today, String late) {
        List<Violation> found = new ArrayList<>();
        if (late.isBlank() && isLongAgo(on, today)) {
            found.add(new Violation("late", "这是补录：劝返已过%d天，请写明为什么现在才登记".formatted(PROMPT_DAYS)));
        }
        text("late", late, LONGEST_LATE, found);
        return found;
    }

    private static void ownRules(CaseEvent event, List<Violation> found) {
        Optional<LocalDate> until = event.facts().date(Fact.UNTIL);
        if (until.filter(day -> !day.isAfter(event.on())).isPresent()) {
            found.add(new Violation("until", "期限要晚于%s，请核对后重填".formatted(event.on())));
        }
        boolean period = event.kind() == EventKind.DECIDED
                && event.facts().is(Fact.GRANTED)
                && !event.facts().is(Fact.OF, "HOME_TUITION");
        if (period && until.isEmpty()) {
            found.add(new Violation("until", "请填写缓学、休学到哪一天为止"));
        }
        if (event.kind() == EventKind.DECIDED
                && event.facts().is(Fact.OF, "HOME_TUITION")
                && event.facts().is(Fact.GROUND, "REFUSAL")) {
            found.add(new Violation("ground", "送教上门的理由应是因病或者残疾"));
        }
        event.facts()
                .date(Fact.LAST_DAY_ATTENDED)
                .filter(day -> day.isAfter(event.on()))
                .ifPresent(day -> found.add(new Violation("lastDayAttended", "最后到校日期不能晚于%s".formatted(event.on()))));
        saysNothing(event).ifPresent(message -> found.add(new Violation("words", message)));
        if (event.kind() == EventKind.COURT
                && !event.facts().is(Fact.STAGE, "FILED")
                && !event.facts().has(Fact.NUMBER)
                && event.basis().isEmpty()) {
            found.add(new Violation("number", "请填写判决、裁定的文号，或者把法院文书作为依据附上"));
        }
        event.facts()
                .text(Fact.BY)
                .filter(who -> who.codePoints().noneMatch(Character::isLetter))
                .ifPresent(who -> found.add(new Violation("by", "“%s”不是人名或者单位，请改正".formatted(who))));
    }

    /** What would have to be said of it, where nothing was. */
    private static Optional<String> saysNothing(CaseEvent event) {
        if (!event.words().isBlank()) {
            return Optional.empty();
        }
        boolean silent = event.facts().all().isEmpty() && event.basis().isEmpty();
        return switch (event.kind()) {
            case CLEARED -> Optional.of("请写明怎样核实、为什么排除");
            case ENQUIRED -> Optional.of("请至少写明一项：原因、去向、最后到校日期、责任人，或者说明").filter(each -> silent);
            case ADMONISHED -> Optional.of("请写明由谁、怎样批评教育或者训诫").filter(each -> silent);
            case REFUSED_BY_SCHOOL -> Optional.of("请写明哪所学校怎样拒收、有什么理由").filter(each -> silent);
            default -> Optional.empty();
        };
    }

    /** Why a case ends is called ground over the API, as why something is applied for. */
    static String name(EventKind kind, Fact fact) {
        return fact == Fact.END ? "ground" : fact.key();
    }

    private static void text(String field, String text, int longest, List<Violation> found) {
        VisibleText.linesRefusal(text, longest).ifPresent(message -> found.add(new Violation(field, message)));
    }
}
