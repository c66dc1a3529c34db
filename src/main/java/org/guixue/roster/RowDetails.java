package org.guixue.roster;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.guixue.identity.CodeList;
import org.guixue.identity.Ethnicity;
import org.guixue.identity.Given;
import org.guixue.identity.NationalId;
import org.guixue.identity.OtherPaper;
import org.guixue.identity.PersonName;
import org.guixue.identity.Sex;
import org.guixue.office.Office;
import org.guixue.person.Address;
import org.guixue.person.Addresses;
import org.guixue.person.Disability;
import org.guixue.person.Guardian;
import org.guixue.person.Health;
import org.guixue.person.HeldCategory;
import org.guixue.person.StudentDetails;
import org.guixue.person.StudentField;
import org.guixue.person.StudentFields;
import org.guixue.workbook.DateText;

/** Lays a row over what the roster knows of the child, or makes a new child of it. A blank cell erases nothing. For one row. */
final class RowDetails {
    private static final Set<String> NO_SCHOOL = Set.of("无", "未入学", "未在校", "无学校", "/", "-");
    private static final CodeList ATTENDANCE =
            CodeList.of("1", "走读", "2", "住校").also("走读", "通学", "否").also("住校", "寄宿", "住宿", "住读", "是");

    private final RosterRow row;
    private final Optional<StudentDetails> known;
    private final Places places;
    private final List<RowProblem> problems;

    private RowDetails(RosterRow row, Optional<StudentDetails> known, Places places, List<RowProblem> problems) {
        this.row = row;
        this.known = known;
        this.places = places;
        this.problems = problems;
    }

    /** @param problems takes what is wrong; without details there is one at least */
    static Optional<StudentDetails> of(
            RosterRow row, Optional<StudentDetails> known, Places places, LocalDate today, List<RowProblem> problems) {
        return new RowDetails(row, known, places, problems).details(today);
    }

    private Optional<StudentDetails> details(LocalDate today) {
        int before = problems.size();
        Optional<StudentDetails.Identity> identity = identity();
        Optional<Optional<Office>> school = school();
        Addresses addresses = addresses();
        Optional<Long> township = school.flatMap(found -> township(found, addresses));
        List<Guardian> guardians =
                GivenGuardians.over(known.map(StudentDetails::guardians).orElse(List.of()), row, problems);
        List<HeldCategory> categories =
                GivenCategories.over(known.map(StudentDetails::categories).orElse(List.of()), row, today, problems);
        Disability disability = disability();
        Map<String, String> plain = plain(known.map(StudentDetails::plain).orElse(Map.of()));
        if (problems.size() > before || identity.isEmpty() || school.isEmpty() || township.isEmpty()) {
            return Optional.empty();
        }
        Optional<StudentDetails.Schooling> where = known.map(StudentDetails::schooling);
        return Optional.of(new StudentDetails(
                identity.get(),
                new StudentDetails.Schooling(
                        school.get()
                                .map(office -> OptionalLong.of(office.id()))
                                .orElseGet(() -> saysNoSchool()
                                        ? OptionalLong.empty()
                                        : where.map(StudentDetails.Schooling::school)
                                                .orElse(OptionalLong.empty())),
                        text(RosterColumns.GRADE, where.map(StudentDetails.Schooling::grade)),
                        text(RosterColumns.SCHOOL_CLASS, where.map(StudentDetails.Schooling::schoolClass)),
                        text(RosterColumns.HEAD_TEACHER, where.map(StudentDetails.Schooling::headTeacher)),
                        text(RosterColumns.HEAD_TEACHER_PHONE, where.map(StudentDetails.Schooling::headTeacherPhone))),
                township.get(),
                guardians,
                addresses,
                Health.read(text(RosterColumns.HEALTH, known.map(StudentDetails::health))),
                disability,
                categories,
                plain));
    }

