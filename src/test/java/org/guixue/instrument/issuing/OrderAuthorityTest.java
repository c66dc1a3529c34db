package org.guixue.instrument.issuing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.guixue.access.OfficeKind;
import org.guixue.casefile.GateClosed;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.form.FormId;
import org.guixue.office.Office;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderAuthorityTest {
    private static final FormCatalog FORMS = FormCatalog.load(List.of(Path.of("forms")));
    private static final Form ORDER = form("national/return-order");

    @ParameterizedTest
    @ValueSource(strings = {"文昌街道办事处", "文昌街道", "上天梯管理区", "高新开发区管委会"})
    void refusesAnOfficeInATownshipsPlace(String name) {
        GateClosed refused = assertThrows(GateClosed.class, () -> OrderAuthority.require(ORDER, township(name)));
        assertEquals("order-by-authority", refused.obstacle().rule());
    }

    @ParameterizedTest
    @ValueSource(strings = {"东山镇", "东山镇人民政府", "畲族乡人民政府", "东山镇教育办公室"})
    void aTownshipOrders(String name) {
        assertDoesNotThrow(() -> OrderAuthority.require(ORDER, township(name)));
    }

    @Test
    void otherPapersAreNoOrders() {
        assertDoesNotThrow(() -> OrderAuthority.require(form("national/consultation-record"), township("文昌街道办事处")));
    }

    private static Office township(String name) {
        return new Office(null, OfficeKind.TOWNSHIP, name, "360799001", "文", "shifan", "文昌");
    }

    private static Form form(String id) {
        return FORMS.form(FormId.parse(id)).orElseThrow();
    }
}
