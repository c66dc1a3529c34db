package org.guixue.roster;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Sha256;
import org.guixue.access.Caller;
import org.guixue.access.OfficeKind;
import org.guixue.audit.ListingTrail;
import org.guixue.office.Office;
import org.guixue.person.InventedChild;
import org.guixue.person.Registry;
import org.guixue.person.RegistryDesk;
import org.guixue.person.RollFollower;
import org.guixue.person.StudentDetails;

/** What an import works with, at a clerk's desk: rows are judged and staged as if they had been read from a workbook. */
final class ImportDesk {
    static final String EVIDENCE = "导入名册“名册.xlsx”";

    final RegistryDesk desk;
    final RosterImports imports;
    private final Judging judging;
    private final Staging staging;
    final Clearing clearing;
    final RosterReading reading;

    ImportDesk(RegistryDesk desk) {
        this.desk = desk;
        imports = new RosterImports(desk.entities, desk.transactions, desk.identifiers);
        judging = new Judging(desk.roster, desk.duplicates, desk.students, desk.mayBeTold, desk.clock);
        staging = new StagingOfItsOwn(desk);
        clearing = new Clearing(imports, staging, desk.clock);
        reading = new RosterReading(imports, staging, clearing, judging, desk.offices, desk.clock);
    }

    /** @param more fields and texts in turn; an empty text leaves the cell blank */
    static RosterRow row(int number, InventedChild child, String... more) {
        StudentDetails details = child.details();
        Map<String, String> given = new HashMap<>();
        given.put(RosterColumns.NAME, child.name());
        given.put(RosterColumns.NATIONAL_ID, child.id());
        given.put(RosterColumns.STUDENT_NUMBER, child.number());
        given.put(RosterColumns.BORN_ON, child.bornOn().toString());
        given.put(RosterColumns.SEX, details.identity().sex().text());
        given.put(RosterColumns.GRADE, details.schooling().grade());
        given.put(RosterColumns.SCHOOL_CLASS, details.schooling().schoolClass());
        for (int i = 0; i < more.length; i += 2) {
            given.put(more[i], more[i + 1]);
        }
        given.values().removeIf(String::isEmpty);
        return new RosterRow(number, given, List.of(), Map.of());
    }

    /** Judging writes nothing, so nothing is committed. */
    List<Judged> judge(Caller caller, Map<Integer, Decision> decisions, RosterRow... rows) {
        InFile inFile = new InFile();
        Arrays.stream(rows).forEach(inFile::add);
        desk.entities.getTransaction().begin();
        try {
            return judging.judge(
                    new Judging.Course(caller, places(caller), inFile, decisions, EVIDENCE), Arrays.asList(rows));
        } finally {
            desk.entities.getTransaction().rollback();
            desk.entities.clear();
        }
    }

    private Places places(Caller caller) {
        Office own = desk.offices.find(caller.office()).orElseThrow();
        Office county = own.atOrAbove(OfficeKind.COUNTY_BUREAU).orElse(own);
        return new Places(caller, own, Optional.empty(), desk.offices.within(county.scope()));
    }

    /** Judged and put aside, ready to be applied. */
    long staged(Caller caller, RosterRow... rows) {
        byte[] file = "名册".getBytes(StandardCharsets.UTF_8);
        long id = imports.add(new RosterImport(caller, "名册.xlsx", Sha256.of(file), Registry.NOW), file)
                .id();
        List<Judged> judged = judge(caller, Map.of(), rows);
        Map<RowVerdict, Integer> counts = new EnumMap<>(RowVerdict.class);
        judged.forEach(each -> counts.merge(each.verdict(), 1, Integer::sum));
        staging.put(id, judged);
        imports.change(id, each -> {
            each.count(counts);
            each.move(ImportState.READY, "", Registry.NOW);
        });
        return id;
    }

    Applying applying(RollFollower follower) {
        return new Applying(
                desk.entities,
                desk.transactions,
                desk.identifiers,
                staging,
                imports,
                follower,
                desk.childTrail,
                new ListingTrail(desk.trail, desk.clock),
                desk.clock);
    }

    Applying applying() {
        return applying(desk.follower);
    }

    /** Each call a transaction, as the container has it. */
    private static final class StagingOfItsOwn extends Staging {
        private final RegistryDesk desk;

        StagingOfItsOwn(RegistryDesk desk) {
            super(desk.entities);
            this.desk = desk;
        }

        @Override
        void put(long importId, List<Judged> rows) {
            desk.transactions.perform(() -> super.put(importId, rows));
        }
    }
}
