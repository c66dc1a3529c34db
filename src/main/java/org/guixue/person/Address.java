package org.guixue.person;

import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guixue.identity.Normaliser;

/**
 * An address in the parts that the forms ask for: 省（市、自治区） 市（州） 县（市、区） 乡镇（街道） and 村、小区、门牌号码. Parts that are not
 * known are empty; the whole reads them one after the other. It cannot be changed.
 */
@Embeddable
public class Address {
    public static final Address NONE = new Address("", "", "", "", "");
    private static final Pattern PROVINCE =
            Pattern.compile("^(?:北京市|天津市|上海市|重庆市|[\\p{IsHan}]{2,3}省|[\\p{IsHan}]{2,7}?(?:自治区|特别行政区))");
    /** A place's name has none of the endings of smaller places in it, but may begin with one (镇江市) or end so (新乡市). */
    private static final String PLACE = "[镇路]?(?:[\\p{IsHan}&&[^镇乡街村号路组栋巷小社校厂景]]|乡(?=[市县区])|[小社校厂景](?!区))";

    private static final Pattern CITY = Pattern.compile("^" + PLACE + "{1,11}?(?:市|自治州|地区|盟)");
    private static final Pattern COUNTY = Pattern.compile("^" + PLACE + "{1,14}?(?:自治县(?!区)|县(?!区)|区|市|旗)");
    private static final Pattern TOWNSHIP = Pattern.compile("^[\\p{IsHan}&&[^村号路]]{1,14}?(?:街道办事处|街道|办事处|镇|乡(?!镇)|苏木)");

    private String province = "";
    private String city = "";
    private String county = "";
    private String township = "";
    private String detail = "";

    protected Address() {}

    /** @param detail village or estate, and number */
    public Address(String province, String city, String county, String township, String detail) {
        this.province = tidy(province);
        this.city = tidy(city);
        this.county = tidy(county);
        this.township = tidy(township);
        this.detail = tidy(detail);
    }

    /**
     * Takes an address apart as far as its words show it; the rest is the detail. Nothing is lost: {@link #text} of the
     * result is what was given, without the spaces between Chinese characters.
     */
    public static Address parse(String text) {
        String[] rest = {tidy(text)};
        return new Address(take(PROVINCE, rest), take(CITY, rest), take(COUNTY, rest), take(TOWNSHIP, rest), rest[0]);
    }

    private static String take(Pattern pattern, String[] rest) {
        Matcher matcher = pattern.matcher(rest[0]);
        if (!matcher.find()) {
            return "";
        }
        rest[0] = rest[0].substring(matcher.end());
        return matcher.group();
    }

    private static String tidy(String text) {
        return Normaliser.line(text).replaceAll("(?<=\\p{IsHan}) | (?=\\p{IsHan})", "");
    }

    /** All parts one after the other; empty where nothing is known. */
    public String text() {
        return province + city + county + township + detail;
    }

    public boolean isEmpty() {
        return text().isEmpty();
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

    public String township() {
        return township;
    }

    public String detail() {
        return detail;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address that
                && province.equals(that.province)
                && city.equals(that.city)
                && county.equals(that.county)
                && township.equals(that.township)
                && detail.equals(that.detail);
    }

    @Override
    public int hashCode() {
        return Objects.hash(province, city, county, township, detail);
    }

    @Override
    public String toString() {
        return text();
    }
}
