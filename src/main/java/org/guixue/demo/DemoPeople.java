package org.guixue.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.guixue.identity.Ethnicity;
import org.guixue.identity.Given;
import org.guixue.identity.NationalId;
import org.guixue.identity.OtherPaper;
import org.guixue.identity.PersonName;
import org.guixue.identity.Sex;
import org.guixue.identity.StudentNumber;
import org.guixue.office.Office;
import org.guixue.person.Address;
import org.guixue.person.Addresses;
import org.guixue.person.Disability;
import org.guixue.person.Guardian;
import org.guixue.person.HeldCategory;
import org.guixue.person.StudentDetails;

/** Invents children, the same ones each time. Resident IDs carry a region code that no county bears. */
final class DemoPeople {
    private static final int FROM_HONG_KONG = 17;
    private static final int ID_PUT_RIGHT = 22;
    private static final String REGION_CODE = "360799";
    private static final List<String> SURNAMES = List.of(
            "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "仇", "覃", "单", "曾", "解", "查", "任", "欧阳");
    private static final List<String> BOYS = List.of("子涵", "浩然", "思远", "建军", "宇航", "俊杰", "博文", "志强", "明轩", "天佑");
    private static final List<String> GIRLS = List.of("雨桐", "婷", "秀英", "梓萱", "嘉怡", "欣怡", "诗琪", "佳慧", "晓燕", "若曦");
    /** Rare characters, long names and dots: what a roster of today really holds. */
    private static final List<Called> PARTICULAR = List.of(
            new Called("阿卜杜热西提·麦麦提", "男"),
            new Called("古丽娜尔·买买提艾力", "女"),
            new Called("王䶮", "男"),
            new Called("李𬭎", "男"),
            new Called("张㛃", "女"),
            new Called("陈𠮷", "男"),
            new Called("刘頔", "男"),
            new Called("欧阳晶晶", "女"),
            new Called("尉迟小满", "女"),
            new Called("杨玥彤", "女"));

    private static final List<String> ETHNICITIES = List.of("汉族", "汉族", "汉族", "汉族", "汉族", "畲族", "瑶族");
    private static final List<String> GRADES = List.of("一年级", "二年级", "三年级", "四年级", "五年级", "六年级");
    private static final List<String> UPPER_GRADES = List.of("七年级", "八年级", "九年级");
    private static final List<String> TEACHERS = List.of("林晓芳", "郭志远", "何玉兰", "罗立新", "梁海燕", "宋建平");
    private static final List<String> VILLAGES = List.of("桥头村", "上坝村", "石塘村", "竹园村", "枫林村", "河口村");

    private record Called(String name, String sex) {}

    private final Random random;
    private final LocalDate today;
    private int count;

    DemoPeople(long seed, LocalDate today) {
        this.random = new Random(seed);
        this.today = today;
    }

    StudentDetails child(Office school, Office township, boolean upper) {
        count++;
        Called called = count % 6 == 0 ? PARTICULAR.get(count / 6 - 1) : called();
        String name = called.name();
        String sex = called.sex();
        int step = random.nextInt(upper ? UPPER_GRADES.size() : GRADES.size());
        LocalDate bornOn = LocalDate.of(today.getYear() - (upper ? 12 : 6) - step, 1, 1)
                .minusMonths(4)
                .plusDays(random.nextInt(360));
        String id = nationalId(bornOn, sex);
        boolean foreign = count == FROM_HONG_KONG;
        boolean withoutId = count % 25 == 0 || foreign;
        String village = pick(VILLAGES);
        Address address =
                new Address("示范省", "示范市", "示范县", township.region(), village + (1 + random.nextInt(120)) + "号");
        return new StudentDetails(
                new StudentDetails.Identity(
                        PersonName.read(name),
                        Sex.read(sex),
                        Ethnicity.read(name.contains("·") ? "维吾尔族" : pick(ETHNICITIES)),
                        bornOn,
                        withoutId ? Given.nothing() : NationalId.read(id),
                        foreign ? "香港居民" : withoutId ? "未上户口" : "",
                        foreign ? OtherPaper.read("港澳居民来往内地通行证", "H09260715") : Given.nothing(),
                        StudentNumber.read(studentNumber(bornOn, id, foreign, withoutId))),
                new StudentDetails.Schooling(
                        OptionalLong.of(school.id()),
                        (upper ? UPPER_GRADES : GRADES).get(step),
                        (1 + random.nextInt(3)) + "班",
                        pick(TEACHERS),
                        phone()),
                township.id(),
                guardians(name),
                new Addresses(address, household(address, foreign), Address.NONE),
                count % 12 == 0 ? "哮喘，发作时须用药" : "良好",
                count % 20 == 0 ? new Disability("肢体", "三级", "", "") : Disability.NONE,
                categories(),
                Map.of("boarding", upper ? "是" : "否"));
    }

    /** One ID was put right after the number had been given; the number stays. */
    private String studentNumber(LocalDate bornOn, String id, boolean foreign, boolean withoutId) {
        if (foreign) {
            return "J" + REGION_CODE + bornOn.toString().replace("-", "") + "0017";
        }
        if (count == ID_PUT_RIGHT) {
            String first17 = id.substring(0, 14) + "099";
            return "G" + first17 + NationalId.checkCharacter(first17);
        }
        return withoutId ? temporaryNumber(bornOn) : "G" + id;
    }

    private Address household(Address address, boolean foreign) {
        if (foreign) {
            return Address.NONE;
        }
        return count % 11 == 5 ? new Address("邻省", "临江市", "青河县", "柳林镇", "下湾村3组") : address;
    }

    private Called called() {
        boolean boy = random.nextBoolean();
        return new Called(pick(SURNAMES) + pick(boy ? BOYS : GIRLS), boy ? "男" : "女");
    }

    private List<Guardian> guardians(String childName) {
        if (childName.contains("·")) {
            return List.of(
                    new Guardian(
                            new PersonName(childName.substring(childName.indexOf('·') + 1) + "·艾山"), "父亲", phone()),
                    new Guardian(new PersonName("阿依古丽·卡德尔"), "母亲", phone()));
        }
        String surname = childName.startsWith("欧阳") || childName.startsWith("尉迟")
                ? childName.substring(0, 2)
                : childName.substring(0, childName.offsetByCodePoints(0, 1));
        List<Guardian> guardians = new ArrayList<>();
        boolean grandparents = count % 7 == 0;
        guardians.add(new Guardian(
                new PersonName(surname + pick(List.of("国强", "建华", "永福", "志明", "德贵"))),
                grandparents ? "祖父" : "父亲",
                phone()));
        guardians.add(new Guardian(
                new PersonName(pick(SURNAMES) + pick(List.of("秀兰", "美玲", "桂花", "春梅", "玉珍"))),
                grandparents ? "祖母" : "母亲",
                phone()));
        return guardians;
    }

    private List<HeldCategory> categories() {
        return switch (count % 9) {
            case 0 -> List.of(since("农村低保家庭学生", 2));
            case 3 ->
                List.of(
                        new HeldCategory(
                                "建档立卡贫困户学生",
                                Optional.of(LocalDate.of(2019, 9, 1)),
                                Optional.of(LocalDate.of(2020, 12, 31)),
                                "扶贫手册"),
                        since("脱贫户学生", 5),
                        since("留守儿童", 1));
            case 5 -> List.of(since("留守儿童", 1));
            case 7 -> count % 2 == 0 ? List.of() : List.of(since("随迁子女", 2), since("单亲家庭学生", 3));
            default -> List.of();
        };
    }

    /** From 1 September so many years ago. */
    private HeldCategory since(String category, int years) {
        return new HeldCategory(
                category, Optional.of(LocalDate.of(today.getYear() - years, 9, 1)), Optional.empty(), "");
    }

    private String nationalId(LocalDate bornOn, String sex) {
        int order = random.nextInt(400) * 2 + 100 + (sex.equals("男") ? 1 : 0);
        String first17 = REGION_CODE
                + "%04d%02d%02d".formatted(bornOn.getYear(), bornOn.getMonthValue(), bornOn.getDayOfMonth())
                + "%03d".formatted(order);
        return first17 + NationalId.checkCharacter(first17);
    }

    private String temporaryNumber(LocalDate bornOn) {
        return "L" + REGION_CODE
                + "%04d%02d%02d".formatted(bornOn.getYear(), bornOn.getMonthValue(), bornOn.getDayOfMonth())
                + "%04d".formatted(random.nextInt(10_000));
    }

    private String phone() {
        return "139%08d".formatted(random.nextInt(100_000_000));
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
