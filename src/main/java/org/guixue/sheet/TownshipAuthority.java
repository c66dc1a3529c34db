package org.guixue.sheet;

import java.util.regex.Pattern;

/**
 * The authority to which a school reports a child (义务教育法第五十八条: 当地乡镇人民政府), by its full name: the government of
 * a town or township, the office of a subdistrict.
 */
final class TownshipAuthority {
    private static final Pattern FULL = Pattern.compile(".+(人民政府|办事处|管理委员会)");
    private static final Pattern TOWNSHIP = Pattern.compile(".+(镇|乡|苏木)");

    private TownshipAuthority() {}

    /** The office's own name where that is one of an authority, else what the region's name makes it. */
    static String name(String office, String region) {
        if (FULL.matcher(office).matches()) {
            return office;
        }
        if (TOWNSHIP.matcher(region).matches()) {
            return region + "人民政府";
        }
        return region.endsWith("街道") ? region + "办事处" : office;
    }
}
