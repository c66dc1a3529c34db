package org.guixue.person;

import jakarta.persistence.Embeddable;

/** A guardian of a child; the relation in the words of GB/T 4761, such as 父亲 or 祖母. */
@Embeddable
public class Guardian {
    private String name;
    private String relation;
    private String phone;

    protected Guardian() {}

    public Guardian(PersonName name, String relation, String phone) {
        this.name = name.text();
        this.relation = relation;
        this.phone = phone;
    }

    public String name() {
        return name;
    }

    public String relation() {
        return relation;
    }

    public String phone() {
        return phone;
    }
}
