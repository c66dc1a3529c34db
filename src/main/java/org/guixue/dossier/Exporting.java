package org.guixue.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.guixue.NotFound;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.archive.Archive;
import org.guixue.audit.ChildTrail;
import org.guixue.casefile.Cases;
import org.guixue.catalogue.SoundRegisters;
import org.guixue.instrument.Instruments;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.person.Student;
import org.guixue.person.Students;
import org.guixue.rendering.Fonts;
import org.guixue.rendering.PublicAddress;
import org.guixue.rendering.Renderer;

/**
 * Takes a child's dossier out of the house: what the caller may see of it, every file read once beforehand so that a damaged
 * one is named in its place and the others go out, and the audit event on disk before the first byte leaves.
 */
@ApplicationScoped
public class Exporting {
    private final Students students;
    private final Instruments instruments;
    private final Cases cases;
    private final Offices offices;
    private final PublicAddress address;
    private final Renderer renderer;
    private final Archive archive;
    private final SoundRegisters registers;
    private final Fonts fonts;
    private final ChildTrail trail;
    private final Clock clock;

    @Inject
    public Exporting(
            Students students,
            Instruments instruments,
            Cases cases,
            Offices offices,
            PublicAddress address,
            Renderer renderer,
            Archive archive,
            SoundRegisters registers,
            Fonts fonts,
            ChildTrail trail,
            Clock clock) {
        this.students = students;
        this.instruments = instruments;
        this.cases = cases;
        this.offices = offices;
        this.address = address;
        this.renderer = renderer;
        this.archive = archive;
        this.registers = registers;
        this.fonts = fonts;
        this.trail = trail;
        this.clock = clock;
    }

    /** The dossier as one PDF. */
    Export volume(Caller caller, long student) {
        Dossier dossier = checked(caller, student);
        DossierPdf pdf = new DossierPdf(archive, renderer, fonts);
        trail.exported(caller, student, "dossier.pdf");
        return new Export(
                dossier.name() + ".pdf", title(dossier) + ".pdf", "application/pdf", out -> pdf.write(dossier, out));
    }

    /** The dossier as a BagIt bag in a zip. */
    Export bag(Caller caller, long student) {
        Dossier dossier = checked(caller, student);
        DossierPackage bag = new DossierPackage(archive, address.url());
        trail.exported(caller, student, "dossier.zip");
        return new Export(
                dossier.name() + ".zip", title(dossier) + ".zip", "application/zip", out -> bag.write(dossier, out));
    }

    private static String title(Dossier dossier) {
        return Dossier.TITLE + "-" + dossier.child().name() + "-" + dossier.madeOn();
    }

    private Dossier checked(Caller caller, long id) {
        Student student = students.find(id, caller.scope()).orElseThrow(() -> new NotFound("学生"));
        FilesAtHand files = new FilesAtHand(archive, registers::alarm);
        List<DossierEntry> entries = instruments.of(id, caller.scope()).stream()
                .map(instrument -> files.check(DossierEntry.of(instrument, caller)))
                .toList();
        String madeBy = offices.find(caller.office()).map(Office::name).orElseThrow();
        return new Dossier(child(student, caller), entries, madeBy, clock.instant());
    }

    private Dossier.Child child(Student student, Caller caller) {
        Office township = student.township();
        String county =
                township.atOrAbove(OfficeKind.COUNTY_BUREAU).map(Office::region).orElse("");
        String caseState = cases.of(student.id(), caller.scope()).stream()
                .findFirst()
                .map(newest -> newest.state().label())
                .orElse("未立个案");
        return new Dossier.Child(
                student.id(),
                student.name(),
                student.sex(),
                student.maskedId(),
                student.school().map(Office::name).orElse("无"),
                student.grade() + student.schoolClass(),
                county + township.region(),
                township.name(),
                caseState);
    }
}
