package org.guixue.instrument.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.guixue.access.Role;
import org.guixue.casefile.history.EventKind;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormId;
import org.guixue.form.SubjectKind;
import org.junit.jupiter.api.Test;

class NextStepsTest {
    private static final FormCatalog FORMS = FormCatalog.load(List.of(Path.of("forms")));

    @Test
    void aNoticeToAChildThatIsBackAsksForNoReport() {
        NextSteps.Step step = NextSteps.noLongerAway(7, 8);
        assertEquals("/students/8", step.address());
    }

    @Test
    void aNoticeThatCameBackIsNotToBeCollectedAgain() {
        NextSteps.Step out = NextSteps.after("PERSUASION_NOTICE", false, Role.CLERK, 7, 8, Optional.of(9L));
        assertTrue(out.words().contains("收回回执"), out.words());
        NextSteps.Step back = NextSteps.cameBack(out);
        assertFalse(back.words().contains("收回回执"), back.words());
        assertEquals(out.address(), back.address());
        NextSteps.Step delivered = NextSteps.after("PERSUASION_NOTICE", true, Role.CLERK, 7, 8, Optional.of(9L));
        assertEquals(delivered, NextSteps.cameBack(delivered));
    }

    @Test
    void noPaperEndsInSilence() {
        for (Form form : FORMS.forms()) {
            boolean aboutAChild = form.about() == SubjectKind.STUDENT || form.about() == SubjectKind.CASE;
            for (Role who : Role.values()) {
                check(form, NextSteps.after(form.kind(), false, who, 7, aboutAChild ? 8 : 0, Optional.of(9L)));
                check(form, NextSteps.after(form.kind(), true, who, 7, aboutAChild ? 8 : 0, Optional.of(9L)));
            }
        }
    }

    private static void check(Form form, NextSteps.Step step) {
        assertFalse(step.words().isBlank() || step.label().isBlank(), form.id().toString());
        assertTrue(step.address().startsWith("/") && !step.address().contains("{"), step.address());
        assertTrue(leadsSomewhere(step.address()), step.address());
    }

    /** A form that is named exists, and so does an event. */
    private static boolean leadsSomewhere(String address) {
        int form = address.indexOf("form=");
        int kind = address.indexOf("kind=");
        if (form >= 0) {
            return FORMS.form(FormId.parse(address.substring(form + 5))).isPresent();
        }
        return kind < 0 || !EventKind.valueOf(address.substring(kind + 5)).writtenByActs();
    }

    @Test
    void aNoticeIsDeliveredAndAReportLeadsToTheOrder() {
        assertEquals("/instruments/7/delivery", address("PERSUASION_NOTICE", Role.CLERK));
        assertEquals(
                "/instruments/new?student=8&form=national/persuasion-failure-report",
                NextSteps.after("PERSUASION_NOTICE", true, Role.CLERK, 7, 8, Optional.of(9L))
                        .address());
        assertEquals("/students/8", address("PERSUASION_FAILURE_REPORT", Role.CLERK));
        assertEquals(
                "/instruments/new?student=8&form=national/schooling-order",
                address("PERSUASION_FAILURE_REPORT", Role.BUREAU));
        assertEquals("/cases/9/events/new?kind=DECIDED", address("DEFERRAL_APPLICATION", Role.BUREAU));
    }

    @Test
    void withoutACaseItSaysThatOneIsToBeOpened() {
        NextSteps.Step step = NextSteps.after("RETURN_PLACEMENT", false, Role.CLERK, 7, 8, Optional.empty());
        assertEquals("/students/8", step.address());
        assertTrue(step.words().contains("先建档"));
    }

    private static String address(String kind, Role who) {
        return NextSteps.after(kind, false, who, 7, 8, Optional.of(9L)).address();
    }
}
