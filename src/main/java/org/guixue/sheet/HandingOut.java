package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.guixue.Conflict;
import org.guixue.TooLarge;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.audit.DraftTrail;
import org.guixue.form.Form;
import org.guixue.instrument.ReadyToIssue;
import org.guixue.instrument.Subject;
import org.guixue.instrument.ValuesJson;
import org.guixue.instrument.issuing.Check;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.rendering.Fonts;
import org.guixue.rendering.PrintRun;
import org.guixue.store.Transactions;

/**
 * Hands out blank forms for visits without a computer: what is known stands on them, the rest is written by hand. Each bears
 * the code of a draft that is reserved for it, which is no instrument's. Every printing is on record before a byte leaves.
 */
@ApplicationScoped
public class HandingOut {
    public static final int MOST = 500;
    private static final int TOKEN_BYTES = 16;

    private final Transactions transactions;
    private final Drafts drafts;
    private final BlankPapers blanks;
    private final Filling filling;
    private final Check check;
    private final ReadyToIssue ready;
    private final Previewing previewing;
    private final Offices offices;
    private final DraftTrail trail;
    private final Fonts fonts;
    private final Clock clock;
    private final SecureRandom random;

    @Inject
    public HandingOut(
            Transactions transactions,
            Drafts drafts,
            BlankPapers blanks,
            Filling filling,
            Check check,
            ReadyToIssue ready,
            Previewing previewing,
            Offices offices,
            DraftTrail trail,
            Fonts fonts,
            Clock clock,
            SecureRandom random) {
        this.transactions = transactions;
        this.drafts = drafts;
        this.blanks = blanks;
        this.filling = filling;
        this.check = check;
        this.ready = ready;
        this.previewing = previewing;
        this.offices = offices;
        this.trail = trail;
        this.fonts = fonts;
        this.clock = clock;
        this.random = random;
    }

    /** Whom a blank form is about, and what is to stand on it beside what the records know. */
    public record Wanted(Subject subject, Map<String, Object> values) {}

    /** Blank forms that may leave. */
    public record Run(Form form, Office office, List<Leaf> leaves) {
        /** Under what name the file is handed over. */
        public String fileName() {
            String whose = leaves.size() == 1 ? leaves.get(0).label() : leaves.size() + "份";
            return "%s-%s-待填.pdf".formatted(whose, form.title());
        }
    }

    /** One of them. */
    public record Leaf(long draft, String label, String token, Map<String, Object> values) {}

    /** The blank form of that draft; the same code each time. */
    public Run of(Caller caller, long draft) {
        Draft found = drafts.find(caller, draft);
        Form form = check.form(caller, found.form());
        return run(caller, form, List.of(found));
    }

    /**
     * One for each, at the caller's unfinished draft of that form or a new one.
     *
     * @throws ValuesRefused where the form suits one of them not
     */
    public Run of(Caller caller, Form form, List<Wanted> wanted) {
        if (wanted.isEmpty()) {
            throw new ValuesRefused("students", "没有选出学生，请先选学生再打印空白表");
        }
        if (wanted.size() > MOST) {
            throw new TooLarge("一次最多打印%d份空白表，请分几次打印".formatted(MOST));
        }
        List<Draft> reserved = new ArrayList<>();
        for (Wanted each : wanted) {
            Check.unsuited(form, each.subject()).ifPresent(violation -> {
                throw new ValuesRefused("student", each.subject().label() + "：" + violation.message());
            });
            Draft draft = filling.begin(caller, form, each.subject());
            reserved.add(
                    draft.begun() || each.values().isEmpty()
                            ? draft
                            : drafts.save(caller, draft.id(), each.values(), OptionalInt.empty()));
        }
        return run(caller, form, reserved);
    }

    private Run run(Caller caller, Form form, List<Draft> reserved) {
        ready.expect();
        Office office = offices.find(caller.office()).orElseThrow();
        List<Leaf> leaves = new ArrayList<>();
        for (Draft draft : reserved) {
            expectOpen(draft);
            Map<String, Object> given = ValuesJson.read(draft.valuesJson());
            Map<String, Object> values = drawable(caller, form, draft, given);
            BlankPaper blank = transactions.run(() -> reserve(caller, form, office, draft.id()));
            leaves.add(new Leaf(draft.id(), draft.subject().label(), blank.token(), withoutToday(form, given, values)));
            trail.handedOut(caller, draft.id(), draft.childId(), form.title());
        }
        trail.flush();
        return new Run(form, office, leaves);
    }

    /** Names whose it is where something on it cannot be drawn. */
    private Map<String, Object> drawable(Caller caller, Form form, Draft draft, Map<String, Object> given) {
        try {
            return check.assess(caller, form, draft.subject(), given).drawable();
        } catch (ValuesRefused e) {
            throw new ValuesRefused(e.violations().stream()
                    .map(fault -> new Violation(fault.field(), draft.subject().label() + "：" + fault.message()))
                    .toList());
        }
    }

    private static void expectOpen(Draft draft) {
        draft.instrument().ifPresent(paper -> {
            throw new Conflict("这份草稿已经签发为%s，请直接打印签发的文书".formatted(paper.serial()));
        });
        if (!draft.state().open()) {
            throw new Conflict(
                    "%s的这份草稿已经提交审批，不能再打印空白表；要打印请先撤回".formatted(draft.subject().label()));
        }
    }

    private BlankPaper reserve(Caller caller, Form form, Office office, long id) {
        Draft draft = drafts.find(caller, id);
        blanks.hold(draft);
        Optional<BlankPaper> before = blanks.of(id);
        BlankPaper blank =
                before.orElseGet(() -> new BlankPaper(blanks.nextId(), token(), draft, form.title(), office, caller));
        blank.printed(caller.displayName(), clock.instant());
        if (before.isEmpty()) {
            blanks.add(blank);
        }
        return blank;
    }

    /** The day of filling is written when it is filled. */
    private static Map<String, Object> withoutToday(Form form, Map<String, Object> given, Map<String, Object> values) {
        Map<String, Object> known = new LinkedHashMap<>(values);
        form.fields().stream()
                .filter(field -> field.from().filter("today"::equals).isPresent() && !given.containsKey(field.name()))
                .forEach(field -> known.remove(field.name()));
        return known;
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Writes the file, each form on a front side where both are printed; the stream stays the caller's. */
    public void write(Run run, boolean duplex, OutputStream out) {
        PrintRun file = new PrintRun(fonts, out, duplex);
        for (Leaf leaf : run.leaves()) {
            file.add(previewing.toFill(run.form(), run.office(), leaf.values(), leaf.token()), "");
        }
        file.end();
    }
}
