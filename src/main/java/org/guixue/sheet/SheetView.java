package org.guixue.sheet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.guixue.Violation;
import org.guixue.access.Caller;
import org.guixue.form.FieldText;
import org.guixue.form.Form;
import org.guixue.form.Sheet;
import org.guixue.instrument.SerialNumber;
import org.guixue.instrument.Subject;
import org.guixue.instrument.ValuesJson;
import org.guixue.instrument.issuing.Cautions;
import org.guixue.instrument.issuing.Check;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.rendering.Rendered;

/** Lays a draft out for its pages: what the templates ask for, by name. */
@RequestScoped
class SheetView {
    private final Check check;
    private final Filling filling;
    private final Approving approving;
    private final DraftCautions cautions;
    private final WrittenByHand written;
    private final Offices offices;
    private final Clock clock;
    private final Caller caller;

    @Inject
    public SheetView(
            Check check,
            Filling filling,
            Approving approving,
            DraftCautions cautions,
            WrittenByHand written,
            Offices offices,
            Clock clock,
            Caller caller) {
        this.check = check;
        this.filling = filling;
        this.approving = approving;
        this.cautions = cautions;
        this.written = written;
        this.offices = offices;
        this.clock = clock;
        this.caller = caller;
    }

    /** A fault and the place on the sheet where it is put right. */
    public record Fault(String anchor, String message) {
        static Fault of(Violation violation) {
            return new Fault("#" + Sheet.anchor(violation.field()), violation.message());
        }
    }

    /**
     * The sheet to fill in.
     *
     * @param checked whether all faults stand on the sheet, or only those that were refused or cannot be drawn
     * @param notice a sentence above the sheet; empty for none
     */
    Map<String, Object> show(
            Draft draft, Map<String, Object> values, boolean checked, List<Violation> refused, String notice) {
        Form form = check.form(caller, draft.form());
        Check.Assessed assessed = check.assess(caller, form, draft.subject(), values);
        Map<String, Violation> shown = new LinkedHashMap<>();
        refused.forEach(violation -> shown.put(violation.field(), violation));
        Check.unsuited(form, draft.subject()).ifPresent(violation -> shown.put(violation.field(), violation));
        assessed.undrawable().forEach(violation -> shown.putIfAbsent(violation.field(), violation));
        if (checked) {
            assessed.violations().forEach(violation -> shown.putIfAbsent(violation.field(), violation));
        }
        List<Violation> faults = List.copyOf(shown.values());
        boolean picturesOnly = !checked && !refused.isEmpty();
        List<Violation> named = picturesOnly ? refused : faults;
        Map<String, Object> facts = about(draft, form);
        facts.put("sheet", filling.sheet(caller, form, draft.subject(), assessed.values(), faults));
        facts.put("checked", checked);
        facts.put("faults", named.stream().map(Fault::of).toList());
        facts.put(
                "faultsTitle",
                picturesOnly
                        ? "有 %d 张照片没有收下，其他内容都已保存".formatted(named.size())
                        : "有 %d 处要改正，改好后才能%s".formatted(named.size(), form.approval() ? "提交审批" : "签发"));
        facts.put("left", assessed.violations().stream().map(Fault::of).toList());
        facts.put("doubts", assessed.doubts());
        facts.put(
                "cautions",
                cautions.of(caller, draft).stream()
                        .filter(caution -> !caution.rule().equals(Cautions.OTHERWISE))
                        .toList());
        facts.put("notice", notice);
        facts.put("became", became(draft));
        facts.put("written", written.of(draft.id()));
        facts.put("mayHandOut", form.about().child());
        facts.put(
                "returned",
                draft.state() == DraftState.RETURNED ? draft.submission().orElseThrow() : null);
        draft.submission()
                .flatMap(Submission::decidedAt)
                .ifPresent(at -> facts.put("returnedAt", FieldText.minute(at)));
        return facts;
    }

    /** Where that went which is no draft any more; empty for one that is. */
    private static String became(Draft draft) {
        return draft.instrument()
                .map(paper -> "/instruments/" + paper.id())
                .orElse(draft.state() == DraftState.SUBMITTED ? "/approvals/" + draft.id() : "");
    }

    /**
     * What the paper will look like, and what issuing it means.
     *
     * @param asking whether this is the step that issues
     * @param refusal why it was not issued; empty before it was tried
     */
    Map<String, Object> before(Draft draft, Rendered paper, boolean asking, String refusal) {
        Form form = check.form(caller, draft.form());
        Map<String, Object> facts = about(draft, form);
        Office issuer = offices.find(caller.office()).orElseThrow();
        facts.put("pages", IntStream.rangeClosed(1, paper.pages()).boxed().toList());
        facts.put("asking", asking);
        facts.put("refusal", refusal);
        facts.put("approvers", form.approval() ? approvers(draft, form) : "");
        facts.put(
                "serial",
                SerialNumber.outline(
                        form.serial(),
                        issuer.mark(),
                        form.series(),
                        LocalDate.now(clock).getYear()));
        facts.put("issuedOn", org.guixue.form.FieldText.date(LocalDate.now(clock)));
        return facts;
    }

    /** Their names; empty for nobody. */
    private String approvers(Draft draft, Form form) {
        Map<String, Object> values = check.assess(caller, form, draft.subject(), ValuesJson.read(draft.valuesJson()))
                .values();
        List<String> names = approving.approvers(caller, Check.sensitive(form, values));
        return String.join("、", names) + (names.size() > 1 ? "，其中一人同意即可" : "");
    }

    private Office issuer() {
        return offices.find(caller.office()).orElseThrow();
    }

    private Map<String, Object> about(Draft draft, Form form) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("issuer", issuer().name());
        facts.put("cautions", cautions.of(caller, draft));
        Subject subject = draft.subject();
        facts.put("draft", draft.id());
        facts.put("version", draft.version());
        facts.put("saved", FieldText.minute(draft.changedAt()));
        facts.put("formTitle", form.title());
        facts.put("approval", form.approval());
        facts.put("verb", form.approval() ? "提交审批" : "签发");
        facts.put("style", "/forms/" + form.id() + "/" + form.version() + "/sheet.css");
        facts.put("form", FormLine.of(form, check.lawOf(form), java.util.Optional.empty()));
        facts.put("subject", subject.label());
        facts.put(
                "child",
                subject.student().map(child -> "/students/" + child.id()).orElse(""));
        return facts;
    }
}
