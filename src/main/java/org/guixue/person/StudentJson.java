package org.guixue.person;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guixue.access.Caller;
import org.guixue.identity.OtherPaper;
import org.guixue.identity.StudentNumber;
import org.guixue.office.Office;
import org.jspecify.annotations.Nullable;

/** A child as the API and lists show it: the ID masked unless revealed, health and disability only with the grant. */
public final class StudentJson {
    private StudentJson() {}

    public static Map<String, Object> line(Student child, LocalDate today) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", child.id());
        json.put("name", child.name());
        json.put("sex", child.sex());
        json.put("age", child.ageOn(today));
        json.put("maskedId", child.maskedId());
        json.put("school", child.school().map(Office::name).orElse(null));
        json.put("grade", child.grade());
        json.put("schoolClass", child.schoolClass());
        json.put("state", child.state());
        return json;
    }

    static Map<String, Object> whole(Student child, Caller caller, LocalDate today, boolean revealed) {
        Map<String, Object> json = line(child, today);
        json.put("ethnicity", child.ethnicity());
        json.put("bornOn", child.bornOn());
        if (revealed) {
            json.put("nationalId", orNull(child.heldId().text()));
        }
        json.put("noIdReason", child.noIdReason());
        json.put(
                "otherPaper",
                child.otherPaper().map(paper -> paper(paper, revealed)).orElse(null));
        json.put(
                "studentNumber",
                orNull(revealed ? child.heldNumber().text() : child.heldNumber().shown(StudentNumber::masked)));
        json.put("school", child.school().map(Office::id).orElse(null));
        json.put("schoolName", child.school().map(Office::name).orElse(null));
        json.put("township", child.township().id());
        json.put("townshipName", child.township().name());
        json.put("headTeacher", child.headTeacher());
        json.put("headTeacherPhone", child.headTeacherPhone());
        json.put(
                "guardians",
                child.guardians().stream().map(StudentJson::guardian).toList());
        json.put("residence", child.residence());
        json.put("residenceParts", AddressBody.json(child.addresses().residence()));
        json.put("household", child.household());
        json.put("householdParts", AddressBody.json(child.addresses().household()));
        json.put("rollAddress", child.addresses().roll().text());
        json.put("rollAddressParts", AddressBody.json(child.addresses().roll()));
        boolean sensitive = caller.mayReadSensitive();
        StudentFields.plain(sensitive).forEach(field -> json.put(field.name(), field.told(child)));
        if (sensitive) {
            json.put("health", child.health());
            json.put("disability", child.disability().text());
            json.put("disabilityParts", DisabilityBody.json(child.disability(), revealed));
        }
        json.put("categories", child.categoriesOn(today, sensitive));
        json.put(
                "categoryPeriods",
                child.heldCategories().stream()
                        .filter(held -> sensitive || !held.sensitive())
                        .map(CategoryBody::json)
                        .toList());
        json.put("version", child.version());
        return json;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Map<String, Object> paper(OtherPaper paper, boolean revealed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", paper.kind());
        json.put("number", revealed ? paper.number() : paper.masked());
        return json;
    }

    private static Map<String, Object> guardian(Guardian guardian) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", guardian.name());
        json.put("relation", guardian.relation());
        json.put("phone", guardian.phone());
        return json;
    }
}
