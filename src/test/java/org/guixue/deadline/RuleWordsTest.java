package org.guixue.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.guixue.form.FormCatalog;
import org.guixue.form.Jurisdiction;
import org.guixue.form.Rule;
import org.junit.jupiter.api.Test;

/** Every rule and every gate of every packaged jurisdiction is told in Chinese words. */
class RuleWordsTest {
    private static final FormCatalog FORMS = FormCatalog.load(List.of(Path.of("forms")));
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{2,}|\\{|%");

    private static void plain(String where, String text) {
        assertFalse(text.isBlank(), where);
        assertFalse(CODE.matcher(text).find(), where + ": " + text);
    }

    @Test
    void noCodeIsLeftInTheWordsOfARule() {
        for (Jurisdiction each : FORMS.jurisdictions()) {
            List<Rule> rules = FORMS.rulesOf(each.id());
            RuleWords words = new RuleWords(FORMS, rules);
            for (Rule rule : rules) {
                String where = each.id() + " " + rule.id();
                plain(where, words.when(rule));
                plain(where, RuleWords.who(rule));
                plain(where, words.doneBy(rule));
                if (rule.escalate().isPresent()) {
                    plain(where, RuleWords.escalated(rule));
                }
            }
        }
    }

    @Test
    void noCodeIsLeftInTheWordsOfAGate() {
        for (Jurisdiction each : FORMS.jurisdictions()) {
            for (RulePages.GateLine gate : RulePages.gates(FORMS, each.id())) {
                plain(each.id() + " " + gate.id(), gate.title());
                assertFalse(CODE.matcher(gate.what()).find(), gate.what());
                assertEquals(gate.source().isEmpty(), gate.own());
            }
        }
    }

    @Test
    void saysWhatTheSourceSays() {
        List<Rule> rules = FORMS.rulesOf("shangtianti");
        RuleWords words = new RuleWords(FORMS, rules);
        Rule week = rules.stream()
                .filter(rule -> rule.id().equals("return-week"))
                .findFirst()
                .orElseThrow();
        assertEquals("“收到通知书”后，7日内", words.when(week));
        Rule month = rules.stream()
                .filter(rule -> rule.id().equals("monthly-report"))
                .findFirst()
                .orElseThrow();
        assertEquals("每月月底前", words.when(month));
        Rule sixteen = rules.stream()
                .filter(rule -> rule.id().equals("sixteen"))
                .findFirst()
                .orElseThrow();
        assertTrue(words.when(sixteen).startsWith("年满16周岁前56日"), words.when(sixteen));
        assertTrue(words.doneBy(sixteen).contains("联合“劝返”"), words.doneBy(sixteen));
    }
}
