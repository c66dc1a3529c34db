package org.guixue.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.guixue.Refused;
import org.guixue.identity.NationalId;
import org.junit.jupiter.api.Test;

/** A child who is on a roster already: named within the scope, asked about beyond it. */
class DuplicateChildrenTest extends RosterCourse {
    private String asked(long child) {
        return REGISTRY.text("select state || ' ' || asked_name || ' ' || asked_id from duplicate_enquiry"
                + " where student_id = " + child);
    }

    @Test
    void aDuplicateWithinTheScopeIsNamedAndNobodyIsAsked() {
        InventedChild known = invented();
        long id = enter(known);
        InventedChild again = invented().withId(known.id());
        String why = refusedBecause(clerk, again.withNumber(""));
        assertTrue(why.startsWith("nationalId:") && why.contains(known.name()), why);
        assertEquals("1", count(known.id()));
        assertEquals("", asked(id));
    }

    @Test
    void aDuplicateOfAnotherOfficeIsNotNamedAndTheBureauIsAsked() {
        InventedChild known = invented();
        long id = enter(known);
        InventedChild wanted = REGISTRY.invent(REGISTRY.westSchool).withId(known.id());
        assertEquals("nationalId:" + Duplicates.ELSEWHERE, refusedBecause(other, wanted.withNumber("")));
        assertEquals("OPEN " + wanted.name() + " " + new NationalId(known.id()).masked(), asked(id));
        assertEquals("1", count(known.id()));
        assertEquals("CHANGE|SEARCH", REGISTRY.told(id));
    }

    @Test
    void askedAgainTheNewestAskingCounts() {
        InventedChild known = invented();
        long id = enter(known);
        refusedBecause(
                other,
                REGISTRY.invent(REGISTRY.westSchool)
                        .withId(known.id())
                        .withNumber("")
                        .named("丁甲"));
        refusedBecause(
                other,
                REGISTRY.invent(REGISTRY.westSchool)
                        .withId(known.id())
                        .withNumber("")
                        .named("丁乙"));
        assertEquals("OPEN 丁乙 " + new NationalId(known.id()).masked(), asked(id));
    }

    @Test
    void whoMeetsTooManyChildrenOfOthersLearnsNoMore() {
        for (int i = 1; i <= 20; i++) {
            InventedChild known = invented();
            enter(known);
            refusedBecause(other, REGISTRY.invent(REGISTRY.westSchool).withNumber(known.number()));
        }
        InventedChild known = invented();
        long last = enter(known);
        InventedChild wanted = REGISTRY.invent(REGISTRY.westSchool).withNumber(known.number());
        Refused refused = assertThrows(Refused.class, () -> desk.roster.enter(other, wanted.details()));
        assertEquals(Refused.Reason.LOCKED, refused.reason());
        assertEquals("", asked(last));
        assertEquals("CHANGE|SEARCH", REGISTRY.told(last));
    }
}
