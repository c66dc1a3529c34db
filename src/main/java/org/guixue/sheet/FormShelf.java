package org.guixue.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guixue.access.Caller;
import org.guixue.access.Role;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.Jurisdiction;
import org.guixue.form.PaperSearch;
import org.guixue.instrument.issuing.Check;
import org.guixue.office.Office;
import org.guixue.office.Offices;

/** The forms as one chooses among them: the county's by what they are for, and what it has not adopted. */
@ApplicationScoped
public class FormShelf {
    private final Check check;
    private final FormCatalog forms;
    private final Offices offices;

    @Inject
    public FormShelf(Check check, FormCatalog forms, Offices offices) {
        this.check = check;
        this.forms = forms;
        this.offices = offices;
    }

    /** Forms that are for the same. */
    public record Group(String purpose, List<FormLine> forms) {}

    /** A form that the caller's county does not use. */
    public record Unadopted(String id, String title, String origin) {}

    /** What the county's rules ask for and no form of its answers. */
    public record Wanted(String rule, String source, List<Unadopted> papers) {}

    /** What the caller may issue, about that child where one is chosen, as far as it is looked for. */
    public List<Group> groups(Caller caller, Optional<SubjectChoice.Chosen> child, String typed) {
        PaperSearch search = new PaperSearch(forms, typed);
        List<Form> found = check.forms(caller).stream()
                .filter(form -> child.isEmpty() || child.get().suits(form))
                .filter(search::finds)
                .toList();
        return forms.purposes().stream()
                .map(purpose -> new Group(
                        purpose.label(),
                        found.stream()
                                .filter(form -> forms.purposeOf(form).equals(purpose))
                                .map(form -> FormLine.of(form, check.lawOf(form), child))
                                .toList()))
                .filter(group -> !group.forms().isEmpty())
                .toList();
    }

    /** What is looked for and would be the caller's to issue, had its county adopted it. */
    public List<Unadopted> unadopted(Caller caller, String typed) {
        PaperSearch search = new PaperSearch(forms, typed);
        Office office = office(caller);
        Set<String> inForce = forms.formsOf(office.jurisdiction()).stream()
                .map(form -> form.id().name())
                .collect(Collectors.toSet());
        return search.isEmpty()
                ? List.of()
                : forms.forms().stream()
                        .filter(form -> !inForce.contains(form.id().name()) && search.finds(form))
                        .filter(form -> concerns(form, caller, office))
                        .map(this::unadopted)
                        .toList();
    }

    public List<Wanted> wanted(Caller caller) {
        Office office = office(caller);
        return forms.wantedIn(office.jurisdiction()).stream()
                .map(wanted -> new Wanted(
                        wanted.rule(),
                        wanted.source(),
                        wanted.papers().stream()
                                .filter(form -> concerns(form, caller, office))
                                .map(this::unadopted)
                                .toList()))
                .filter(wanted -> !wanted.papers().isEmpty())
                .toList();
    }

    /** A bureau adopts for all below it; anybody else asks what it could issue itself. */
    private static boolean concerns(Form form, Caller caller, Office office) {
        return caller.role() == Role.BUREAU
                || form.issuers().contains(office.kind().name());
    }

    private Unadopted unadopted(Form form) {
        return new Unadopted(
                form.id().toString(),
                form.title(),
                forms.jurisdiction(form.id().jurisdiction())
                        .map(Jurisdiction::name)
                        .orElse(""));
    }

    private Office office(Caller caller) {
        return offices.find(caller.office()).orElseThrow();
    }
}
