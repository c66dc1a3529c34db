package org.guixue.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guixue.access.OfficeKind;
import org.guixue.office.Office;
import org.guixue.office.OfficePlace;
import org.guixue.office.Offices;

/** The offices of the invented county, by their names. */
@ApplicationScoped
public class DemoOffices {
    static final String BUREAU = "示范县教育局";
    static final String EAST = "东山镇人民政府";
    static final String SOUTH = "南溪镇人民政府";
    static final String WEST = "西河乡人民政府";
    static final String EAST_PRIMARY = "东山镇中心小学";
    static final String EAST_MIDDLE = "东山初级中学";
    static final String SOUTH_PRIMARY = "南溪镇中心小学";

    private static final String JURISDICTION = "shifan";

    private final Offices offices;

    @Inject
    public DemoOffices(Offices offices) {
        this.offices = offices;
    }

    @Transactional
    public Map<String, Office> found() {
        Map<String, Office> all = new LinkedHashMap<>();
        Office province =
                offices.add(new Office(null, OfficeKind.PROVINCE, "示范省教育厅", "990000", "示省教", JURISDICTION, "示范省"));
        Office city =
                offices.add(new Office(province, OfficeKind.CITY, "示范市教育局", "990700", "示市教", JURISDICTION, "示范市"));
        Office bureau = add(
                all,
                new Office(city, OfficeKind.COUNTY_BUREAU, BUREAU, "990721", "示教", JURISDICTION, "示范县")
                        .withFonds("SF01")
                        .withContact(place("城关镇", "文昌路1号"), "0799-5550100", "周文彬"));
        Office east = add(all, township(bureau, EAST, "990721101", "东政", "东山镇", "0799-5550110", "陈国栋"));
        Office south = add(all, township(bureau, SOUTH, "990721102", "南政", "南溪镇", "0799-5550120", "黄丽华"));
        add(all, township(bureau, WEST, "990721201", "西政", "西河乡", "0799-5550130", "吴建新"));
        add(all, school(east, EAST_PRIMARY, "990721101001", "东小", "0799-5550111", "郑雅琴"));
        add(all, school(east, EAST_MIDDLE, "990721101002", "东中", "0799-5550112", "刘振华"));
        add(all, school(south, SOUTH_PRIMARY, "990721102001", "南小", "0799-5550121", "孙慧敏"));
        return all;
    }

    private Office add(Map<String, Office> all, Office office) {
        all.put(office.name(), offices.add(office));
        return office;
    }

    private static Office township(
            Office bureau, String name, String code, String mark, String region, String phone, String principal) {
        return new Office(bureau, OfficeKind.TOWNSHIP, name, code, mark, JURISDICTION, region)
                .withContact(place(region, "政府大院"), phone, principal);
    }

    private static Office school(
            Office township, String name, String code, String mark, String phone, String principal) {
        return new Office(township, OfficeKind.SCHOOL, name, code, mark, JURISDICTION, township.region())
                .withContact(place(township.region(), "学府路8号"), phone, principal);
    }

    private static OfficePlace place(String town, String street) {
        return new OfficePlace("示范省", "示范市", "示范县", town, street);
    }
}
