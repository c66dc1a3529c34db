package org.guixue.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guixue.Violation;
import org.junit.jupiter.api.Test;

class DeliveryDetailsTest {
    private static final LocalDate ISSUED = LocalDate.of(2026, 3, 16);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);
    private static final String CHILD = "王子涵";

    private static DeliveryDetails said(
            DeliveryOutcome outcome,
            String receiver,
            String relation,
            List<String> by,
            String witness,
            Long... proofs) {
        return new DeliveryDetails(
                Optional.of(TODAY), Optional.of(outcome), receiver, relation, by, witness, "", "", List.of(proofs));
    }

    private static String wrong(DeliveryDetails details) {
        return details.violations(ISSUED, TODAY, CHILD).stream()
                .map(Violation::field)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static DeliveryDetails on(LocalDate day) {
        return new DeliveryDetails(
                Optional.ofNullable(day),
                Optional.of(DeliveryOutcome.GUARDIAN),
                "王国强",
                "",
                List.of("李老师"),
                "",
                "",
                "",
                List.of());
    }

    @Test
    void theDayLiesBetweenIssueAndToday() {
        assertEquals("", wrong(on(ISSUED)));
        assertEquals("", wrong(on(TODAY)));
        assertEquals("deliveredOn", wrong(on(ISSUED.minusDays(1))));
        assertEquals("deliveredOn", wrong(on(TODAY.plusDays(1))));
        assertEquals("deliveredOn", wrong(on(null)));
    }

    @Test
    void somebodyBringsItAndNotToTheChild() {
        assertEquals("", wrong(said(DeliveryOutcome.GUARDIAN, "", "", List.of("李老师"), "")));
        assertEquals("deliverers", wrong(said(DeliveryOutcome.GUARDIAN, "王国强", "", List.of(" "), "")));
        assertEquals("receiver", wrong(said(DeliveryOutcome.GUARDIAN, CHILD, "", List.of("李老师"), "")));
        assertEquals("", wrong(said(DeliveryOutcome.FAILED, "", "", List.of("李老师"), "")));
    }

    @Test
    void aProxyIsAnAdultOfTheHouseholdOrAuthorised() {
        for (String relation : List.of("祖母", "爷爷", "叔叔（同住）", "哥哥（成年）", "邻居（受委托）", "村干部，经监护人授权", "同住家属")) {
            assertEquals("", wrong(said(DeliveryOutcome.PROXY, "王秀英", relation, List.of("李老师"), "")), relation);
        }
        for (String relation : List.of("", "邻居", "同学", "妹妹", "哥哥", "村干部", "班主任")) {
            assertEquals("relation", wrong(said(DeliveryOutcome.PROXY, "王秀英", relation, List.of("李老师"), "")), relation);
        }
        assertEquals("receiver", wrong(said(DeliveryOutcome.PROXY, "", "祖母", List.of("李老师"), "")));
    }

    @Test
    void whatIsLeftNeedsTwoDeliverersAWitnessAndAPicture() {
        List<String> two = List.of("李老师", "陈老师");
        assertEquals("", wrong(said(DeliveryOutcome.LEFT, "", "", two, "吴建新", 3L)));
        assertEquals("photos", wrong(said(DeliveryOutcome.LEFT, "", "", two, "吴建新")));
        assertEquals("witness", wrong(said(DeliveryOutcome.LEFT, "", "", two, "", 3L)));
        assertEquals("witness", wrong(said(DeliveryOutcome.LEFT, "", "", two, "陈老师", 3L)));
        assertEquals("witness", wrong(said(DeliveryOutcome.LEFT, "王国强", "", two, "王国强", 3L)));
        assertEquals("deliverers", wrong(said(DeliveryOutcome.LEFT, "", "", List.of("李老师"), "吴建新", 3L)));
        assertEquals("deliverers", wrong(said(DeliveryOutcome.LEFT, "", "", List.of("李老师", "李老师"), "吴建新", 3L)));
        assertEquals("deliverers photos witness", wrong(said(DeliveryOutcome.LEFT, "", "", List.of(), "")));
    }

    @Test
    void thePostBringsASignedReceipt() {
        assertEquals("photos", wrong(said(DeliveryOutcome.POST, "王国强", "", List.of(), "")));
        assertEquals("", wrong(said(DeliveryOutcome.POST, "王国强", "", List.of(), "", 3L)));
    }
}