    private Optional<StudentDetails.Identity> identity() {
        Optional<StudentDetails.Identity> who = known.map(StudentDetails::identity);
        Given<PersonName> name = row.givenName().or(who.map(StudentDetails.Identity::name));
        if (name.isNothing()) {
            refuse(RosterColumns.NAME, "请填写姓名");
        }
        Optional<NationalId> id = row.nationalId();
        LocalDate bornOn = bornOn(id, who).orElse(null);
        Given<Sex> sex = row.text(RosterColumns.SEX)
                .or(() -> id.map(NationalId::sex))
                .map(Sex::read)
                .or(() -> who.map(StudentDetails.Identity::sex))
                .orElse(Given.nothing());
        if (sex.isNothing()) {
            refuseUnlessIdSays(RosterColumns.SEX, "没有身份证号的请填写性别（男或女）");
        }
        Given<OtherPaper> paper =
                otherPaper(who.map(StudentDetails.Identity::otherPaper).orElse(Given.nothing()));
        return bornOn == null
                ? Optional.empty()
                : Optional.of(new StudentDetails.Identity(
                        name,
                        sex,
                        row.text(RosterColumns.ETHNICITY)
                                .map(Ethnicity::read)
                                .orElse(Given.nothing())
                                .or(who.map(StudentDetails.Identity::ethnicity)),
                        bornOn,
                        row.givenId().or(who.map(StudentDetails.Identity::nationalId)),
                        text(RosterColumns.NO_ID_REASON, who.map(StudentDetails.Identity::noIdReason)),
                        paper,
                        row.givenNumber().or(who.map(StudentDetails.Identity::studentNumber))));
    }

    private Optional<LocalDate> bornOn(Optional<NationalId> id, Optional<StudentDetails.Identity> who) {
        Optional<String> typed = row.text(RosterColumns.BORN_ON);
        if (typed.isEmpty()) {
            Optional<LocalDate> told = id.map(NationalId::bornOn).or(() -> who.map(StudentDetails.Identity::bornOn));
            if (told.isEmpty()) {
                refuseUnlessIdSays(RosterColumns.BORN_ON, "没有身份证号的请填写出生日期，如2012-03-05");
            }
            return told;
        }
        Optional<LocalDate> day = DateText.day(typed.get());
        if (day.isEmpty()) {
            refuse(RosterColumns.BORN_ON, "看不懂这个日期，请写成2012-03-05、2012/3/5、2012.3.5、20120305或2012年3月5日");
        }
        return day;
    }

    /** Where an ID was given that cannot be read, that is what is wrong, and not the column that it could have told. */
    private void refuseUnlessIdSays(String field, String message) {
        String id = row.text(RosterColumns.NATIONAL_ID).orElse("");
        boolean unreadable = row.problems().stream()
                .anyMatch(problem -> problem.column().equals(row.title(RosterColumns.NATIONAL_ID)));
        if (unreadable) {
            return;
        }
        if (id.isEmpty() || !row.bearsResidentId()) {
            refuse(field, id.isEmpty() ? message : message.replace("没有身份证号", "证件不是居民身份证"));
            return;
        }
        row.givenId().fault().ifPresent(fault -> refuse(RosterColumns.NATIONAL_ID, fault));
    }

    private Given<OtherPaper> otherPaper(Given<OtherPaper> before) {
        Optional<String> number = row.text(RosterColumns.NATIONAL_ID);
        if (row.bearsResidentId() || number.isEmpty()) {
            return before;
        }
        String kind = row.text(RosterColumns.PAPER_KIND).orElse("");
        Given<OtherPaper> given = OtherPaper.read(kind, number.get());
        given.fault()
                .ifPresent(fault -> refuse(
                        OtherPaper.kindFault(kind).isPresent() ? RosterColumns.PAPER_KIND : RosterColumns.NATIONAL_ID,
                        fault));
        return given.fault().isEmpty() ? given : before;
    }

    private boolean saysNoSchool() {
        return row.text(RosterColumns.SCHOOL).filter(NO_SCHOOL::contains).isPresent();
    }

    /** The school that the row puts the child into; empty inside where it says nothing of one. Empty where it is wrong. */
    private Optional<Optional<Office>> school() {
        Optional<String> code = row.text(RosterColumns.SCHOOL_CODE);
        Optional<String> name = row.text(RosterColumns.SCHOOL);
        if (saysNoSchool() && places.ownSchool().isEmpty()) {
            return Optional.of(Optional.empty());
        }
        if (code.isEmpty() && (name.isEmpty() || saysNoSchool())) {
            return Optional.of(places.unnamedSchool());
        }
        Places.Found byCode = code.map(places::school).orElse(null);
        Places.Found found = name.filter(
                        text -> byCode == null || byCode.office().isEmpty())
                .map(places::school)
                .orElse(byCode);
        if (found == null || found.office().isEmpty()) {
            refuse(
                    name.isPresent() ? RosterColumns.SCHOOL : RosterColumns.SCHOOL_CODE,
                    found == null ? "请填写学校" : found.refusal());
            return Optional.empty();
        }
        return Optional.of(found.office());
    }

