package org.guixue.person;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guixue.identity.Given;
import org.guixue.identity.NationalId;
import org.guixue.identity.OtherPaper;
import org.guixue.identity.StudentNumber;
import org.guixue.identity.Telephone;
import org.guixue.office.Office;
import org.jspecify.annotations.Nullable;

/**
 * A child of school age. It has a school or none, and a responsible township (义务教育法 第十三条: the township organises the
 * children who live there); it is visible to these two and to all offices above either. A child without a resident ID is
 * still a child (宁教综〔2021〕22号 二).
 */
@Entity
@Table(name = "student")
public class Student extends Placed {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;
    private String sex;
    private String ethnicity;

    @Column(name = "born_on")
    private LocalDate bornOn;

    @Embedded
    private HeldPapers papers = new HeldPapers();

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
        liveIn(newTownship);
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

    private void correctIdentity(StudentDetails.Identity identity) {
        name = identity.name().text();
        sex = identity.sex().text();
        ethnicity = identity.ethnicity().text();
        bornOn = identity.bornOn();
        papers.correct(identity);
    }

    /** Stands somewhere else from now on. */
    void moveTo(Standing standing, Instant now) {
        state = standing.state();
        goTo(standing.school().orElse(null));
        grade = standing.grade();
        schoolClass = standing.schoolClass();
        changedAt = now;
    }

    public long id() {
        return id;
    }

    /** When the roster came to know the child. */
    public Instant enteredAt() {
        return createdAt;
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
        return papers.id().value();
    }

    /** As it lies on the roster; what today's rule does not take is 待核. So with the other two. */
    public Given<NationalId> heldId() {
        return papers.id();
    }

    /** The masked ID, or 无 for a child without one. */
    public String maskedId() {
        return papers.id().isNothing() ? "无" : papers.id().shown(NationalId::masked);
    }

    public Optional<StudentNumber> studentNumber() {
        return papers.number().value();
    }

    public Given<StudentNumber> heldNumber() {
        return papers.number();
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

    public String noIdReason() {
        return papers.noIdReason();
    }

    public Optional<OtherPaper> otherPaper() {
        return papers.other().value();
    }

    public HeldPapers papers() {
        return papers;
    }

    public Given<OtherPaper> heldPaper() {
        return papers.other();
    }

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

    public StudentState state() {
        return state;
    }

    public List<Guardian> guardians() {
        return List.copyOf(guardians);
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
}
