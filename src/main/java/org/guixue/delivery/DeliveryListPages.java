package org.guixue.delivery;

import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.Conflict;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.instrument.Instrument;
import org.guixue.page.RefusedRequest;
import org.guixue.page.Said;
import org.guixue.page.Typed;
import org.guixue.person.Guardian;
import org.guixue.person.Student;

/**
 * Many deliveries on one page, as the list of the deliverers comes back: day and deliverers once, then who took each. What
 * needs a picture (留置, 邮寄) is recorded on the paper's own page.
 */
public abstract class DeliveryListPages {
    private static final int ROWS = 200;
    private static final Set<String> SAME = Set.of("deliveredOn", "deliverers");
    private static final List<DeliveryOutcome> WITHOUT_PICTURE =
            List.of(DeliveryOutcome.GUARDIAN, DeliveryOutcome.PROXY, DeliveryOutcome.FAILED);

    @Inject
    private ManyDeliveries deliveries;

    @Inject
    private Undelivered undelivered;

    @Inject
    private ListedPapers listed;

    @Inject
    private Said said;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private Models models;

    /** One of the ways in which a delivery ends. */
    public record Way(String id, String name) {}

    /**
     * A paper that is still to be handed out.
     *
     * @param receiver whoever it is addressed to
     * @param receipt on which it stands, if it does
     * @param fault why it was not taken; empty where nothing was
     */
    public record Line(
            long paper,
            String name,
            String schoolClass,
            String serial,
            String receiver,
            Optional<Receipt> receipt,
            String fault) {}

    /** The 送达回证 on which a paper stands. */
    public record Receipt(long id, String serial) {}

    /** What there is to hand out; asked again after some were recorded. */
    protected abstract List<Instrument> papers();

    /** Where the page lies. */
    protected abstract String path();

    /** Where one goes when all were recorded. */
    protected abstract String then();

    /** The page before anything was typed. */
    protected String blank() {
        Delivering.refuseInspector(caller);
        Typed typed = Typed.blank()
                .with("deliveredOn", LocalDate.now(clock).toString())
                .with("deliverers", caller.displayName());
        return page(typed, Map.of(), "");
    }

    /** Records what was ticked; what was refused is shown again, with what was typed. */
    protected Response recorded(Typed typed) {
        papers();
        try {
            return told(typed, recordAll(typed));
        } catch (Refused e) {
            return RefusedRequest.shown(e, typed, refusal -> page(typed, Map.of(), refusal));
        }
    }

    /** Each for itself; what is the same for all is refused once. */
    private List<ManyDeliveries.Outcome> recordAll(Typed typed) {
        Delivering.refuseInspector(caller);
        Map<Long, DeliveryDetails> all = details(typed);
        if (all.isEmpty()) {
            throw new Conflict("没有选出要登记的文书，请勾选已经送到的");
        }
        List<ManyDeliveries.Outcome> outcomes = new ArrayList<>();
        Map<Long, DeliveryDetails> complete = new LinkedHashMap<>();
        all.forEach((paper, details) -> {
            if (details.unsaid().isEmpty()) {
                complete.put(paper, details);
            } else {
                outcomes.add(new ManyDeliveries.Outcome(paper, Optional.empty(), details.unsaid()));
            }
        });
        outcomes.addAll(deliveries.deliver(caller, complete));
        List<Violation> common = outcomes.stream()
                .flatMap(outcome -> outcome.violations().stream())
                .filter(violation -> SAME.contains(violation.field()))
                .distinct()
                .toList();
        typed.refused(new ValuesRefused(common));
        return outcomes;
    }

    /** What was delivered already, here or in another window, is not recorded twice and is no fault. */
    private Response told(Typed typed, List<ManyDeliveries.Outcome> outcomes) {
        long recorded = outcomes.stream()
                .filter(outcome -> outcome.recorded().isPresent())
                .count();
        long before = outcomes.stream().filter(DeliveryListPages::wasDelivered).count();
        Map<Long, String> faults = new HashMap<>();
        outcomes.stream()
                .filter(outcome -> outcome.recorded().isEmpty() && !wasDelivered(outcome))
                .forEach(outcome -> faults.put(outcome.instrument(), words(outcome.violations())));
        String done = "已登记 %d 份送达%s".formatted(recorded, before > 0 ? "；%d 份先前已经登记，没有重复登记".formatted(before) : "");
        if (faults.isEmpty()) {
            said.say(done + "。");
            return Response.seeOther(URI.create(then())).build();
        }
        typed.with("paper", faults.keySet().stream().map(String::valueOf).toList());
        return Response.status(422)
                .entity(page(typed, faults, "%s；还有 %d 份没有登记，请按提示改正".formatted(done, faults.size())))
                .build();
    }

    private static boolean wasDelivered(ManyDeliveries.Outcome outcome) {
        return outcome.violations().stream()
                .anyMatch(violation -> violation.field().equals("reason"));
    }

    private static Map<Long, DeliveryDetails> details(Typed typed) {
        Map<Long, DeliveryDetails> all = new LinkedHashMap<>();
        typed.all("paper").stream()
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .forEach(paper -> all.put(paper, details(typed, paper)));
        return all;
    }

    private static DeliveryDetails details(Typed typed, long paper) {
        Optional<DeliveryOutcome> outcome = DeliveryOutcome.of(typed.value("outcome." + paper));
        boolean failed = outcome.equals(Optional.of(DeliveryOutcome.FAILED));
        return new DeliveryDetails(
                typed.day("deliveredOn"),
                outcome,
                failed ? "" : typed.value("receiver." + paper),
                failed ? "" : typed.value("relation." + paper),
                typed.names("deliverers"),
                "",
                typed.value("refusal." + paper),
                "",
                List.of());
    }

    private static String words(List<Violation> violations) {
        return violations.stream()
                .filter(violation -> !SAME.contains(violation.field()))
                .map(Violation::message)
                .collect(Collectors.joining("；"));
    }

    private String page(Typed typed, Map<Long, String> faults, String refusal) {
        List<Instrument> open = undelivered.among(papers());
        models.put("path", path());
        models.put("typed", typed);
        models.put("untouched", typed.all("paper").isEmpty());
        models.put("said", said.take());
        models.put("refusal", refusal.isEmpty() ? said.takeRefusal() : refusal);
        models.put("today", LocalDate.now(clock).toString());
        models.put(
                "rows",
                open.stream().limit(ROWS).map(paper -> line(paper, faults)).toList());
        models.put("total", open.size());
        models.put(
                "outcomes",
                WITHOUT_PICTURE.stream()
                        .map(each -> new Way(each.name(), each.label()))
                        .toList());
        return "delivery/deliveries.html";
    }

    private Line line(Instrument paper, Map<Long, String> faults) {
        Optional<Student> child = paper.student();
        return new Line(
                paper.id(),
                child.map(Student::name).orElse(""),
                child.map(each -> each.grade() + each.schoolClass()).orElse(""),
                paper.serial(),
                child.map(Student::servedGuardians).orElse(List.of()).stream()
                        .map(Guardian::name)
                        .findFirst()
                        .orElse(""),
                listed.receiptOf(paper).map(receipt -> new Receipt(receipt.id(), receipt.serial())),
                faults.getOrDefault(paper.id(), ""));
    }
}