    private Addresses addresses() {
        Addresses before = known.map(StudentDetails::addresses).orElse(Addresses.NONE);
        String column = row.text(RosterColumns.RESIDENCE).isPresent() ? RosterColumns.RESIDENCE : RosterColumns.HOME;
        return new Addresses(
                address(column, before.residence()),
                address(RosterColumns.HOUSEHOLD, before.household()),
                address(RosterColumns.ROLL, before.roll()));
    }

    /** The known one where it reads the same: its parts are better than those that are guessed from the text. */
    private Address address(String field, Address before) {
        Optional<String> text = row.text(field);
        if (text.isEmpty()) {
            return before;
        }
        if (text.get().length() > StudentDetails.LONGEST_ADDRESS) {
            refuse(field, "最多%d个字，请删减".formatted(StudentDetails.LONGEST_ADDRESS));
            return before;
        }
        Address given = Address.parse(text.get());
        return given.text().equals(before.text()) ? before : given;
    }

    private Optional<Long> township(Optional<Office> school, Addresses addresses) {
        Optional<String> named = row.text(RosterColumns.TOWNSHIP);
        if (named.isPresent()) {
            Places.Found found = places.township(named.get());
            if (found.office().isEmpty()) {
                refuse(RosterColumns.TOWNSHIP, found.refusal());
            }
            return found.office().map(Office::id);
        }
        boolean moved = known.isEmpty() || !known.get().addresses().residence().equals(addresses.residence());
        Optional<Long> lived = moved ? places.townshipOf(addresses.residence()).map(Office::id) : Optional.empty();
        Optional<Long> found = lived.or(() -> known.map(StudentDetails::township))
                .or(() -> places.townshipOf(school).map(Office::id));
        if (found.isEmpty()) {
            refuse(RosterColumns.TOWNSHIP, "看不出现居住地属于哪个乡镇，请填写乡镇");
        }
        return found;
    }

    private Disability disability() {
        Disability before = known.map(StudentDetails::disability).orElse(Disability.NONE);
        Optional<String> kind = row.text(RosterColumns.DISABILITY);
        Optional<String> grade = row.text(RosterColumns.DISABILITY_GRADE);
        Optional<String> certificate = row.text(RosterColumns.DISABILITY_CERTIFICATE);
        Disability parsed = kind.map(Disability::parse).orElse(before);
        if (kind.isPresent() && parsed.isNone()) {
            return Disability.NONE;
        }
        return kind.isEmpty() && grade.isEmpty() && certificate.isEmpty()
                ? before
                : new Disability(
                        parsed.kind(),
                        grade.orElse(parsed.grade().isEmpty() ? before.grade() : parsed.grade()),
                        certificate.orElse(before.certificate()),
                        parsed.remark().isEmpty() ? before.remark() : parsed.remark());
    }

    private Map<String, String> plain(Map<String, String> before) {
        Map<String, String> texts = new HashMap<>(before);
        for (StudentField field : StudentFields.PLAIN) {
            row.text(field.name()).ifPresent(text -> texts.put(field.name(), field.read(text)));
        }
        row.text(RosterColumns.ATTENDANCE)
                .filter(text -> row.text(StudentFields.BOARDING.name()).isEmpty())
                .ifPresent(text -> ATTENDANCE
                        .label(text)
                        .ifPresentOrElse(
                                way -> texts.put(StudentFields.BOARDING.name(), way.equals("住校") ? "是" : "否"),
                                () -> refuse(RosterColumns.ATTENDANCE, "应填“走读”或“住校”")));
        return texts;
    }

    private String text(String field, Optional<String> before) {
        return row.text(field).orElseGet(() -> before.orElse(""));
    }

    private void refuse(String field, String message) {
        problems.add(new RowProblem(row.title(field), message));
    }
}
