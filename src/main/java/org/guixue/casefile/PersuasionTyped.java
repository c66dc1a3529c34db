package org.guixue.casefile;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guixue.access.Caller;
import org.guixue.page.Typed;

/** A persuasion between a page's fields and what they say. */
final class PersuasionTyped {
    static final String BY_HINT = "每人后面用括号写明条线，如“林晓芳（学校）、陈国栋（乡镇）、王警官（公安）”；有教育以外的政府部门当面参加的，是联合劝返。";

    /** A name, perhaps with its line in brackets. */
    private static final Pattern PERSON = Pattern.compile("([^（(]+)[（(]([^）)]*)[）)]");

    private PersuasionTyped() {}

    static PersuasionDetails read(Typed typed) {
        List<String> people = typed.names("by");
        boolean withLines =
                people.stream().anyMatch(each -> PERSON.matcher(each).matches());
        return new PersuasionDetails(
                typed.day("on", "请填写劝返日期，如2026-09-05"),
                people.stream().map(each -> part(each, 1)).toList(),
                withLines ? people.stream().map(each -> part(each, 2)).toList() : List.of(),
                typed.value("place"),
                typed.value("how"),
                typed.value("result"),
                Arrays.stream(PersuasionDetails.Met.values())
                        .filter(met -> met.name().equals(typed.value("met")))
                        .findFirst(),
                typed.value("childSaid"),
                typed.value("guardianSaid"),
                typed.day("promisedOn"),
                typed.value("notReturned"),
                typed.all("photos").stream()
                        .filter(id -> id.matches("\\d{1,18}"))
                        .map(Long::valueOf)
                        .toList(),
                typed.value("refuses").isEmpty()
                        ? Optional.empty()
                        : Optional.of(Boolean.valueOf(typed.value("refuses"))));
    }

    /** What is known before anything was written: who writes was usually there. */
    static Typed begun(Caller caller) {
        String line =
                switch (caller.role()) {
                    case CLERK -> "学校";
                    case TOWNSHIP -> "乡镇";
                    case BUREAU -> "教育";
                    default -> "";
                };
        return Typed.blank().with("by", line.isEmpty() ? "" : "%s（%s）".formatted(caller.displayName(), line));
    }

    static Typed of(PersuasionDetails said) {
        return Typed.blank()
                .with("on", said.on().toString())
                .with("by", said.byWithLines())
                .with("place", said.place())
                .with("how", said.how())
                .with("result", said.result())
                .with("met", said.met().map(Enum::name).orElse(""))
                .with("childSaid", said.childSaid())
                .with("guardianSaid", said.guardianSaid())
                .with("promisedOn", said.promisedOn().map(LocalDate::toString).orElse(""))
                .with("notReturned", said.notReturned())
                .with("refuses", said.refuses().map(String::valueOf).orElse(""))
                .with("photos", said.photos().stream().map(String::valueOf).toList());
    }

    static List<EventField.Option> meetings() {
        return Arrays.stream(PersuasionDetails.Met.values())
                .map(met -> new EventField.Option(met.name(), met.label()))
                .toList();
    }

    static List<EventField.Option> wishes() {
        return List.of(new EventField.Option("false", "愿意返校，或者没有拒绝"), new EventField.Option("true", "本人拒绝返校"));
    }

    private static String part(String person, int part) {
        Matcher m = PERSON.matcher(person);
        return m.matches() ? m.group(part).strip() : part == 1 ? person : "";
    }
}
