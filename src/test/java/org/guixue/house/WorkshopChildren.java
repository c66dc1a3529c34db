package org.guixue.house;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.guixue.identity.Ethnicity;
import org.guixue.identity.Given;
import org.guixue.identity.NationalId;
import org.guixue.identity.PersonName;
import org.guixue.identity.Sex;
import org.guixue.identity.StudentNumber;
import org.guixue.office.Office;
import org.guixue.person.Address;
import org.guixue.person.Addresses;
import org.guixue.person.Disability;
import org.guixue.person.Guardian;
import org.guixue.person.StudentDetails;

/** Invented children of nine years and some days, none twice: each is a day older than the one before. */
final class WorkshopChildren {
    private static final String REGION_CODE = "360799";
    private static final List<String> SURNAMES = List.of("王", "李", "覃", "欧阳", "曾");
    private static final List<String> GIVEN = List.of("子涵", "雨桐", "建军", "欣怡", "若曦");

    private final AtomicInteger made = new AtomicInteger();

    StudentDetails next(OptionalLong school, Office responsible, LocalDate today, SecureRandom random) {
        int number = made.incrementAndGet();
        LocalDate bornOn = today.minusYears(9).minusDays(number);
        String first17 = REGION_CODE + bornOn.toString().replace("-", "") + (number % 2 == 0 ? "122" : "121");
        String surname = SURNAMES.get(random.nextInt(SURNAMES.size()));
        String id = first17 + NationalId.checkCharacter(first17);
        Address home = new Address("示范省", "示范市", "示范县", "东山镇", "桥头村" + number + "号");
        return new StudentDetails(
                new StudentDetails.Identity(
                        PersonName.read(surname + GIVEN.get(random.nextInt(GIVEN.size()))),
                        Sex.read(number % 2 == 0 ? "女" : "男"),
                        Ethnicity.read("汉族"),
                        bornOn,
                        NationalId.read(id),
                        "",
                        Given.nothing(),
                        StudentNumber.read("G" + id)),
                new StudentDetails.Schooling(school, "三年级", "2班", "宋建平", "13900000001"),
                responsible.id(),
                List.of(new Guardian(new PersonName(surname + "国强"), "父亲", "13900000002")),
                new Addresses(home, home, Address.NONE),
                "良好",
                Disability.NONE,
                List.of(),
                Map.of());
    }
}
