package org.guixue.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.guixue.calendar.Reporting;
import org.guixue.casefile.history.EventKind;
import org.guixue.deadline.due.Due;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormId;
import org.guixue.form.Rule;
import org.guixue.office.Office;
import org.guixue.page.PageAddress;

/** The way to do what is due: the paper to fill, with what it is about, or the page of the child. */
@ApplicationScoped
public class DueWay {
    private final FormCatalog forms;

    @Inject
    public DueWay(FormCatalog forms) {
        this.forms = forms;
    }

    /**
     * A button.
     *
     * @param href empty where nothing in the house does it yet
     */
    record Way(String action, String href) {
        static final Way NONE = new Way("", "");
    }

    Way of(Due due, Office office) {
        for (Rule.Proof proof : due.rule().doneBy()) {
            Optional<Way> way =
                    switch (proof.kind()) {
                        case FORM -> form(proof.name(), office).map(form -> paper(form, due));
                        case EVENT -> event(proof.name(), due, office);
                        case LEDGER -> ledger(proof.name(), due, office);
                    };
            if (way.isPresent()) {
                return way.get();
            }
        }
        return due.student().isPresent() ? child("办理", due) : Way.NONE;
    }

    /** In force there and issued by offices of that kind. */
    private Optional<Form> form(String id, Office office) {
        return forms.form(FormId.parse(id), office.jurisdiction())
                .filter(form -> form.issuers().contains(office.kind().name()));
    }

    private Optional<Way> ledger(String id, Due due, Office office) {
        return forms.ledger(FormId.parse(id), office.jurisdiction())
                .filter(ledger -> ledger.levels().contains(office.kind()))
                .map(ledger -> new Way(
                        "报送",
                        PageAddress.of("/ledgers/" + ledger.id())
                                .with("period", due.period(ledger.period()).name())
                                .with("office", Long.toString(due.office()))
                                .toString()));
    }

    private static Way paper(Form form, Due due) {
        PageAddress address =
                PageAddress.of("/instruments/new").with("form", form.id().toString());
        PageAddress named =
                switch (form.about()) {
                    case STUDENT ->
                        address.with("student", Long.toString(due.student().orElse(0)));
                    case CASE ->
                        address.with("case", Long.toString(due.caseFile().orElse(0)));
                    case OFFICE -> address.with("office", Long.toString(due.office()));
                    case TERM ->
                        address.with(
                                "term",
                                Reporting.of(Reporting.Kind.TERM, due.opensOn()).name());
                    case PERIOD ->
                        throw new IllegalArgumentException(form.id() + " is a ledger, not a form to fill in");
                };
        boolean known = due.student().isPresent() || !form.about().child();
        return new Way("填写", known ? named.toString() : "/forms/" + form.id());
    }

    /**
     * The page of that event where no other does it too. What acts write by themselves is done on the child's page, and who
     * looks at another office's work sees there what is his to record.
     */
    private static Optional<Way> event(String name, Due due, Office office) {
        if (due.caseFile().isEmpty()) {
            return Optional.empty();
        }
        long caseFile = due.caseFile().getAsLong();
        EventKind kind = EventKind.valueOf(name);
        if (kind == EventKind.PERSUADED) {
            return Optional.of(new Way("记录劝返", "/cases/%d/persuasions/new".formatted(caseFile)));
        }
        long events = due.rule().doneBy().stream()
                .filter(proof -> proof.kind() == Rule.Proof.Kind.EVENT)
                .count();
        return Optional.of(
                kind.writtenByActs() || events > 1 || due.office() != office.id()
                        ? child("办理", due)
                        : new Way("登记", "/cases/%d/events/new?kind=%s".formatted(caseFile, kind)));
    }

    private static Way child(String action, Due due) {
        return new Way(action, "/students/" + due.student().orElse(0));
    }
}
