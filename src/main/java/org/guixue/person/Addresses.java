package org.guixue.person;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.util.Objects;

/** Where a child lives now, where its household is registered, and where it is on the school roll (学籍所在地). */
@Embeddable
public class Addresses {
    public static final Addresses NONE = new Addresses(Address.NONE, Address.NONE, Address.NONE);

    @Embedded
    @AttributeOverride(name = "province", column = @Column(name = "residence_province"))
    @AttributeOverride(name = "city", column = @Column(name = "residence_city"))
    @AttributeOverride(name = "county", column = @Column(name = "residence_county"))
    @AttributeOverride(name = "township", column = @Column(name = "residence_township"))
    @AttributeOverride(name = "detail", column = @Column(name = "residence_detail"))
    private Address residence = new Address();

    @Embedded
    @AttributeOverride(name = "province", column = @Column(name = "household_province"))
    @AttributeOverride(name = "city", column = @Column(name = "household_city"))
    @AttributeOverride(name = "county", column = @Column(name = "household_county"))
    @AttributeOverride(name = "township", column = @Column(name = "household_township"))
    @AttributeOverride(name = "detail", column = @Column(name = "household_detail"))
    private Address household = new Address();

    @Embedded
    @AttributeOverride(name = "province", column = @Column(name = "roll_province"))
    @AttributeOverride(name = "city", column = @Column(name = "roll_city"))
    @AttributeOverride(name = "county", column = @Column(name = "roll_county"))
    @AttributeOverride(name = "township", column = @Column(name = "roll_township"))
    @AttributeOverride(name = "detail", column = @Column(name = "roll_detail"))
    private Address roll = new Address();

    protected Addresses() {}

    public Addresses(Address residence, Address household, Address roll) {
        this.residence = residence;
        this.household = household;
        this.roll = roll;
    }

    public Address residence() {
        return residence;
    }

    public Address household() {
        return household;
    }

    /** Empty means where the school is. */
    public Address roll() {
        return roll;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Addresses that
                && residence.equals(that.residence)
                && household.equals(that.household)
                && roll.equals(that.roll);
    }

    @Override
    public int hashCode() {
        return Objects.hash(residence, household, roll);
    }
}
