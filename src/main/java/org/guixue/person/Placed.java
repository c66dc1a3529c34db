package org.guixue.person;

import jakarta.persistence.Column;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.util.Optional;
import java.util.Set;
import org.guixue.access.Scope;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.jspecify.annotations.Nullable;

/** Where a child belongs: a school or none, and a responsible township. These two and all above either see it. */
@MappedSuperclass
public abstract class Placed {
    @ManyToOne
    @JoinColumn(name = "school_id")
    private @Nullable Office school;

    @Column(name = "school_path")
    private @Nullable String schoolPath;

    @ManyToOne
    @JoinColumn(name = "township_id")
    private Office township;

    @Column(name = "township_path")
    private String townshipPath;

    final void goTo(@Nullable Office newSchool) {
        school = newSchool;
        schoolPath = newSchool == null ? null : newSchool.path();
    }

    final void liveIn(Office newTownship) {
        township = newTownship;
        townshipPath = newTownship.path();
    }

    public Optional<Office> school() {
        return Optional.ofNullable(school);
    }

    public Office township() {
        return township;
    }

    public boolean visibleIn(Scope scope) {
        return scope.includes(townshipPath) || (schoolPath != null && scope.includes(schoolPath));
    }

    /** Ids of all offices that see this child: its school, its township and all above either. */
    public Set<Long> visibleTo() {
        Set<Long> offices = Offices.onPath(townshipPath);
        if (schoolPath != null) {
            offices.addAll(Offices.onPath(schoolPath));
        }
        return offices;
    }
}
