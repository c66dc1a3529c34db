package org.guixue.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guixue.identity.VisibleText;

/**
 * The groups of children that a roster may name. This room knows no jurisdiction: it keeps the terms that hold all over
 * the country, with the time in which each was used, and learns the others at the start ({@link #learn}). Safe for many
 * threads.
 */
@ApplicationScoped
public class KnownCategories {
    private static final LocalDate END_OF_POVERTY = LocalDate.of(2020, 12, 31);
    private static final List<String> COUNTRYWIDE = List.of(
            "脱贫户学生",
            "防止返贫监测对象学生",
            "农村低保家庭学生",
            "城市低保家庭学生",
            "低保家庭学生",
            "农村特困供养学生",
            "特困供养学生",
            "城镇贫困户学生",
            "留守儿童",
            "随迁子女",
            "流动人员子女",
            "事实无人抚养儿童",
            "孤儿",
            "单亲家庭学生",
            "残疾儿童少年",
            "残疾家庭学生",
            "服刑人员未成年子女");

    /** Terms with an end, and the one that is used since. */
    private static final Map<String, String> SUCCEEDED = Map.of("建档立卡贫困户学生", "脱贫户学生");

    private static final Map<String, String> EVERYDAY = Map.ofEntries(
            Map.entry("建档立卡", "建档立卡贫困户学生"),
            Map.entry("建档立卡户", "建档立卡贫困户学生"),
            Map.entry("建档立卡贫困户", "建档立卡贫困户学生"),
            Map.entry("脱贫户", "脱贫户学生"),
            Map.entry("脱贫户子女", "脱贫户学生"),
            Map.entry("防返贫监测", "防止返贫监测对象学生"),
            Map.entry("防返贫监测对象", "防止返贫监测对象学生"),
            Map.entry("监测户", "防止返贫监测对象学生"),
            Map.entry("低保", "低保家庭学生"),
            Map.entry("低保户", "低保家庭学生"),
            Map.entry("农村低保", "农村低保家庭学生"),
            Map.entry("城市低保", "城市低保家庭学生"),
            Map.entry("特困", "特困供养学生"),
            Map.entry("特困供养", "特困供养学生"),
            Map.entry("城镇困难", "城镇贫困户学生"),
            Map.entry("城镇贫困户", "城镇贫困户学生"),
            Map.entry("留守", "留守儿童"),
            Map.entry("随迁", "随迁子女"),
            Map.entry("事实无人抚养", "事实无人抚养儿童"),
            Map.entry("单亲", "单亲家庭学生"),
            Map.entry("单亲家庭", "单亲家庭学生"),
            Map.entry("残疾", "残疾儿童少年"),
            Map.entry("残疾学生", "残疾儿童少年"));

    private volatile Set<String> learnt = Set.of();

    /** Adds the terms of the jurisdictions, whenever these are read. */
    public void learn(Collection<String> names) {
        learnt = Set.copyOf(names);
    }

    /** All terms that may be chosen now. */
    public List<String> all() {
        Set<String> all = new LinkedHashSet<>(COUNTRYWIDE);
        learnt.stream().filter(name -> !SUCCEEDED.containsKey(name)).sorted().forEach(all::add);
        return List.copyOf(all);
    }

    /** The term that is meant by an everyday word; what is not known stays as typed. */
    public static String term(String typed) {
        String text = typed.strip();
        return EVERYDAY.getOrDefault(text, text);
    }

    /** Why the belonging cannot be kept so. */
    Optional<String> refusal(HeldCategory held) {
        if (SUCCEEDED.containsKey(held.name())) {
            boolean then =
                    held.from().filter(from -> !from.isAfter(END_OF_POVERTY)).isPresent();
            return then
                    ? periodRefusal(held)
                    : Optional.of("“%s”只用到%s，请填写当时的起止日期，或改用“%s”"
                            .formatted(held.name(), END_OF_POVERTY, SUCCEEDED.get(held.name())));
        }
        if (!COUNTRYWIDE.contains(held.name()) && !learnt.contains(held.name())) {
            return Optional.of("没有“%s”这一类别，请从列表中选择，如%s"
                    .formatted(
                            held.name().substring(0, Math.min(20, held.name().length())),
                            String.join("、", COUNTRYWIDE)));
        }
        return periodRefusal(held);
    }

    private static Optional<String> periodRefusal(HeldCategory held) {
        if (held.from().isPresent()
                && held.until().isPresent()
                && held.until().get().isBefore(held.from().get())) {
            return Optional.of("“%s”的截止日期早于起始日期，请核对".formatted(held.name()));
        }
        return VisibleText.lineRefusal(held.evidence(), HeldCategory.LONGEST_EVIDENCE);
    }

    /**
     * What the names, as a list without dates, make of what is held: a name that is held today stays with its period, a
     * new one begins today, one that is not named any more goes, what is over stays.
     */
    public static List<HeldCategory> named(Collection<String> names, Collection<HeldCategory> known, LocalDate today) {
        Map<String, HeldCategory> result = new LinkedHashMap<>();
        known.stream().filter(held -> !held.holdsOn(today)).forEach(held -> result.put(held.name(), held));
        for (String name : names) {
            String term = term(name);
            if (term.isEmpty()) {
                continue;
            }
            result.put(
                    term,
                    known.stream()
                            .filter(held -> held.name().equals(term) && held.holdsOn(today))
                            .findFirst()
                            .orElseGet(() -> HeldCategory.named(term)));
        }
        return List.copyOf(result.values());
    }
}
