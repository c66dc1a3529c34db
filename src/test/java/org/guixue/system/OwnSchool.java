package org.guixue.system;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A school in the demo county's 西河乡 that no other test fills, founded by the bureau as in a browser. */
record OwnSchool(Client bureau, long id, long township) {
    static OwnSchool found(URI base, String name, String code) {
        return found(base, name, code, List.of());
    }

    /** One that hands its ledgers to that office, not to the township it lies in. */
    static OwnSchool reportingTo(long office, URI base, String name, String code) {
        return found(base, name, code, List.of("reportsTo", Long.toString(office)));
    }

    private static OwnSchool found(URI base, String name, String code, List<String> further) {
        Client bureau = new Client(base, "bureau");
        long township = bureau.office("name", "西河乡人民政府").get("id").asLong();
        List<String> fields = new ArrayList<>(List.of("kind", "SCHOOL", "name", name, "code", code));
        fields.addAll(List.of("mark", name.substring(0, 4), "jurisdiction", "shifan", "region", "西河乡"));
        fields.addAll(List.of("county", "示范县", "street", "西河乡岭上村1号"));
        fields.addAll(further);
        String page = Visitor.location(new Visitor(base)
                .signIn("bureau", SystemIT.PASSWORD)
                .post("/admin/offices/new?parent=" + township, fields.toArray(String[]::new)));
        return new OwnSchool(bureau, Long.parseLong(page.replaceFirst("^.*/", "")), township);
    }

    void enter(String name, String bornOn, String grade, String schoolClass) {
        Map<String, Object> child = new HashMap<>();
        child.put("name", name);
        child.put("sex", "女");
        child.put("bornOn", bornOn);
        child.put("noIdReason", "证件遗失，正在补办");
        child.put("school", id);
        child.put("township", township);
        child.put("grade", grade);
        child.put("schoolClass", schoolClass);
        child.put("residence", "西河乡岭上村");
        child.put("guardians", List.of(Map.of("name", "岭大山", "relation", "父亲", "phone", "13900000001")));
        bureau.post("/api/students", child).expect(201);
    }
}
