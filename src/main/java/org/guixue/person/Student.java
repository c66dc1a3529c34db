package org.guixue.person;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.office.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A child of school age. It has a school or none, and a responsible township (义务教育法 第十三条: the township organises the
 * children who live there); it is visible to these two and to all offices above either. A child without a resident ID is
 * still a child (宁教综〔2021〕22号 二).
 */
@Entity
@Table(name = "student")
public class Student {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;
    private String sex;
    private String ethnicity;

    @Column(name = "born_on")
    private LocalDate bornOn;

    @Column(name = "national_id")
    private @Nullable String nationalId;

    @Column(name = "student_number")
    private @Nullable String studentNumber;

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

    private String grade;

    @Column(name = "school_class")
    private String schoolClass;

    @Column(name = "head_teacher")
    private String headTeacher;

    @Column(name = "head_teacher_phone")
    private String headTeacherPhone;

    private String residence;
    private String household;
    private String health;
    private String disability;

    @Enumerated(EnumType.STRING)
    private StudentState state;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "student_guardian", joinColumns = @JoinColumn(name = "student_id"))
    @OrderColumn(name = "position_no")
    private List<Guardian> guardians = new ArrayList<>();

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "student_category", joinColumns = @JoinColumn(name = "student_id"))
    @Column(name = "category")
    private Set<String> categories = new HashSet<>();

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private int version;

    protected Student() {}

    Student(StudentDetails details, @Nullable Office school, Office township, Instant now) {
        this.state = StudentState.ENROLLED;
        this.createdAt = now;
        correct(details, school, township, now);
    }

    /** Replaces everything that the roster says of the child. */
    final void correct(StudentDetails details, @Nullable Office newSchool, Office newTownship, Instant now) {
        name = new PersonName(details.name()).text();
        sex = details.sex();
        ethnicity = details.ethnicity();
        bornOn = details.bornOn();
        nationalId =
                details.nationalId().map(text -> new NationalId(text).text()).orElse(null);
        studentNumber = details.studentNumber()
                .map(text -> new StudentNumber(text).text())
                .orElse(null);
        school = newSchool;
        schoolPath = newSchool == null ? null : newSchool.path();
        township = newTownship;
        townshipPath = newTownship.path();
        grade = details.grade();
        schoolClass = details.schoolClass();
        headTeacher = details.headTeacher();
        headTeacherPhone = details.headTeacherPhone();
        residence = details.residence();
        household = details.household();
        health = details.health();
        disability = details.disability();
        guardians.clear();
        guardians.addAll(details.guardians());
        categories.clear();
        categories.addAll(details.categories());
        changedAt = now;
    }

    public void becomes(StudentState newState, Instant now) {
        state = newState;
        changedAt = now;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String sex() {
        return sex;
    }

    public String ethnicity() {
        return ethnicity;
    }

    public LocalDate bornOn() {
        return bornOn;
    }

    /** Full years on that day. */
    public int ageOn(LocalDate day) {
        return Period.between(bornOn, day).getYears();
    }

    public Optional<NationalId> nationalId() {
        return Optional.ofNullable(nationalId).map(NationalId::new);
    }

    /** The masked ID, or 无 for a child without one. */
    public String maskedId() {
        return nationalId().map(NationalId::masked).orElse("无");
    }

    public Optional<StudentNumber> studentNumber() {
        return Optional.ofNullable(studentNumber).map(StudentNumber::new);
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

    public String residence() {
        return residence;
    }

    public String household() {
        return household;
    }

    public String health() {
        return health;
    }

    public String disability() {
        return disability;
    }

    public StudentState state() {
        return state;
    }

    public List<Guardian> guardians() {
        return List.copyOf(guardians);
    }

    public Set<String> categories() {
        return new TreeSet<>(categories);
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
