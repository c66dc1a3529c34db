package org.guixue.office;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.guixue.Violation;
import org.guixue.access.OfficeKind;

/**
 * What a bureau writes of an office.
 *
 * @param mark 发文机关代字
 * @param fonds own fonds, or empty to file in that of the office above
 * @param orderPower what lets it order schooling, where no statute does
 * @param reportsTo the office above to which it reports; empty for the nearest
 */
public record OfficeDetails(
        OfficeKind kind,
        String name,
        String code,
        String mark,
        String fonds,
        String jurisdiction,
        String region,
        OfficePlace place,
        String phone,
        String principal,
        OrderPower orderPower,
        OptionalLong reportsTo) {
    private static final int LONGEST_ADDRESS = 200;

    /** One that reports as the tree has it and orders as the law has it. */
    public OfficeDetails(
            OfficeKind kind,
            String name,
            String code,
            String mark,
            String fonds,
            String jurisdiction,
            String region,
            OfficePlace place,
            String phone,
            String principal) {
        this(
                kind,
                name,
                code,
                mark,
                fonds,
                jurisdiction,
                region,
                place,
                phone,
                principal,
                OrderPower.none(),
                OptionalLong.empty());
    }

    public static OfficeDetails of(Office office) {
        return new OfficeDetails(
                office.kind(),
                office.name(),
                office.code(),
                office.mark(),
                office.ownFonds().orElse(""),
                office.jurisdiction(),
                office.region(),
                office.place(),
                office.phone(),
                office.principal(),
                office.orderPower(),
                office.reportsTo().map(Office::id).map(OptionalLong::of).orElse(OptionalLong.empty()));
    }

    /** The same office under the forms and rules of another jurisdiction. */
    public OfficeDetails under(String other) {
        return new OfficeDetails(
                kind, name, code, mark, fonds, other, region, place, phone, principal, orderPower, reportsTo);
    }

    /** What can be seen to be wrong without looking at any other office. */
    List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        int length = name.codePointCount(0, name.length());
        expect(found, length >= 2 && length <= 40, "name", "单位名称应为2至40个字，与印章上的一致");
        expect(found, code.matches("[0-9A-Za-z]{6,20}"), "code", "区划代码应为6至20位数字或字母，如县级6位、乡镇9位（GB/T 2260 及其扩展）");
        expect(found, mark.matches("\\p{IsHan}{1,8}"), "mark", "发文机关代字应为1至8个汉字，如“东小”");
        expect(found, fonds.matches("([A-Z0-9]{2,16})?"), "fonds", "全宗号应为2至16位大写字母或数字；随上级全宗的请留空");
        expect(found, !region.isEmpty() && region.length() <= 60, "region", "请填写所辖区域，如“东山镇”，最多60个字");
        expect(found, place.text().length() <= LONGEST_ADDRESS, "street", "地址合起来最多200个字，请写短一些");
        expect(found, phone.matches("[0-9+()（） -]{0,40}"), "phone", "电话只能有数字、加号、括号和短横线，最多40位");
        expect(found, principal.length() <= 100, "principal", "负责人最多100个字");
        found.addAll(orderPower.violations());
        expect(found, kind != OfficeKind.SCHOOL || !orderPower.given(), "orderBasis", "学校不能作出责令，请留空");
        return found;
    }

    private static void expect(List<Violation> found, boolean holds, String field, String message) {
        if (!holds) {
            found.add(new Violation(field, message));
        }
    }
}
