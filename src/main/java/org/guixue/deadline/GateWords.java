package org.guixue.deadline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.guixue.casefile.history.EventKind;
import org.guixue.casefile.history.Fact;
import org.guixue.form.FormCatalog;
import org.guixue.form.Jurisdiction.Footing;
import org.guixue.form.Jurisdiction.Gate;

/** A gate of a jurisdiction in words: what it is about, and its numbers or what it lets prove something. */
final class GateWords {
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("placement", "复学安排的年级"),
            Map.entry("no-refusal", "不得拒收复学学生"),
            Map.entry("deferral-health", "因身体状况缓学、休学"),
            Map.entry("deferral-refusal", "本人拒绝复学的缓学、休学"),
            Map.entry("expert-opinion", "专家意见"),
            Map.entry("home-tuition", "送教上门的条件"),
            Map.entry("watch", "复学后的跟踪"),
            Map.entry("watch-contact", "重点学生的谈心和走访"),
            Map.entry("strike-off", "销号的依据"),
            Map.entry("notice-after-efforts", "多次动员后发通知书"),
            Map.entry("notice-to-absent", "通知书发给没有到校的学生"),
            Map.entry("report-after-notice", "通知书期限届满后报告劝返无效"),
            Map.entry("receipt-guardian", "监护人签收"),
            Map.entry("receipt-proxy", "他人代收"),
            Map.entry("receipt-left", "留置送达"),
            Map.entry("receipt-post", "邮寄送达"));
    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("months", "以%d个月为界"),
            Map.entry("longestMonths", "一次不超过%d个月"),
            Map.entry("jointPersuasions", "联合劝返%d次以上"),
            Map.entry("persuasions", "劝返%d次以上"),
            Map.entry("fromAge", "年满%d周岁起"),
            Map.entry("untilAge", "到%d周岁"),
            Map.entry("confirmations", "确认到校%d次以上"));

    private GateWords() {}

    static String title(Gate gate) {
        return gate.footing()
                .map(footing -> footing.events().stream()
                                .map(event -> "“%s”"
                                        .formatted(EventKind.valueOf(event).label()))
                                .collect(Collectors.joining())
                        + of(footing)
                        + "的依据")
                .orElseGet(() -> TITLES.getOrDefault(gate.id(), gate.id()));
    }

    private static String of(Footing footing) {
        return footing.of().isEmpty()
                ? ""
                : footing.of().stream().map(GateWords::spoken).collect(Collectors.joining("、", "（", "）"));
    }

    private static String spoken(String choice) {
        return Arrays.asList(Fact.OF, Fact.END).stream()
                .filter(fact -> fact.choices().contains(choice))
                .findFirst()
                .map(fact -> fact.spoken(choice))
                .orElse(choice);
    }

    static String what(Gate gate, FormCatalog forms) {
        List<String> parts = new ArrayList<>();
        gate.footing()
                .ifPresent(footing -> parts.add(
                        footing.papers().stream().map(forms::kindLabel).collect(Collectors.joining("、", "", "；证据材料"))));
        new TreeMap<>(gate.numbers()).forEach((name, number) -> parts.add(number(gate, name, number)));
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("；"));
    }

    private static String number(Gate gate, String name, int number) {
        return switch (name) {
            case "days" -> days(gate, number);
            case "certificate" -> number == 1 ? "有残疾证" : "";
            case "orSpecialReason" -> number == 1 ? "或者确有特殊原因" : "";
            default -> NUMBERS.getOrDefault(name, name + " %d").formatted(number);
        };
    }

    private static String days(Gate gate, int days) {
        if (gate.id().startsWith("receipt-")) {
            return days == 0 ? "期限自送达之日起算" : "期限自送达后%d日起算".formatted(days);
        }
        return switch (gate.id()) {
            case "watch" -> "满%d个教学日".formatted(days);
            case "report-after-notice" -> "通知书送达满%d日以后".formatted(days);
            default -> "%d日一次".formatted(days);
        };
    }
}
