package org.guixue.store;

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

    /** The first of so many numbers in a row. */
    long take(int howMany) {
        long first = lastNumber + 1;
        lastNumber += howMany;
        return first;
    }

    void raiseTo(long number) {
        lastNumber = Math.max(lastNumber, number);
    }
}
