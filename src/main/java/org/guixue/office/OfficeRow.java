package org.guixue.office;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.guixue.Violation;
import org.guixue.access.OfficeKind;
import org.guixue.workbook.DateText;
import org.guixue.workbook.Entry;

/**
 * One row of a workbook of offices. A blank cell says nothing: of a known office what is written stays, a new one has it from the
 * office above.
 */
final class OfficeRow {
    private final Entry entry;
    private final Map<String, String> jurisdictions;

    /** @param jurisdictions ids by id and by name */
    OfficeRow(Entry entry, Map<String, String> jurisdictions) {
        this.entry = entry;
        this.jurisdictions = jurisdictions;
    }

    int number() {
        return entry.number();
    }

    String mark() {
        return entry.text("mark");
    }

    String fonds() {
        return entry.text("fonds");
    }

    String name() {
        return entry.text("name");
    }

    String code() {
        return entry.code("code");
    }

    /** The office above by code, else by name or code; empty where the row says nothing. */
    String parent() {
        String code = entry.code("parentCode");
        return code.isEmpty() ? entry.text("parent") : code;
    }

    Optional<OfficeKind> kind() {
        return OfficeSheet.kind(entry.text("kind"));
    }

    /** What is wrong with the cells themselves. */
    List<Violation> violations() {
        List<Violation> found = new ArrayList<>(OfficeSheet.HEADINGS.problems(entry));
        if (code().isEmpty()) {
            found.add(new Violation("code", "请填写单位代码，系统按它认出单位"));
        }
        if (!entry.text("kind").isEmpty() && kind().isEmpty()) {
            found.add(new Violation("kind", "看不懂“%s”，请写学校、乡镇或县级教育局".formatted(shortened(entry.text("kind")))));
        }
        String jurisdiction = entry.text("jurisdiction");
        if (!jurisdiction.isEmpty() && !jurisdictions.containsKey(jurisdiction)) {
            found.add(new Violation("jurisdiction", "没有“%s”的表样".formatted(shortened(jurisdiction))));
        }
        for (String field : List.of("orderFrom", "orderUntil")) {
            if (!entry.text(field).isEmpty() && DateText.day(entry.cell(field)).isEmpty()) {
                found.add(new Violation(field, "日期应写作2026-03-15，请改正"));
            }
        }
        return found;
    }

    OfficeDetails over(Office known) {
        OfficePlace place = known.place();
        return details(kind().orElse(known.kind()), OfficeDetails.of(known), place, known.allAbove());
    }

    OfficeDetails below(Office parent, OfficeKind kind) {
        OfficePlace above = parent.place();
        OfficePlace place = new OfficePlace(above.province(), above.city(), above.county(), above.town(), "");
        String region = parent.kind() == OfficeKind.TOWNSHIP ? parent.region() : "";
        if (kind == OfficeKind.TOWNSHIP) {
            region = name().replaceFirst("(人民政府|政府|办事处)$", "");
        }
        return details(
                kind,
                new OfficeDetails(kind, "", "", "", "", parent.jurisdiction(), region, place, "", ""),
                place,
                Stream.concat(Stream.of(parent), parent.allAbove().stream()).toList());
    }

    /** @param above all offices above, of which one may be reported to */
    private OfficeDetails details(OfficeKind kind, OfficeDetails otherwise, OfficePlace place, List<Office> above) {
        return new OfficeDetails(
                kind,
                or(name(), otherwise.name()),
                or(code(), otherwise.code()),
                or(entry.text("mark"), otherwise.mark()),
                or(entry.code("fonds"), otherwise.fonds()),
                jurisdictions.getOrDefault(entry.text("jurisdiction"), otherwise.jurisdiction()),
                or(entry.text("region"), otherwise.region()),
                place(place),
                or(entry.code("phone"), otherwise.phone()),
                or(entry.text("principal"), otherwise.principal()),
                orderPower(otherwise.orderPower()),
                reportsTo(above, otherwise.reportsTo()));
    }

    private OrderPower orderPower(OrderPower otherwise) {
        return new OrderPower(
                or(entry.text("orderBasis"), otherwise.basis()),
                DateText.day(entry.cell("orderFrom")).or(otherwise::from),
                DateText.day(entry.cell("orderUntil")).or(otherwise::until));
    }

    /** One that is none above is left to be refused. */
    private OptionalLong reportsTo(List<Office> above, OptionalLong otherwise) {
        String given = entry.text("reportsTo");
        return given.isEmpty()
                ? otherwise
                : OptionalLong.of(above.stream()
                        .filter(office ->
                                office.name().equals(given) || office.code().equals(given))
                        .mapToLong(Office::id)
                        .findFirst()
                        .orElse(0));
    }

    /** The parts where the row has any; a whole address replaces them unless it says the same. */
    private OfficePlace place(OfficePlace otherwise) {
        OfficePlace parts = new OfficePlace(
                or(entry.text("province"), otherwise.province()),
                or(entry.text("city"), otherwise.city()),
                or(entry.text("county"), otherwise.county()),
                or(entry.text("town"), otherwise.town()),
                or(entry.text("street"), otherwise.street()));
        String whole = entry.text("address");
        return whole.isEmpty() || whole.equals(parts.text()) ? parts : OfficePlace.whole(whole);
    }

    String reason(Violation violation) {
        return OfficeSheet.HEADINGS.reason(entry, violation);
    }

    /**
     * What differs, as 电话：旧 → 新.
     *
     * @param above all offices above, to one of which it may report
     */
    List<String> changes(OfficeDetails before, OfficeDetails now, List<Office> above) {
        Map<String, String> was = facts(before, above);
        List<String> changes = new ArrayList<>();
        facts(now, above).forEach((title, value) -> {
            String old = was.getOrDefault(title, "");
            if (!old.equals(value)) {
                changes.add(title + "：" + (old.isEmpty() ? "（空）" : old) + " → " + value);
            }
        });
        return changes;
    }

    private static Map<String, String> facts(OfficeDetails details, List<Office> above) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("单位类型", details.kind().label());
        facts.put("单位名称", details.name());
        facts.put("发文机关代字", details.mark());
        facts.put("全宗号", details.fonds());
        facts.put("所属地区", details.region());
        facts.put("适用表样", details.jurisdiction());
        facts.put("省", details.place().province());
        facts.put("市", details.place().city());
        facts.put("县", details.place().county());
        facts.put("乡镇", details.place().town());
        facts.put("村（路）和门牌", details.place().street());
        facts.put("电话", details.phone());
        facts.put("负责人", details.principal());
        facts.put("责令授权文件", details.orderPower().basis());
        facts.put("责令授权期限", details.orderPower().period());
        facts.put("报送单位", reported(details, above));
        return facts;
    }

    /** The name of the office that it reports to; of one that is none above, that it is none. */
    private static String reported(OfficeDetails details, List<Office> above) {
        return details.reportsTo().isEmpty()
                ? ""
                : above.stream()
                        .filter(office -> office.id() == details.reportsTo().getAsLong())
                        .map(Office::name)
                        .findFirst()
                        .orElse("不是上级单位");
    }

    static String shortened(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }

    private static String or(String given, String otherwise) {
        return given.isEmpty() ? otherwise : given;
    }
}
