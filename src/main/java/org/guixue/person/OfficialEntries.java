package org.guixue.person;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What the national roster system keeps of a child by options alone, as their labels; empty where nobody said. */
@Embeddable
public class OfficialEntries {
    private String overseas = "";

    @Column(name = "household_kind")
    private String householdKind = "";

    @Column(name = "entry_way")
    private String entryWay = "";

    private String origin = "";
    private String inclusion = "";

    @Column(name = "blood_type")
    private String bloodType = "";

    /** 港澳台侨外. */
    String overseas() {
        return overseas;
    }

    void overseas(String label) {
        overseas = label;
    }

    /** 户口性质. */
    String householdKind() {
        return householdKind;
    }

    void householdKind(String label) {
        householdKind = label;
    }

    /** 入学方式. */
    String entryWay() {
        return entryWay;
    }

    void entryWay(String label) {
        entryWay = label;
    }

    /** 学生来源. */
    String origin() {
        return origin;
    }

    void origin(String label) {
        origin = label;
    }

    /** 随班就读, which tells of a disability. */
    String inclusion() {
        return inclusion;
    }

    void inclusion(String label) {
        inclusion = label;
    }

    /** 血型. */
    String bloodType() {
        return bloodType;
    }

    void bloodType(String label) {
        bloodType = label;
    }
}
