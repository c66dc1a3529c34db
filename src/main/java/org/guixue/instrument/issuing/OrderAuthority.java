package org.guixue.instrument.issuing;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.guixue.access.OfficeKind;
import org.guixue.casefile.GateClosed;
import org.guixue.casefile.gate.Obstacle;
import org.guixue.form.Form;
import org.guixue.office.Office;

/**
 * 责令 only by a township government or the county's education bureau (义务教育法 第五十八条): which kind of office, each form says; an
 * office that stands in a township's place (街道办事处, 管理区, 开发区) has no such right by statute.
 */
final class OrderAuthority {
    private static final Set<String> ORDERS = Set.of("RETURN_ORDER", "SCHOOLING_ORDER");
    private static final Pattern NO_GOVERNMENT = Pattern.compile(".*(街道|办事处|管理区|开发区|园区|管委会|管理委员会)");

    private OrderAuthority() {}

    static boolean orders(Form form) {
        return ORDERS.contains(form.kind());
    }

    /** @throws GateClosed where the law gives the office no right to order */
    static void require(Form form, Office issuer) {
        boolean townshipsPlace = issuer.kind() == OfficeKind.TOWNSHIP
                && NO_GOVERNMENT.matcher(issuer.name()).matches();
        if (orders(form) && townshipsPlace) {
            throw new GateClosed(new Obstacle(
                    "order-by-authority",
                    "责令的权限",
                    "义务教育法 第五十八条",
                    List.of("责令由乡镇人民政府或者县级教育行政部门作出，“%s”没有这项权限；请书面报告县教育局，由其责令送学".formatted(issuer.name())),
                    false));
        }
    }
}
