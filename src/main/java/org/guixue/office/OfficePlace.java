package org.guixue.office;

import jakarta.persistence.Embeddable;

/** Where an office sits, in parts as forms ask for them; each may be empty. */
@Embeddable
public class OfficePlace {
    private String province = "";
    private String city = "";
    private String county = "";
    private String town = "";
    private String street = "";

    protected OfficePlace() {}

    /**
     * @param town township or street district
     * @param street village or street, and number
     */
    public OfficePlace(String province, String city, String county, String town, String street) {
        this.province = province;
        this.city = city;
        this.county = county;
        this.town = town;
        this.street = street;
    }

    /** An address that nobody has taken apart yet. */
    static OfficePlace whole(String address) {
        return new OfficePlace("", "", "", "", address);
    }

    public String province() {
        return province;
    }

    public String city() {
        return city;
    }

    public String county() {
        return county;
    }

    public String town() {
        return town;
    }

    public String street() {
        return street;
    }

    /** The whole address as it is printed. */
    public String text() {
        return province + city + county + town + street;
    }
}
