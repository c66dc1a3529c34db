package org.guixue.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.identity.Ethnicity;
import org.guixue.identity.Given;
import org.guixue.identity.NationalId;
import org.guixue.identity.OtherPaper;
import org.guixue.identity.PersonName;
import org.guixue.identity.Sex;
import org.guixue.identity.StudentNumber;
import org.guixue.office.Office;

/** What a test says of a child; each call says something else of the same child. For one thread. */
public final class InventedChild {
    private LocalDate bornOn;
    private String id;
    private String number;
    private String name;
    private Optional<Office> school;
    private Office township;
    private String grade = "三年级";
    private String schoolClass = "1班";
    private String health = "";
    private Given<OtherPaper> paper = Given.nothing();
    private Disability disability = Disability.NONE;
    private final List<Guardian> guardians = new ArrayList<>();
    private final List<HeldCategory> categories = new ArrayList<>();
    private final Map<String, String> plain = new HashMap<>();

    InventedChild(String name, String id, Office school) {
        this.name = name;
        this.id = id;
        this.number = "G" + id;
        this.bornOn = new NationalId(id).bornOn();
        this.school = Optional.of(school);
        this.township = school.parent().orElseThrow();
        guardians.add(new Guardian(new PersonName(name.substring(0, 1) + "国强"), "父亲", "13900000000"));
    }

    public InventedChild named(String other) {
        name = other;
        return this;
    }

    public InventedChild withId(String other) {
        id = other;
        bornOn = new NationalId(other).bornOn();
        return this;
    }

    /** Born as before. */
    public InventedChild withoutId() {
        id = "";
        return this;
    }

    public InventedChild holding(String kind, String paperNumber) {
        paper = OtherPaper.read(kind, paperNumber);
        return this;
    }

    public InventedChild withNumber(String other) {
        number = other;
        return this;
    }

    public InventedChild at(Office other) {
        school = Optional.of(other);
        return this;
    }

    public InventedChild withoutSchool() {
        school = Optional.empty();
        return this;
    }

    public InventedChild in(String otherGrade, String otherClass) {
        grade = otherGrade;
        schoolClass = otherClass;
        return this;
    }

    public InventedChild ofHealth(String text, Disability what) {
        health = text;
        disability = what;
        return this;
    }

    public InventedChild holding(HeldCategory category) {
        categories.add(category);
        return this;
    }

    public InventedChild saying(StudentField field, String text) {
        plain.put(field.name(), text);
        return this;
    }

    public String name() {
        return name;
    }

    public String id() {
        return id;
    }

    public String number() {
        return number;
    }

    public LocalDate bornOn() {
        return bornOn;
    }

    public StudentDetails details() {
        return new StudentDetails(
                new StudentDetails.Identity(
                        PersonName.read(name),
                        Sex.read(id.isEmpty() ? "男" : new NationalId(id).sex()),
                        Ethnicity.read("汉族"),
                        bornOn,
                        id.isEmpty() ? Given.nothing() : NationalId.read(id),
                        "",
                        paper,
                        number.isEmpty() ? Given.nothing() : StudentNumber.read(number)),
                new StudentDetails.Schooling(
                        school.map(office -> OptionalLong.of(office.id())).orElse(OptionalLong.empty()),
                        grade,
                        schoolClass,
                        "",
                        ""),
                township.id(),
                guardians,
                Addresses.NONE,
                health,
                disability,
                categories,
                plain);
    }
}
