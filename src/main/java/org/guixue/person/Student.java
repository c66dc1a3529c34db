package org.guixue.person;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guixue.access.Scope;
import org.guixue.identity.Telephone;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.jspecify.annotations.Nullable;

/**
 * A child of school age. It has a school or none, and a responsible township (义务教育法 第十三条: the township organises the
 * children who live there); it is visible to these two and to all offices above either. A child without a resident ID is
 * still a child (宁教综〔2021〕22号 二).
 */
@Entity
@Table(name = "student")
public class Student extends RegisteredChild {
    @Id
    private Long id;

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

    @Column(name = "care_path")
    private @Nullable String carePath;

    private String grade;

    @Column(name = "school_class")
    private String schoolClass;

    @Column(name = "head_teacher")
    private String headTeacher;

    @Column(name = "head_teacher_phone")
    private String headTeacherPhone;

    private String boarding = "";

    private String remarks = "";

    @Embedded
    private OfficialEntries official = new OfficialEntries();

    @Embedded
    private Addresses addresses;

    private String health;

    @Embedded
    private Disability disability;

    @Enumerated(EnumType.STRING)
    private StudentState state;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "student_guardian", joinColumns = @JoinColumn(name = "student_id"))
    @OrderColumn(name = "position_no")
    private List<Guardian> guardians = new ArrayList<>();

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "student_category", joinColumns = @JoinColumn(name = "student_id"))
    private Set<HeldCategory> categories = new HashSet<>();

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private int version;

    protected Student() {}

    Student(StudentDetails details, @Nullable Office school, Office township, Instant now) {
        this.state = school == null ? StudentState.NOT_ENROLLED : StudentState.ENROLLED;
        this.createdAt = now;
        correct(details, school, township, now);
    }

    /** Replaces everything that the roster says of the child, save its state. The details have no violations. */
    final void correct(StudentDetails details, @Nullable Office newSchool, Office newTownship, Instant now) {
        correctIdentity(details.identity());
        grade = details.schooling().grade();
        schoolClass = details.schooling().schoolClass();
        headTeacher = details.schooling().headTeacher();
        headTeacherPhone = Telephone.plain(details.schooling().headTeacherPhone());
        goTo(newSchool);
        township = newTownship;
        townshipPath = newTownship.path();
        addresses = details.addresses();
        health = details.health();
        disability = details.disability();
        StudentFields.PLAIN.forEach(field -> field.write(this, details.plain(field)));
        if (!guardians.equals(details.guardians())) {
            guardians.clear();
            guardians.addAll(details.guardians());
        }
        categories.retainAll(details.categories());
        categories.addAll(details.categories());
        changedAt = now;
    }

    private void goTo(@Nullable Office newSchool) {
        school = newSchool;
        schoolPath = newSchool == null ? null : newSchool.path();
    }

    /** Stands somewhere else from now on. */
    void moveTo(Standing standing, Instant now) {
        state = standing.state();
        goTo(standing.school().orElse(null));
        grade = standing.grade();
        schoolClass = standing.schoolClass();
        changedAt = now;
    }

    /** Gives it its id, before it is stored. */
    void identify(long given) {
        id = given;
    }

    public long id() {
        return id;
    }

    /** When the roster came to know the child. */
    public Instant enteredAt() {
        return createdAt;
    }

    public Optional<Office> school() {
        return Optional.ofNullable(school);
    }

    public Office township() {
        return township;
    }

    public String grade() {
        return grade;
    }

    public String schoolClass() {
        return schoolClass;
    }

    public String headTeacher() {
        return headTeacher;
    }

    public String headTeacherPhone() {
        return headTeacherPhone;
    }

    /** Why there is no resident ID; empty where there is one or nobody said. */
    public Addresses addresses() {
        return addresses;
    }

    /** The present address, in one line. */
    public String residence() {
        return addresses.residence().text();
    }

    /** The address of the household register, in one line. */
    public String household() {
        return addresses.household().text();
    }

    public String health() {
        return health;
    }

    public Disability disability() {
        return disability;
    }

    /** 是 or 否; empty where nobody said. */
    public String boarding() {
        return boarding;
    }

    void board(String yesOrNo) {
        boarding = yesOrNo;
    }

    public String remarks() {
        return remarks;
    }

    void remark(String text) {
        remarks = text;
    }

    OfficialEntries official() {
        return official;
    }

    public StudentState state() {
        return state;
    }

    public List<Guardian> guardians() {
        return List.copyOf(guardians);
    }

    /** Those on whom papers may be served: first who is called a guardian, then parents of whom nobody said it. */
    public List<Guardian> servedGuardians() {
        return guardians.stream()
                .filter(Guardian::mayBeServed)
                .sorted(Comparator.comparing(Guardian::guardianship))
                .toList();
    }

    /** By name; also those whose time has not come or is over. */
    public List<HeldCategory> heldCategories() {
        return categories.stream()
                .sorted(Comparator.comparing(HeldCategory::name))
                .toList();
    }

    /** Names of the groups that the child belongs to on that day; those that tell of its disability only on request. */
    public List<String> categoriesOn(LocalDate day, boolean withSensitive) {
        return heldCategories().stream()
                .filter(held -> held.holdsOn(day) && (withSensitive || !held.sensitive()))
                .map(HeldCategory::name)
                .toList();
    }

    /** Counts the changes; the entity tag of {@code If-Match}. */
    public int version() {
        return version;
    }

    public boolean visibleIn(Scope scope) {
        return scope.includes(townshipPath)
                || (schoolPath != null && scope.includes(schoolPath))
                || (carePath != null && scope.includes(carePath));
    }

    /** An office that its case was handed over to sees it too; empty for none. */
    void careOf(Optional<Office> office) {
        carePath = office.map(Office::path).orElse(null);
    }

    /** Ids of all offices that see this child: its school, its township, who leads its case and all above them. */
    public Set<Long> visibleTo() {
        Set<Long> offices = Offices.onPath(townshipPath);
        if (schoolPath != null) {
            offices.addAll(Offices.onPath(schoolPath));
        }
        if (carePath != null) {
            offices.addAll(Offices.onPath(carePath));
        }
        return offices;
    }
}
