package org.guixue.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 联合劝返 (宁教综〔2021〕22号 三): two people or more of two lines, one of a government or a department other than education. */
class JointPersuasionTest {
    @ParameterizedTest
    @CsvSource({
        "林晓芳/学校 陈国栋/乡镇, true",
        "林晓芳/学校 王警官/派出所, true",
        "林晓芳/学校 王警官/县公安局, true",
        "林晓芳/教育 赵工/乡村振兴局, true",
        "林晓芳/学校 陈国栋/东山镇人民政府, true",
        "林晓芳/学校 林晓芳/乡镇, false",
        "林晓芳/学校 某某/外星, false",
        "林晓芳/学校 周老师/东山镇中心小学, false",
        "林晓芳/学校 李支书/东山镇桥头村, false",
        "林晓芳/学校 李支书/村, false",
        "林晓芳/镇教办 李支书/村, false",
        "陈国栋/乡镇 李干事/乡镇, false",
        "陈国栋/乡镇, false",
    })
    void twoPeopleOfTwoLinesOneOfThemADepartment(String people, boolean joint) {
        List<String[]> each = Arrays.stream(people.split(" "))
                .map(person -> person.split("/"))
                .toList();
        PersuasionDetails details = new PersuasionDetails(
                LocalDate.of(2026, 9, 10),
                each.stream().map(person -> person[0]).toList(),
                each.stream().map(person -> person[1]).toList(),
                "家中",
                "入户面谈",
                "答应返校",
                Optional.of(PersuasionDetails.Met.GUARDIAN),
                "",
                "同意",
                Optional.empty(),
                "",
                List.of());

        assertEquals(joint, details.joint(), people);
    }
}
