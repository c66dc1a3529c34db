package org.guixue.instrument.issuing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.guixue.Sha256;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.casefile.Case;
import org.guixue.casefile.Cases;
import org.guixue.form.Field;
import org.guixue.form.FieldText;
import org.guixue.form.FieldType;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.instrument.ComingBack;
import org.guixue.instrument.HandingOver;
import org.guixue.instrument.Instrument;
import org.guixue.instrument.InstrumentState;
import org.guixue.instrument.Instruments;
import org.guixue.instrument.LyingOnPaper;
import org.guixue.instrument.Reading;
import org.guixue.instrument.Voiding;

/** Lays an instrument out for its page: what the template asks for, by name. */
@RequestScoped
class InstrumentView {
    private final FormCatalog forms;
    private final Reading reading;
    private final Voiding voiding;
    private final HandingOver handingOver;
    private final ComingBack comingBack;
    private final LyingOnPaper lyingOnPaper;
    private final Cases cases;
    private final Instruments instruments;
    private final Caller caller;

    @Inject
    public InstrumentView(
            FormCatalog forms,
            Reading reading,
            Voiding voiding,
            HandingOver handingOver,
            ComingBack comingBack,
            LyingOnPaper lyingOnPaper,
            Cases cases,
            Instruments instruments,
            Caller caller) {
        this.forms = forms;
        this.reading = reading;
        this.voiding = voiding;
        this.handingOver = handingOver;
        this.comingBack = comingBack;
        this.lyingOnPaper = lyingOnPaper;
        this.cases = cases;
        this.instruments = instruments;
        this.caller = caller;
    }

    /** Something that happened to it, newest first. */
    public record Happened(String at, String what, String note) {}

    /** One line of what was filled in. */
    public record Filled(String label, String text) {}

    /**
     * @param revealed the reason for which the whole IDs are shown; empty shows them masked
     * @param asking why the IDs were not shown; empty for none
     */
    Map<String, Object> show(Instrument instrument, Optional<String> revealed, String asking) {
        boolean closed = instrument.sensitive() && !caller.mayReadSensitive();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("it", instrument);
        facts.put("path", "/instruments/" + instrument.id());
        facts.put("badge", badge(instrument.state()));
        facts.put("issuedOn", FieldText.date(instrument.issuedOn()));
        facts.put("digest", instrument.sha256().map(Sha256::hex).orElse(""));
        facts.put("subject", instrument.subject().label());
        facts.put(
                "child",
                instrument.student().map(child -> "/students/" + child.id()).orElse(""));
        facts.put("closed", closed);
        facts.put("open", instrument.sealed() && !closed);
        facts.put(
                "pages",
                IntStream.rangeClosed(1, Math.max(instrument.pages(), 0))
                        .boxed()
                        .toList());
        ComingBack.Panel returned = comingBack.of(caller, instrument);
        facts.put("history", history(instrument, returned));
        facts.put("revealed", revealed.isPresent());
        facts.put("asking", asking);
        facts.put("filled", closed ? List.of() : filled(instrument, revealed));
        HandingOver.Panel handedOver = handingOver.of(caller, instrument);
        facts.put("handedOver", handedOver);
        facts.put("returned", returned);
        facts.put("place", lyingOnPaper.of(caller, instrument));
        facts.put(
                "next",
                NextSteps.after(instrument, handedOver.arrived(), caller.role(), caseOf(instrument))
                        .orElse(null));
        facts.put("mayVoid", voiding.mayVoid(caller, instrument));
        Optional<Instrument> successor = instruments.successorOf(instrument);
        facts.put("successor", successor.orElse(null));
        facts.put(
                "mayReissue",
                instrument.state() == InstrumentState.VOID
                        && successor.isEmpty()
                        && !closed
                        && instrument.issuer().id() == caller.office()
                        && caller.role() != Role.INSPECTOR);
        return facts;
    }

    /** The child's case that is still going. */
    private Optional<Case> caseOf(Instrument instrument) {
        return cases.openCase(instrument.childId(), caller.scope());
    }

    private static String badge(InstrumentState state) {
        return switch (state) {
            case RESERVED -> "soon";
            case VOID -> "void";
            default -> "done";
        };
    }

    private static List<Happened> history(Instrument instrument, ComingBack.Panel returned) {
        List<Happened> history = new ArrayList<>();
        for (int i = returned.lines().size() - 1; i >= 0; i--) {
            ComingBack.Line copy = returned.lines().get(i);
            history.add(new Happened(
                    copy.on(), copy.by() + "归入回收件" + copy.n(), copy.pages() + "页，" + copy.signatures() + "。"));
        }
        instrument
                .voidedAt()
                .ifPresent(at -> history.add(new Happened(
                        minute(at),
                        instrument.voidedByName().orElse("") + "作废了这份文书",
                        "原因：" + instrument.voidReason().orElse("") + "。文号不再使用，原件仍在档案中。")));
        if (instrument.state() == InstrumentState.RESERVED) {
            history.add(new Happened(
                    "现在",
                    "正在盖章归档",
                    instrument.attempts() == 0
                            ? "通常几秒钟完成。"
                            : "已试" + instrument.attempts() + "次没有成功，系统会自动再试；文号已经保留，不会丢失。"));
        }
        instrument
                .issuedAt()
                .ifPresent(at -> history.add(new Happened(
                        minute(at),
                        "加盖" + instrument.issuer().name() + "电子印章并归档",
                        "档号" + instrument.archivalNumber() + "，共" + instrument.pages() + "页。")));
        String numbered = "编定文号" + instrument.serial();
        instrument
                .approved()
                .ifPresentOrElse(
                        approved -> {
                            history.add(new Happened(
                                    minute(approved.at()),
                                    approved.name() + "审批同意用印",
                                    numbered + "，由" + instrument.issuedByName() + "签发。"));
                            history.add(new Happened(
                                    minute(approved.submittedAt()), instrument.issuedByName() + "提交审批", "内容自此未改动。"));
                        },
                        () -> history.add(new Happened(
                                minute(instrument.reservedAt()), instrument.issuedByName() + "签发", numbered + "。")));
        return history;
    }

    private List<Filled> filled(Instrument instrument, Optional<String> revealed) {
        Map<String, Object> values = reading.values(caller, instrument, revealed);
        return forms.form(instrument.form()).map(Form::fields).orElse(List.of()).stream()
                .filter(field -> values.containsKey(field.name()))
                .map(field -> new Filled(field.label(), text(field, values.get(field.name()))))
                .toList();
    }

    private static String text(Field field, @org.jspecify.annotations.Nullable Object value) {
        if (value instanceof List<?> list && (field.type() == FieldType.TABLE || field.type() == FieldType.PHOTOS)) {
            return list.size() + (field.type() == FieldType.TABLE ? "条" : "张");
        }
        return value == null ? "" : FieldText.of(field, value);
    }

    private static String minute(Instant at) {
        return FieldText.minute(at);
    }
}
