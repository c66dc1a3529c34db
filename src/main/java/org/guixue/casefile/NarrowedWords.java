package org.guixue.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.guixue.access.Caller;
import org.guixue.access.Scope;
import org.guixue.calendar.ChineseDays;
import org.guixue.casefile.history.CaseState;
import org.guixue.office.Office;
import org.guixue.office.Offices;

/** By what a list of cases is narrowed, in words. */
final class NarrowedWords {
    private NarrowedWords() {}

    static List<String> of(CaseQuestion question, Caller caller, Offices offices) {
        List<String> words = new ArrayList<>();
        if (question.scope().office() != caller.office()) {
            words.add(name(question.scope(), offices));
        }
        question.at().ifPresent(at -> words.add(name(at, offices)));
        if (question.unschooled()) {
            words.add("没有学籍学校的");
        }
        if (question.outside()) {
            words.add("学籍或居住在本单位以外的");
        }
        if (!question.states().equals(CaseQuestion.OPEN) && question.returned().isEmpty()) {
            words.add(question.states().stream().sorted().map(CaseState::label).collect(Collectors.joining("、")));
        }
        question.cause().ifPresent(group -> words.add("原因：" + group.label()));
        question.pause().ifPresent(pause -> words.add("距上次劝返：" + pause.label()));
        question.returned().ifPresent(month -> words.add(month.getYear() + "年" + month.getMonthValue() + "月复学"));
        words.add("截至" + ChineseDays.of(question.on()));
        return words;
    }

    private static String name(Scope scope, Offices offices) {
        return offices.find(scope.office()).map(Office::name).orElse("");
    }
}
