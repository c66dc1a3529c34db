package org.guixue.founding;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.guixue.ValuesRefused;
import org.guixue.Violation;
import org.guixue.identity.Normaliser;
import org.guixue.office.Office;
import org.guixue.office.OfficeDetails;
import org.guixue.office.OfficePlace;
import org.guixue.office.Provinces;
import org.guixue.page.Typed;

/** The few things that a bureau says of itself on its first day, to and from what is written of its office. */
final class OwnOfficeRequest {
    private OwnOfficeRequest() {}

    static Typed of(Office office) {
        boolean unnamed = office.code().equals("000000");
        OfficePlace place = office.place();
        return Typed.blank()
                .with("version", Integer.toString(office.version()))
                .with("name", unnamed ? "" : office.name())
                .with("code", unnamed ? "" : office.code())
                .with("mark", unnamed ? "" : office.mark())
                .with("fonds", office.ownFonds().orElse(""))
                .with("province", place.province())
                .with("city", place.city())
                .with("county", place.county())
                .with("street", place.street())
                .with("phone", office.phone())
                .with("principal", office.principal());
    }

    static int version(Typed typed) {
        return typed.value("version").matches("\\d{1,9}") ? Integer.parseInt(typed.value("version")) : -1;
    }

    /** @throws ValuesRefused with what is missing or contradicts itself */
    static OfficeDetails details(Typed typed, Office known) {
        String province = Provinces.whole(text(typed, "province"));
        String county = text(typed, "county");
        List<Violation> missing = new ArrayList<>();
        if (province.isEmpty()) {
            missing.add(new Violation("province", "请填写省（自治区、直辖市）的名称，如“江西省”"));
        }
        if (county.isEmpty()) {
            missing.add(new Violation("county", "请填写县（市、区、旗）的名称，如“示范县”"));
        }
        if (!known.issued() && text(typed, "code").equals("000000")) {
            missing.add(new Violation("code", "000000是系统起的，请填写本县的区划代码"));
        }
        Provinces.contradiction(text(typed, "code"), province)
                .ifPresent(said -> missing.add(new Violation("code", said)));
        if (!missing.isEmpty()) {
            throw new ValuesRefused(missing);
        }
        return new OfficeDetails(
                known.kind(),
                text(typed, "name"),
                known.issued() ? known.code() : text(typed, "code"),
                known.issued() ? known.mark() : text(typed, "mark"),
                known.issued() ? known.ownFonds().orElse("") : text(typed, "fonds"),
                known.jurisdiction(),
                county,
                new OfficePlace(
                        province, text(typed, "city"), county, known.place().town(), text(typed, "street")),
                text(typed, "phone"),
                text(typed, "principal"),
                known.orderPower(),
                known.reportsTo().map(Office::id).map(OptionalLong::of).orElse(OptionalLong.empty()));
    }

    private static String text(Typed typed, String field) {
        return Normaliser.text(typed.value(field)).replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
    }
}
