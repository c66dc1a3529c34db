package org.guixue.office;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.access.OfficeKind;
import org.guixue.workbook.Heading;
import org.guixue.workbook.Headings;
import org.guixue.workbook.SheetColumn;

/** Offices as rows of a workbook: what we hand out, with these columns, can be taken in again and changes nothing. */
public final class OfficeSheet {
    public static final Headings HEADINGS = Headings.of(
            Heading.required("name", "单位名称", "名称", "单位全称", "学校名称", "机构名称"),
            Heading.required("code", "单位代码", "代码", "区划代码", "行政区划代码", "行政区划代码/单位代码", "单位编码", "学校标识码", "机构代码"),
            Heading.optional("kind", "单位类型", "单位类别", "类型", "类别", "单位性质"),
            Heading.optional("parent", "上级单位", "上级单位名称", "主管单位", "上级单位名称或代码"),
            Heading.optional("parentCode", "上级单位代码", "上级代码", "主管单位代码"),
            Heading.optional("mark", "发文机关代字", "代字", "机关代字"),
            Heading.optional("fonds", "全宗号", "全宗"),
            Heading.optional("region", "所属地区", "所辖区域", "地区", "所属区域"),
            Heading.optional("jurisdiction", "适用表样", "表样所属地区", "表样"),
            Heading.optional("province", "省", "省份", "省（自治区、直辖市）"),
            Heading.optional("city", "市", "市（州、盟）", "地市"),
            Heading.optional("county", "县", "县（市、区、旗）", "区县", "县区"),
            Heading.optional("town", "乡镇", "乡镇（街道）", "镇街"),
            Heading.optional("street", "村（路）和门牌", "门牌", "村路门牌"),
            Heading.optional("address", "地址", "单位地址", "通讯地址", "详细地址"),
            Heading.optional("phone", "电话", "联系电话", "办公电话", "单位电话"),
            Heading.optional("principal", "负责人", "单位负责人", "校长", "负责人姓名"),
            Heading.optional("reportsTo", "报送单位", "报送上级", "报送单位名称或代码"),
            Heading.optional("orderBasis", "责令授权文件", "授权文件"),
            Heading.optional("orderFrom", "责令授权起", "授权起"),
            Heading.optional("orderUntil", "责令授权止", "授权止"));

    private OfficeSheet() {}

    public static List<SheetColumn> columns() {
        return List.of(
                SheetColumn.text("单位名称", 30),
                SheetColumn.text("单位类型", 14),
                SheetColumn.text("上级单位", 26),
                SheetColumn.text("上级单位代码", 15),
                SheetColumn.text("单位代码", 15),
                SheetColumn.text("发文机关代字", 13),
                SheetColumn.text("全宗号", 10),
                SheetColumn.text("所属地区", 14),
                SheetColumn.text("适用表样", 14),
                SheetColumn.text("省", 12),
                SheetColumn.text("市", 12),
                SheetColumn.text("县", 12),
                SheetColumn.text("乡镇", 12),
                SheetColumn.text("村（路）和门牌", 28),
                SheetColumn.text("电话", 16),
                SheetColumn.text("负责人", 12),
                SheetColumn.text("报送单位", 26),
                SheetColumn.text("责令授权文件", 30),
                SheetColumn.date("责令授权起"),
                SheetColumn.date("责令授权止"));
    }

    /** @param jurisdictions names by id */
    public static Object[] row(Office office, Map<String, String> jurisdictions) {
        OfficePlace place = office.place();
        return new Object[] {
            office.name(),
            office.kind().label(),
            office.parent().map(Office::name).orElse(""),
            office.parent().map(Office::code).orElse(""),
            office.code(),
            office.mark(),
            office.ownFonds().orElse(""),
            office.region(),
            jurisdictions.getOrDefault(office.jurisdiction(), office.jurisdiction()),
            place.province(),
            place.city(),
            place.county(),
            place.town(),
            place.street(),
            office.phone(),
            office.principal(),
            office.reportsTo().map(Office::name).orElse(""),
            office.orderPower().basis(),
            office.orderPower().from().<Object>map(day -> day).orElse(""),
            office.orderPower().until().<Object>map(day -> day).orElse("")
        };
    }

    /** The kind that people mean by such a word. */
    static Optional<OfficeKind> kind(String typed) {
        for (OfficeKind kind : OfficeKind.values()) {
            if (kind.label().equals(typed)) {
                return Optional.of(kind);
            }
        }
        if (typed.matches(".*(学校|小学|初中|中学|高中|教学点|九年一贯制|完全中学|幼儿园).*")) {
            return Optional.of(OfficeKind.SCHOOL);
        }
        if (typed.matches("乡|镇|街道|乡镇|苏木|乡镇街道|乡镇人民政府|镇人民政府|乡人民政府|街道办事处|乡镇\\(街道\\)|镇街|乡镇政府")) {
            return Optional.of(OfficeKind.TOWNSHIP);
        }
        return typed.matches("县级?教育局|区教育局|教育局|县级教育部门|教体局|县级?教育体育局")
                ? Optional.of(OfficeKind.COUNTY_BUREAU)
                : Optional.empty();
    }
}
