package org.guixue.deadline;

import java.security.SecureRandom;
import org.guixue.casefile.Cases;
import org.guixue.form.FormCatalog;
import org.guixue.office.Installations;
import org.guixue.person.RegistryDesk;
import org.guixue.yearbook.YearPlans;
import org.guixue.yearbook.Yearbook;

/** Who is late, read through a registry's desk. */
public final class LatenessDesk {
    private LatenessDesk() {}

    public static Lateness of(RegistryDesk at, FormCatalog forms, SecureRandom random) {
        FactReading reading = new FactReading(
                new FactRows(at.entities),
                new Cases(at.entities, at.identifiers),
                at.offices,
                new Yearbook(new YearPlans(at.entities, at.identifiers)),
                forms);
        DueKeeping keeping =
                new DueKeeping(reading, at.outbox, new Installations(at.entities, at.clock, random), at.clock);
        return new Lateness(new DueTasks(keeping, at.offices, new DueWay(forms)), at.offices);
    }
}
