package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guixue.access.Caller;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.SubjectKind;
import org.guixue.instrument.issuing.Check;
import org.guixue.person.FormsForChildren;
import org.guixue.person.Student;

/** What a caller may write and what it has begun, as desks and a child's page offer it. */
@ApplicationScoped
public class Offered implements FormsForChildren {
    private static final int MOST_DRAFTS = 500;

    private final Check check;
    private final Drafts drafts;
    private final FormCatalog forms;

    @Inject
    public Offered(Check check, Drafts drafts, FormCatalog forms) {
        this.check = check;
        this.drafts = drafts;
        this.forms = forms;
    }

    /** A form that the caller's office may issue. */
    public record Paper(String form, String title, SubjectKind about) {
        /** Whether a child must be chosen first. */
        public boolean aboutChild() {
            return about.child();
        }

        /** Whether the child must have a case. */
        public boolean aboutCase() {
            return about == SubjectKind.CASE;
        }
    }

    /**
     * A draft that was not issued.
     *
     * @param standing in Chinese, where it was handed in or sent back; empty while it is only being filled in
     */
    public record Begun(long draft, String title, String about, Instant changedAt, String standing) {}

    public List<Paper> to(Caller caller) {
        return check.forms(caller).stream().map(Offered::paper).toList();
    }

    private static Paper paper(Form form) {
        return new Paper(form.id().toString(), form.title(), form.about());
    }

    @Override
    public List<ChildForm> forChildren(Caller caller) {
        return to(caller).stream()
                .filter(Paper::aboutChild)
                .map(paper -> new ChildForm(paper.form(), paper.title()))
                .toList();
    }

    /** Those about a child that may be issued about this one as it stands. */
    public List<Paper> to(Caller caller, Student child) {
        return check.forms(caller).stream()
                .filter(form -> form.suits(child.state().name()))
                .map(Offered::paper)
                .filter(Paper::aboutChild)
                .toList();
    }

    public Optional<Paper> to(Caller caller, String form) {
        return to(caller).stream().filter(paper -> paper.form().equals(form)).findFirst();
    }

    /** The caller's own drafts, the one touched last first. */
    public List<Begun> begunBy(Caller caller, int most) {
        return drafts.pending(caller, most).stream()
                .map(draft -> begun(caller, draft))
                .toList();
    }

    /** The caller's own drafts about that child, the one touched last first. */
    public List<Begun> begunBy(Caller caller, long student) {
        return drafts.pending(caller, MOST_DRAFTS).stream()
                .filter(draft -> draft.subject()
                        .student()
                        .filter(child -> child.id() == student)
                        .isPresent())
                .map(draft -> begun(caller, draft))
                .toList();
    }

    private Begun begun(Caller caller, Draft draft) {
        return new Begun(
                draft.id(), title(caller, draft), LedgerDraft.about(draft), draft.changedAt(), standing(draft));
    }

    /** What the caller's county calls its form. */
    String title(Caller caller, Draft draft) {
        return to(caller, draft.form().toString())
                .map(Paper::title)
                .or(() -> forms.paper(draft.form()).map(Form::title))
                .orElse(draft.form().name());
    }

    static String standing(Draft draft) {
        return draft.state() == DraftState.DRAFT ? "" : draft.state().label();
    }
}
