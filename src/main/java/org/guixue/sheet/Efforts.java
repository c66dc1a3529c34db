package org.guixue.sheet;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guixue.casefile.Persuasion;

/**
 * The persuasions of a spell in one sentence, without its full stop: 9月9日林老师、吴主任入户面谈，9月12日…. Where that is longer than
 * the paper has room for it says less of each, never less of them.
 *
 * @param notice what was served on the guardian; empty for nothing
 * @param year of the paper: days of another one bear theirs
 */
record Efforts(List<Persuasion> persuasions, String notice, int year) {
    /** The fullest telling of at most that many characters; the shortest of all where none is. */
    String within(int max) {
        List<Function<Efforts, String>> tellings =
                List.of(Efforts::whole, Efforts::byWhom, Efforts::onWhichDays, Efforts::howOften);
        List<String> told = tellings.stream()
                .flatMap(telling -> Stream.of(joined(telling.apply(this), notice), telling.apply(this)))
                .filter(text -> !text.isEmpty())
                .toList();
        return told.stream()
                .filter(text -> length(text) <= max)
                .findFirst()
                .orElse(told.isEmpty() ? "" : told.get(told.size() - 1));
    }

    private static String joined(String efforts, String notice) {
        return Stream.of(efforts, notice).filter(part -> !part.isEmpty()).collect(Collectors.joining("，"));
    }

    private String whole() {
        return each(persuasion -> by(persuasion) + told(persuasion.how()));
    }

    private String byWhom() {
        return each(persuasion -> by(persuasion) + "劝返");
    }

    private String each(Function<Persuasion, String> telling) {
        return persuasions.stream()
                .map(persuasion -> day(persuasion.on()) + telling.apply(persuasion))
                .collect(Collectors.joining("，"));
    }

    private String onWhichDays() {
        return persuasions.isEmpty()
                ? ""
                : persuasions.stream()
                        .map(persuasion -> day(persuasion.on()))
                        .distinct()
                        .collect(Collectors.joining("、", "", "先后劝返%d次".formatted(persuasions.size())));
    }

    private String howOften() {
        return persuasions.isEmpty()
                ? ""
                : "%s至%s先后劝返%d次"
                        .formatted(
                                day(persuasions.get(0).on()),
                                day(persuasions.get(persuasions.size() - 1).on()),
                                persuasions.size());
    }

    private static String by(Persuasion persuasion) {
        return String.join("、", persuasion.by());
    }

    private static String told(String how) {
        return how.strip().replaceAll("\\R+", "，").replaceAll("[。；，、.;,]+$", "");
    }

    private String day(LocalDate on) {
        return day(on, year);
    }

    /** 9月9日; of another year 2025年9月9日. */
    static String day(LocalDate on, int year) {
        String day = "%d月%d日".formatted(on.getMonthValue(), on.getDayOfMonth());
        return on.getYear() == year ? day : on.getYear() + "年" + day;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
