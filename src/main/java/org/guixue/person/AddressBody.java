package org.guixue.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** An address as the API takes it in: one string, or an object of its parts. */
record AddressBody(Address address) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static AddressBody of(String text) {
        return new AddressBody(Address.parse(text));
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static AddressBody of(
            @JsonProperty("province") @Nullable String province,
            @JsonProperty("city") @Nullable String city,
            @JsonProperty("county") @Nullable String county,
            @JsonProperty("township") @Nullable String township,
            @JsonProperty("detail") @Nullable String detail) {
        return new AddressBody(new Address(text(province), text(city), text(county), text(township), text(detail)));
    }

    /** The known one where it reads the same: its parts are better than those that are guessed from the text. */
    static Address over(@Nullable AddressBody given, Address known) {
        if (given == null) {
            return known;
        }
        boolean reads = given.address().text().equals(known.text());
        return reads && given.isGuessed() ? known : given.address();
    }

    private boolean isGuessed() {
        return Address.parse(address.text()).equals(address);
    }

    /** An address as the API shows it beside its one line. */
    record AddressParts(String province, String city, String county, String township, String detail) {
        static AddressParts of(Address address) {
            return new AddressParts(
                    address.province(), address.city(), address.county(), address.township(), address.detail());
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
