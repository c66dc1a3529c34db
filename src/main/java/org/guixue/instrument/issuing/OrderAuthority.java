package org.guixue.instrument.issuing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.guixue.access.OfficeKind;
import org.guixue.casefile.GateClosed;
import org.guixue.casefile.gate.Obstacle;
import org.guixue.form.Form;
import org.guixue.office.Office;
import org.guixue.office.OrderPower;

/**
 * 责令 only by a township government or the county's education bureau (义务教育法 第五十八条): which kind of office, each form says. An
 * office that stands in their place (街道办事处, 管理区, 开发区) has no such right by statute; it orders by the document that is kept on
 * it ({@link org.guixue.office.OrderPower}), in force on the paper's day.
 */
final class OrderAuthority {
    private static final String SCHOOLING_ORDER = "SCHOOLING_ORDER";
    private static final Set<String> ORDERS = Set.of("RETURN_ORDER", SCHOOLING_ORDER);
    private static final Pattern NO_GOVERNMENT = Pattern.compile(".*(街道|办事处|管理区|开发区|园区|管委会|管理委员会)");
    private static final Pattern NO_COUNTY = Pattern.compile(".*(管理区|开发区|园区|高新区|管委会|管理委员会).*");

    private OrderAuthority() {}

    static boolean orders(Form form) {
        return ORDERS.contains(form.kind());
    }

    /**
     * @param school of the child whom the paper is about
     * @throws GateClosed where neither the law nor a document gives the office the right to order on that day
     */
    static void require(Form form, Office issuer, Optional<Office> school, LocalDate day) {
        boolean ofItsOwn = form.kind().equals(SCHOOLING_ORDER)
                && school.filter(issuer::isOwnerOf).isPresent();
        if (orders(form)
                && !byStatute(issuer)
                && !ofItsOwn
                && !issuer.orderPower().inForceOn(day)) {
            throw new GateClosed(new Obstacle(
                    "order-by-authority",
                    "责令的权限",
                    "义务教育法 第五十八条",
                    List.of(missing(issuer, day), instead(issuer)),
                    false));
        }
    }

    private static String missing(Office issuer, LocalDate day) {
        OrderPower power = issuer.orderPower();
        if (issuer.kind() == OfficeKind.CITY && !power.given()) {
            return "市级教育部门责令的是市属学校的学生，该生所在学校不直接向“%s”报告，也没有登记授权文件".formatted(issuer.name());
        }
        return power.given()
                ? "“%s”的授权（%s）期限是%s，%s不在期限内".formatted(issuer.name(), power.basis(), power.period(), day)
                : "责令由乡镇人民政府或者县级教育行政部门作出，“%s”没有这项权限，也没有登记授权文件".formatted(issuer.name());
    }

    /** The way out: the bureau that may, by name. */
    private static String instead(Office issuer) {
        String bureau = issuer.allAbove().stream()
                .filter(office -> office.kind() == OfficeKind.COUNTY_BUREAU && byStatute(office))
                .map(Office::name)
                .findFirst()
                .orElse("有管辖权的县教育局");
        return "请书面报告%s，由其责令送学；有授权文件的，请教育局在“管理—单位”中登记".formatted(bureau);
    }

    private static boolean byStatute(Office office) {
        return switch (office.kind()) {
            case TOWNSHIP -> !NO_GOVERNMENT.matcher(office.name()).matches();
            case COUNTY_BUREAU -> !NO_COUNTY.matcher(office.name()).matches();
            default -> false;
        };
    }
}
