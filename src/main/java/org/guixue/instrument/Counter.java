package org.guixue.instrument;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The last number that a gapless series has given out. */
@Entity
@Table(name = "counter")
public class Counter {
    @Id
    private String name;

    @Column(name = "last_number")
    private long lastNumber;

    protected Counter() {}

    Counter(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    long next() {
        lastNumber++;
        return lastNumber;
    }

    void raiseTo(long number) {
        lastNumber = Math.max(lastNumber, number);
    }
}
