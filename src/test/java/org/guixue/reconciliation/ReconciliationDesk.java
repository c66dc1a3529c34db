package org.guixue.reconciliation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.StringJoiner;
import org.guixue.access.Caller;
import org.guixue.audit.ListingTrail;
import org.guixue.casefile.CaseActs;
import org.guixue.form.FormCatalog;
import org.guixue.person.InventedChild;
import org.guixue.person.RegistryDesk;
import org.guixue.roster.LayingOver;
import org.guixue.roster.Recognising;
import org.guixue.roster.RegisterRow;

/** All that an office compares lists with, at one desk. For one thread. */
final class ReconciliationDesk {
    private static final FormCatalog FORMS = FormCatalog.load(List.of(Path.of("forms")));
    private static final int MOST = 10_000;

    final RegistryDesk desk;
    final Reconciliations reconciliations;
    final ReceivingRegisters receiving;
    final SettlingDifferences settling;
    final ReconciliationView view;
    final ComparisonPaper paper;
    final CaseActs acts;
    private final RegisterRows rows;
    private final MatchingRegisters matching;

    /** How many times rows or findings may still be added before the power fails; empty for never. */
    private OptionalInt untilTheKill = OptionalInt.empty();

    ReconciliationDesk(RegistryDesk desk) {
        this.desk = desk;
        acts = CaseActs.at(desk, FORMS);
        reconciliations = new Reconciliations(desk.entities, desk.transactions, desk.identifiers);
        rows = new RegisterRows(desk.entities) {
            @Override
            void put(long reconciliation, List<RegisterRow> some) {
                super.put(reconciliation, some);
                powerFails();
            }
        };
        RegisterFindings findings = new RegisterFindings(desk.entities, desk.identifiers) {
            @Override
            void add(long reconciliation, List<RegisterFinding> found) {
                super.add(reconciliation, found);
                powerFails();
            }
        };
        Recognising recognising = new Recognising(desk.duplicates, desk.students, desk.mayBeTold);
        LayingOver layingOver = new LayingOver(desk.roster, desk.offices, desk.clock);
        matching = new MatchingRegisters(
                reconciliations,
                rows,
                findings,
                new OurChildren(desk.entities),
                desk.students,
                recognising,
                layingOver,
                desk.clock);
        receiving = new ReceivingRegisters(
                desk.transactions, reconciliations, new ListingTrail(desk.trail, desk.clock), desk.clock);
        settling = new SettlingDifferences(
                reconciliations,
                findings,
                new TakingSides(
                        rows,
                        findings,
                        matching,
                        recognising,
                        layingOver,
                        desk.roster,
                        desk.students,
                        acts.casework,
                        acts.cases,
                        desk.childTrail,
                        desk.clock),
                desk.clock);
        view = new ReconciliationView(desk.transactions, reconciliations, findings, rows, desk.students);
        paper = new ComparisonPaper(findings, desk.clock);
    }

    private void powerFails() {
        untilTheKill = untilTheKill.isEmpty() ? untilTheKill : OptionalInt.of(untilTheKill.getAsInt() - 1);
        if (untilTheKill.isPresent() && untilTheKill.getAsInt() < 0) {
            throw new IllegalStateException("the power fails");
        }
    }

    void killAfter(int additions) {
        untilTheKill = OptionalInt.of(additions);
    }

    /** A list with a title and these headings. */
    static byte[] list(String headings, String... rows) {
        StringJoiner text = new StringJoiner("\n").add("示范县学籍导出名单,,").add(headings);
        for (String row : rows) {
            text.add(row);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String line(InventedChild child, String... more) {
        StringJoiner row = new StringJoiner(",")
                .add(child.name())
                .add(child.id())
                .add(child.bornOn().toString());
        for (String each : more) {
            row.add(each);
        }
        return row.toString();
    }

    long begin(Caller caller, String register, byte[] file) {
        return receiving
                .receive(caller, "名单.csv", file, register)
                .reconciliation()
                .id();
    }

    long compared(Caller caller, String register, byte[] file) {
        long id = begin(caller, register, file);
        compare(id);
        return id;
    }

    void compare(long id) {
        new ComparingRegisters(reconciliations, rows, matching, desk.clock).compare(id);
    }

    long enter(Caller caller, InventedChild child) {
        return desk.roster.enter(caller, child.details()).id();
    }

    ReconciliationJson json(Caller caller, long id) {
        return view.json(caller, id, 0, MOST);
    }
}
