package org.guixue.admin;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.guixue.ValuesRefused;
import org.guixue.access.OfficeKind;
import org.guixue.identity.Normaliser;
import org.guixue.office.Office;
import org.guixue.office.OfficeDetails;
import org.guixue.office.OfficePlace;
import org.guixue.office.OrderPower;
import org.guixue.page.Typed;

/** The plain form of an office, to and from what is written of it. */
final class OfficeFormRequest {
    private OfficeFormRequest() {}

    /** What a new office has from the one above. */
    static Typed below(Office parent) {
        OfficePlace place = parent.place();
        Typed typed = Typed.blank()
                .with("jurisdiction", parent.jurisdiction())
                .with("code", parent.code())
                .with("province", place.province())
                .with("city", place.city())
                .with("county", place.county())
                .with("town", place.town());
        if (parent.kind() == OfficeKind.TOWNSHIP) {
            typed.with("region", parent.region());
        }
        return typed;
    }

    static Typed of(Office office) {
        OfficePlace place = office.place();
        return Typed.blank()
                .with("version", Integer.toString(office.version()))
                .with("kind", office.kind().name())
                .with("name", office.name())
                .with("code", office.code())
                .with("mark", office.mark())
                .with("fonds", office.ownFonds().orElse(""))
                .with("jurisdiction", office.jurisdiction())
                .with("region", office.region())
                .with("province", place.province())
                .with("city", place.city())
                .with("county", place.county())
                .with("town", place.town())
                .with("street", place.street())
                .with("phone", office.phone())
                .with("principal", office.principal())
                .with(
                        "reportsTo",
                        office.reportsTo()
                                .map(above -> Long.toString(above.id()))
                                .orElse(""))
                .with("orderBasis", office.orderPower().basis())
                .with(
                        "orderFrom",
                        office.orderPower().from().map(LocalDate::toString).orElse(""))
                .with(
                        "orderUntil",
                        office.orderPower().until().map(LocalDate::toString).orElse(""));
    }

    /** Which version of the office stood in the form; -1 where that cannot be read. */
    static int version(Typed typed) {
        return typed.value("version").matches("\\d{1,9}") ? Integer.parseInt(typed.value("version")) : -1;
    }

    /** @throws ValuesRefused where no kind was chosen */
    static OfficeDetails details(Typed typed, Optional<Office> known) {
        OfficeKind kind = known.map(Office::kind)
                .or(() -> Arrays.stream(OfficeKind.values())
                        .filter(each -> each.name().equals(typed.value("kind")))
                        .findFirst())
                .orElseThrow(() -> new ValuesRefused("kind", "请选择单位的类别"));
        return new OfficeDetails(
                kind,
                text(typed, "name"),
                text(typed, "code"),
                text(typed, "mark"),
                text(typed, "fonds"),
                typed.value("jurisdiction"),
                text(typed, "region"),
                new OfficePlace(
                        text(typed, "province"),
                        text(typed, "city"),
                        text(typed, "county"),
                        text(typed, "town"),
                        text(typed, "street")),
                text(typed, "phone"),
                text(typed, "principal"),
                new OrderPower(text(typed, "orderBasis"), typed.day("orderFrom"), typed.day("orderUntil")),
                typed.value("reportsTo").matches("\\d{1,18}")
                        ? OptionalLong.of(Long.parseLong(typed.value("reportsTo")))
                        : OptionalLong.empty());
    }

    private static String text(Typed typed, String field) {
        return Normaliser.text(typed.value(field)).replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
    }
}
